"""The embedded sentence-transformer, copies of it with other settings, and models that cannot be loaded."""

import json
import shutil
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from index.encoder import EMBEDDED, SentenceEncoder
from index.errors import EncoderError
from index.normalise import normalise

TEXTS = ["推进宽带网络提速降费。", "Villages get fibre by 2020.", "中國製造 ２０２５ 与 ＡＢＣ（ﬁbre）", "5G", "工业 4.0，98% 的行政村"]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder like the embedded model's without its checksums, the weights only linked."""
    unchecked = shutil.ignore_patterns("SHA256SUMS")
    return Path(shutil.copytree(EMBEDDED, tmp_path / "copy", ignore=unchecked, copy_function=_link_or_copy))


def _link_or_copy(source: str, target: str) -> None:
    if source.endswith(".safetensors"):
        Path(target).symlink_to(source)
    else:
        shutil.copy(source, target)


def configure(folder: Path, **settings: Any) -> None:
    file = folder / "config_sentence_transformers.json"
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | settings), encoding="utf-8")


def test_vectors_are_of_unit_length_and_the_dimension_that_is_said(sentence_encoder: SentenceEncoder) -> None:
    for text, encoded in zip(TEXTS, sentence_encoder.encode_passages(TEXTS), strict=True):
        assert encoded.vector.shape == (sentence_encoder.dimension,)
        assert encoded.vector.dtype == encoded.tokens.dtype == np.float32
        assert np.linalg.norm(encoded.vector) == pytest.approx(1, abs=1e-5)
        np.testing.assert_allclose(np.linalg.norm(encoded.tokens, axis=1), 1, atol=1e-5)
        assert len(encoded.tokens) == len(encoded.spans) > 0, text


@pytest.mark.parametrize("text", TEXTS)
def test_the_span_of_a_token_is_where_its_characters_stand(text: str, sentence_encoder: SentenceEncoder) -> None:
    tokenizer = sentence_encoder._model.tokenizer
    pieces = tokenizer.convert_ids_to_tokens(tokenizer(text, add_special_tokens=False)["input_ids"])
    spans = sentence_encoder.encode_query(text).spans
    assert len(pieces) == len(spans)
    for piece, (start, end) in zip(pieces, spans, strict=True):
        assert 0 <= start < end <= len(text)
        if piece != tokenizer.unk_token:
            assert normalise(text[start:end]).strip().endswith(piece.strip("▁")), (piece, text[start:end])
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(at in covered or character.isspace() for at, character in enumerate(text))


def test_the_sentence_vector_is_the_mean_of_the_token_vectors(sentence_encoder: SentenceEncoder) -> None:
    output = sentence_encoder._model.encode(["政府数据开放"], output_value=None, show_progress_bar=False)[0]
    mean = output["token_embeddings"].float().numpy().mean(axis=0)
    vector = sentence_encoder.encode_query("政府数据开放").vector
    np.testing.assert_allclose(vector, mean / np.linalg.norm(mean), atol=1e-5)


def test_the_vector_is_the_one_that_sentence_transformers_gives(sentence_encoder: SentenceEncoder) -> None:
    plain = SentenceTransformer(str(EMBEDDED), device="cpu", model_kwargs={"dtype": "float32"})
    expected = plain.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    found = np.stack([encoded.vector for encoded in sentence_encoder.encode_passages(TEXTS)])
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_encoding_again_gives_the_same_bits_and_company_changes_little(sentence_encoder: SentenceEncoder) -> None:
    first, again = (sentence_encoder.encode_query(TEXTS[0]) for _ in range(2))
    assert np.array_equal(first.vector, again.vector) and np.array_equal(first.tokens, again.tokens)
    among = sentence_encoder.encode_passages(TEXTS)[0]
    np.testing.assert_allclose(among.vector, first.vector, atol=1e-5)


def test_meaning_is_nearer_than_another_subject_in_both_languages(sentence_encoder: SentenceEncoder) -> None:
    fibre, price = (e.vector for e in sentence_encoder.encode_passages(["农村光纤网络全覆盖。", "提高技术工人的工资待遇。"]))
    english = sentence_encoder.encode_query("fibre networks for villages").vector
    assert english @ fibre > english @ price


def test_traditional_and_full_width_writing_give_the_vector_of_the_simplified(sentence_encoder: SentenceEncoder) -> None:
    traditional, simplified = (sentence_encoder.encode_query(text).vector for text in ("寬帶網絡２０２０", "宽带网络2020"))
    assert traditional @ simplified == pytest.approx(1, abs=1e-4)


def test_prompts_that_a_model_defines_are_read_but_stand_in_no_span(copied: Path, sentence_encoder: SentenceEncoder) -> None:
    configure(copied, prompts={"query": "查询：", "document": "资料："})
    prompted = SentenceEncoder(str(copied))
    text = "宽带提速"
    plain = sentence_encoder.encode_query("查询：" + text).vector
    np.testing.assert_allclose(prompted.encode_query(text).vector, plain, atol=1e-5)
    passage = prompted.encode_passages([text])[0]
    np.testing.assert_allclose(passage.vector, sentence_encoder.encode_query("资料：" + text).vector, atol=1e-5)
    assert passage.vector @ sentence_encoder.encode_query(text).vector < 0.9999
    assert {at for start, end in passage.spans for at in range(start, end)} == set(range(4))


def test_the_fingerprint_follows_the_files_and_not_the_name_of_the_folder(copied: Path, sentence_encoder: SentenceEncoder) -> None:
    encoder = SentenceEncoder(str(copied))
    assert encoder.name == "copy"
    assert encoder.fingerprint == sentence_encoder.fingerprint
    configure(copied, prompts={"query": "问：", "document": ""})
    assert SentenceEncoder(str(copied)).fingerprint != encoder.fingerprint


def test_a_model_that_is_not_on_this_machine_is_one_line_at_once() -> None:
    begun = time.perf_counter()
    with pytest.raises(EncoderError) as refused:
        SentenceEncoder("no-owner/no-model")
    assert time.perf_counter() - begun < 10  # seconds
    message = str(refused.value)
    assert message.startswith("the encoder 'no-owner/no-model' cannot be loaded (") and "\n" not in message
    assert message.endswith("or leave --encoder out for the embedded one")


def test_a_folder_that_holds_no_model_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(EncoderError) as refused:
        SentenceEncoder(str(tmp_path))
    assert str(refused.value).startswith(f"the encoder '{tmp_path}' cannot be loaded (") and "\n" not in str(refused.value)


def test_a_file_that_is_not_the_one_of_its_checksum_is_named(copied: Path) -> None:
    names = ("config.json", "tokenizer.json")
    lines = [f"{sha256((copied / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (copied / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="ascii")
    SentenceEncoder(str(copied))
    (copied / "config.json").write_bytes((copied / "config.json").read_bytes() + b" ")
    with pytest.raises(EncoderError) as refused:
        SentenceEncoder(str(copied))
    assert str(refused.value).startswith(f"{copied / 'config.json'}: is not the file of its checksum; fetch it again")
    (copied / "config.json").unlink()
    with pytest.raises(EncoderError, match=r"config\.json: is not the file of its checksum"):
        SentenceEncoder(str(copied))
