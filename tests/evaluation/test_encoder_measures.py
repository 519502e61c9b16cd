"""The encoder's measures by hand, and the whole table over a few lines with an encoder of characters."""

import gzip
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from evaluation.encoder import main, quality
from evaluation.encoder_tasks import mean_max_similarity, ndcg, ranks_of, read_retrieval_set, weighted_f1
from index.types import Encoded


class CharacterEncoder:
    """Counts characters; its token vectors are one-hot."""

    name, fingerprint, dimension = "characters", "0", 512

    def encode_query(self, text: str) -> Encoded:
        rows = np.eye(self.dimension, dtype=np.float32)[[ord(character) % self.dimension for character in text]]
        vector = rows.sum(0) / np.linalg.norm(rows.sum(0))
        return Encoded(vector, rows, tuple((at, at + 1) for at in range(len(text))))

    def encode_passages(self, texts: list[str]) -> list[Encoded]:
        return [self.encode_query(text) for text in texts]


def write_lines(path: Path, lines: Sequence[Mapping[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name in ("xquad_zh", "xquad_en", "cmrc2018_dev"):
        passages = [{"id": "a", "title": "", "text": " abc "}, {"id": "b", "title": "", "text": "xyz"}]
        asked = (("ab ", "a"), ("ab", "a"), ("y", "b"))
        queries = [{"id": str(number), "text": text, "gold": [gold]} for number, (text, gold) in enumerate(asked)]
        write_lines(tmp_path / "eval" / f"{name}.passages.jsonl.gz", passages)
        write_lines(tmp_path / "eval" / f"{name}.queries.jsonl.gz", queries)
    write_lines(tmp_path / "eval" / "tatoeba_v1_cmn_eng.jsonl.gz", [{"zh": "ab", "en": "abc"}, {"zh": "xy", "en": "xyz"}])
    return tmp_path


def test_ndcg_of_ranks_by_hand() -> None:
    assert ndcg(np.array([0, 1, 9, 10])) == pytest.approx((1 + 1 / math.log2(3) + 1 / math.log2(11)) / 4)


def test_a_tie_does_not_push_the_right_passage_down() -> None:
    corpus = np.eye(2, dtype=np.float32)
    assert ranks_of(np.array([[0.6, 0.6], [0.1, 0.9]], dtype=np.float32), corpus, [0, 0]).tolist() == [0, 1]


def test_weighted_f1_by_hand() -> None:
    # line 0 predicted twice, once rightly: 2/3; line 1 never; line 2 rightly: 1
    assert weighted_f1([0, 0, 2]) == pytest.approx((2 / 3 + 0 + 1) / 3)


def test_weighted_f1_is_scikit_learns() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    predicted = np.random.default_rng(0).integers(0, 50, 50)
    expected = metrics.f1_score(range(50), predicted, average="weighted", zero_division=0)
    assert weighted_f1(predicted.tolist()) == pytest.approx(expected)


def test_mean_max_similarity_by_hand() -> None:
    question = np.array([[1, 0], [0.6, 0.8]], dtype=np.float32)
    assert mean_max_similarity(question, np.array([[1, 0], [0, 1]], dtype=np.float32)) == pytest.approx((1 + 0.8) / 2)


def test_questions_are_stripped_and_asked_once(data: Path) -> None:
    task = read_retrieval_set(data, "xquad_zh", "xquad_en")
    assert sorted(task.questions) == ["ab", "y"]
    assert task.passages == {"a": "abc", "b": "xyz"}


def test_every_row_of_the_table_is_measured(data: Path) -> None:
    figures = quality(CharacterEncoder(), data, questions=data / "absent.jsonl")
    assert figures == dict.fromkeys(figures, 1.0)
    assert len(figures) == 6


def test_without_texts_the_command_says_where_to_put_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("evaluation.encoder.SentenceEncoder", lambda name: CharacterEncoder())
    assert main(["--data", str(tmp_path), "--judged", str(tmp_path / "none")]) == 2
    assert f"{tmp_path}/eval" in capsys.readouterr().err


def test_the_reference_has_twelve_layers_and_the_encoders_vocabulary(tmp_path: Path) -> None:
    from evaluation.encoder_speed import write_reference
    from index.encoder import EMBEDDED

    if not (EMBEDDED / "model.safetensors").is_file():
        pytest.skip("the embedded encoder is not there")
    write_reference(tmp_path, EMBEDDED)
    ours, reference = (json.loads((folder / "config.json").read_text(encoding="utf-8")) for folder in (EMBEDDED, tmp_path))
    assert reference["num_hidden_layers"] == 12
    assert reference["vocab_size"] == ours["vocab_size"]
    assert (tmp_path / "tokenizer.json").is_file()
