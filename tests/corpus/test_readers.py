"""Files and folders become documents, in the order of their names."""

from pathlib import Path

import pytest

import corpus
from corpus.errors import CorpusError, UnknownSectionError, UnreadableFileError
from corpus.readers import read_corpus, read_document


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"{name}的正文。\n", encoding="utf-8")


def test_a_folder_is_read_in_the_order_of_names_hidden_and_foreign_files_left_out(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.MD", "c.markdown", "d.text", ".hidden.txt", "image.png", "sub/e.txt")
    assert [document.id for document in read_corpus(tmp_path)] == ["a", "b", "c", "d", "e"]


def test_two_files_of_one_name_have_different_ids(tmp_path: Path) -> None:
    write(tmp_path, "2015/opinion.txt", "2017/opinion.txt")
    assert [document.id for document in read_corpus(tmp_path)] == ["2015/opinion", "2017/opinion"]


def test_one_unreadable_file_in_a_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "b.txt").write_bytes(b"")
    with pytest.raises(UnreadableFileError, match=r"b\.txt: is empty"):
        read_corpus(tmp_path)


def test_a_folder_without_documents_says_what_to_put_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_corpus(tmp_path)
    assert str(refused.value) == f"{tmp_path}: holds no file to read; put .txt, .text, .md, .markdown files there"


def test_another_format_is_refused_with_the_ones_allowed(tmp_path: Path) -> None:
    write(tmp_path, "image.png", "README")
    with pytest.raises(UnreadableFileError, match=r"image\.png: the format \.png is not read; allowed are \.txt, \.text, \.md, \.markdown"):
        read_document(tmp_path / "image.png")
    with pytest.raises(UnreadableFileError, match="README: the format without a suffix is not read"):
        read_document(tmp_path / "README")


def test_the_public_names_and_the_tree_of_errors() -> None:
    assert corpus.__all__ == ["read_corpus", "read_document"]
    assert all(issubclass(error, CorpusError) for error in (UnreadableFileError, UnknownSectionError))
