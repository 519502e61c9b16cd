"""An index is published whole or not at all, and its folder is otherwise left alone."""

from pathlib import Path

import pytest
from small_index import OtherEncoder, files_of, search_all

from corpus.structure import build_document
from corpus.types import Document
from index.errors import IndexStoreError
from index.store import PassageIndex
from index.types import Encoder


@pytest.mark.parametrize("reason", [OSError(28, "No space left on device"), RuntimeError("the model broke"), KeyboardInterrupt()])
def test_a_build_that_fails_midway_leaves_the_old_index_usable(
    reason: BaseException, folder: Path, small: Document, small_index: PassageIndex, hash_encoder: Encoder
) -> None:
    breaking = OtherEncoder(hash_encoder, reason)
    with pytest.raises((IndexStoreError, RuntimeError, KeyboardInterrupt)):
        PassageIndex.build(folder, [small], breaking)
    opened = PassageIndex.open(folder, [small], hash_encoder)
    assert search_all(opened, "宽带提速") == search_all(small_index, "宽带提速")
    assert len([entry for entry in folder.iterdir() if entry.is_dir()]) == 1


def test_a_new_build_replaces_the_old_one_and_removes_nothing_else(folder: Path, small: Document, hash_encoder: Encoder) -> None:
    old = files_of(folder)
    (folder / "diary.txt").write_text("mine", encoding="utf-8")
    (folder / "photos").mkdir()
    (folder / "photos" / "lexical.jpg").write_bytes(b"\xff")
    (folder / "half-written" / "lexical").mkdir(parents=True)
    PassageIndex.build(folder, [small], hash_encoder)
    assert not old.exists() and not (folder / "half-written").exists()
    assert (folder / "diary.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / "photos" / "lexical.jpg").exists()
    assert not list(folder.glob("manifest.json.*"))


def test_no_file_of_an_index_can_run_code_when_it_is_read(folder: Path) -> None:
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert not [file for file in files if file.suffix in (".pkl", ".pickle", ".pt", ".bin", ".joblib")]
    assert not [file for file in files if file.read_bytes()[:2] in (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")]


def test_a_corpus_without_text_and_a_folder_that_cannot_be_written_are_said(tmp_path: Path, small: Document, hash_encoder: Encoder) -> None:
    with pytest.raises(IndexStoreError, match="the corpus holds no text to index; put documents there"):
        PassageIndex.build(tmp_path, [build_document("a", "a", "一、总则\n")], hash_encoder)
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexStoreError) as refused:
        PassageIndex.build(tmp_path / "file" / "index", [small], hash_encoder)
    assert str(refused.value) == (
        f"the index cannot be written to {tmp_path / 'file' / 'index'} (Not a directory); name another folder with --index"
    )


def test_progress_goes_from_words_to_vectors_and_ends_at_one(tmp_path: Path, small: Document, hash_encoder: Encoder) -> None:
    told: list[tuple[str, float]] = []
    PassageIndex.build(tmp_path, [small], hash_encoder, progress=lambda stage, share: told.append((stage, share)))
    assert told == [("words", 0.0), ("words", 1.0), ("vectors", 1.0)]
