"""An index that is missing, damaged or stale is refused with one line that names what is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest
from small_corpus import SMALL
from small_index import OtherEncoder, files_of

from corpus.chunking import ChunkingOptions
from corpus.structure import build_document
from corpus.types import Document
from index.errors import DamagedIndexError, MissingIndexError, StaleIndexError
from index.store import PassageIndex
from index.types import Encoder


def flip_a_byte(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-7])


def test_an_empty_folder_says_how_to_build_an_index(tmp_path: Path, small: Document, hash_encoder: Encoder) -> None:
    with pytest.raises(MissingIndexError) as missing:
        PassageIndex.open(tmp_path, [small], hash_encoder)
    assert str(missing.value) == f"no index in {tmp_path}; build one with: python -m index.build"


def test_files_without_their_manifest_are_no_index(folder: Path, small: Document, hash_encoder: Encoder) -> None:
    (folder / "manifest.json").unlink()
    with pytest.raises(MissingIndexError):
        PassageIndex.open(folder, [small], hash_encoder)


@pytest.mark.parametrize("name", ["dense.faiss", "tokens.npy", "token-starts.npy", "token-spans.npy", "terms.json", "lexical/meta.json"])
@pytest.mark.parametrize(
    ("spoil", "said"), [(flip_a_byte, "not what was written"), (cut_short, "not what was written"), (Path.unlink, "missing")]
)
def test_a_spoiled_file_is_named(
    name: str, spoil: Callable[[Path], None], said: str, folder: Path, small: Document, hash_encoder: Encoder
) -> None:
    spoil(files_of(folder) / name)
    with pytest.raises(DamagedIndexError) as damaged:
        PassageIndex.open(folder, [small], hash_encoder)
    assert str(damaged.value) == f"{files_of(folder) / name} is {said}"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 2}', '{"format": 2, "unknown": 2}'])
def test_a_manifest_that_cannot_be_read_is_named(content: str, folder: Path, small: Document, hash_encoder: Encoder) -> None:
    (folder / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(DamagedIndexError, match=r"manifest\.json cannot be read"):
        PassageIndex.open(folder, [small], hash_encoder)


def test_an_index_of_another_corpus_encoder_or_chunking_is_stale(folder: Path, small: Document, hash_encoder: Encoder) -> None:
    changed = build_document("small", "small", SMALL.replace("50 兆比特", "100 兆比特"))
    other, options = OtherEncoder(hash_encoder), ChunkingOptions(target=100)
    for document, encoder, chunking, reason in (
        (changed, hash_encoder, None, "the corpus changed"),
        (small, other, None, "the encoder changed (hash-64 → other-1)"),
        (small, None, None, "the encoder changed (hash-64 → None)"),
        (small, hash_encoder, options, "the chunking changed"),
    ):
        with pytest.raises(StaleIndexError) as stale:
            PassageIndex.open(folder, [document], encoder, chunking)
        assert str(stale.value).startswith(f"the index in {folder} is out of date: {reason}")


def test_an_index_of_another_format_or_library_is_stale(folder: Path, small: Document, hash_encoder: Encoder) -> None:
    manifest = folder / "manifest.json"
    written = manifest.read_text(encoding="utf-8")
    for old, new, reason in (('"format": 2', '"format": 99', "has format 99"), ('"jieba": "', '"jieba": "0', "a library changed")):
        assert old in written
        manifest.write_text(written.replace(old, new), encoding="utf-8")
        with pytest.raises(StaleIndexError, match=reason):
            PassageIndex.open(folder, [small], hash_encoder)
