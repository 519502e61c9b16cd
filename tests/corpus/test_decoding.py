"""Every way in which a Chinese Windows or Mac saves a text is read; what is no text is refused with one line."""

import os
from pathlib import Path

import pytest

from corpus.decoding import decode, read_text
from corpus.errors import UnreadableFileError
from corpus.readers import read_corpus, read_document

TEXT = "一、总体要求\n\n推进宽带网络提速降费，发展“互联网+”行动，2020 年实现全覆盖。\n"
ENCODINGS = [
    ("utf-8", b"", "utf-8"),
    ("utf-8", b"\xef\xbb\xbf", "utf-8"),
    ("utf-16-le", b"\xff\xfe", "utf-16"),
    ("utf-16-be", b"\xfe\xff", "utf-16"),
    ("utf-16-le", b"", "utf-16-le"),
    ("utf-16-be", b"", "utf-16-be"),
    ("gb18030", b"", "gb18030"),
    ("gbk", b"", "gb18030"),
]


@pytest.mark.parametrize(("encoding", "mark", "said"), ENCODINGS, ids=lambda value: str(value))
def test_a_text_is_the_same_in_every_encoding(encoding: str, mark: bytes, said: str) -> None:
    decoded = decode(mark + TEXT.encode(encoding))
    assert (decoded.text, decoded.encoding) == (TEXT, said)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_the_notes_are_the_same_in_every_encoding(encoding: str, notes_file: Path) -> None:
    text = notes_file.read_bytes().decode()
    assert decode(text.encode(encoding)).text == text


def test_rare_characters_beyond_gbk_are_read_from_gb18030() -> None:
    assert decode("㐀𠀀与宽带网络".encode("gb18030")).text == "㐀𠀀与宽带网络"


def test_western_text_is_not_taken_for_chinese() -> None:
    decoded = decode("Le réseau a été étendu à toute la région.".encode("cp1252"))
    assert decoded.text.startswith("Le r") and decoded.text.endswith("gion.")
    assert not any("\u4e00" <= c <= "\u9fff" for c in decoded.text)


def test_windows_line_ends_are_kept_and_give_the_same_document(tmp_path: Path) -> None:
    for name, content in (("a", TEXT), ("b", TEXT.replace("\n", "\r\n"))):
        (tmp_path / f"{name}.txt").write_bytes(content.encode())
    a, b = read_corpus(tmp_path)
    assert a.text == b.text
    assert [s.number for s in a.sections] == [s.number for s in b.sections]
    assert read_text(tmp_path / "b.txt").text.count("\r\n") == 3


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty; nothing can be found in it"),
        (b" \r\n\t \n", "is empty; nothing can be found in it"),
        (b"\xef\xbb\xbf", "is empty; nothing can be found in it"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "is not text in UTF-8, UTF-16 or GB 18030; convert it to UTF-8 first"),
        (b"\0" * 64, "is binary, not text; export it as text first"),
        (b"words \x01\x02\x03 and more", "is binary, not text; export it as text first"),
        (TEXT.encode()[:20] + b"\xff" + TEXT.encode()[20:], "is not text in UTF-8, UTF-16 or GB 18030; convert it to UTF-8 first"),
    ],
    ids=["no byte", "white space", "mark alone", "program", "zeros", "control characters", "one damaged byte"],
)
def test_what_is_no_text_is_refused_with_one_line(content: bytes, problem: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    with pytest.raises(UnreadableFileError) as refused:
        read_document(file)
    assert str(refused.value) == f"{file}: {problem}"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_document(tmp_path / "none.txt")
    assert str(refused.value) == f"{tmp_path / 'none.txt'}: no such file; name a text file"
    with pytest.raises(UnreadableFileError) as refused:
        read_text(tmp_path)
    assert str(refused.value) == f"{tmp_path}: is a folder; name a text file in it"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(TEXT, encoding="utf-8")
    file.chmod(0)
    with pytest.raises(UnreadableFileError, match=r"cannot be read \(Permission denied\); check its permissions"):
        read_document(file)
