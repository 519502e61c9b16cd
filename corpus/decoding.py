"""Bytes to text: UTF-8, UTF-16, GB 18030, and what charset-normalizer knows beyond them."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from corpus.errors import UnreadableFileError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = {*range(9), 11, *range(14, 32)} - {27}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's characters and the encoding that was decided on."""

    text: str
    encoding: str


def read_text(path: Path) -> Decoded:
    """Read a text file in whatever encoding it was saved.

    :raises UnreadableFileError: if the file is missing, a folder, unreadable, empty, binary, or in no known encoding.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFileError(f"{path}: no such file; name a text file") from None
    except IsADirectoryError:
        raise UnreadableFileError(f"{path}: is a folder; name a text file in it") from None
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    try:
        return decode(content)
    except ValueError as error:
        raise UnreadableFileError(f"{path}: {error}") from None


def decode(content: bytes) -> Decoded:
    """Decode text. A byte order mark decides; then UTF-8, which other encodings rarely satisfy by chance; then a guess.

    :raises ValueError: if there are no characters, or the bytes are not text.
    """
    decoded = _decode_marked(content) or _decode_utf8(content) or _decode_guess(content)
    if decoded is None:
        raise ValueError("is not text in UTF-8, UTF-16 or GB 18030; convert it to UTF-8 first")
    if not decoded.text.strip():
        raise ValueError("is empty; nothing can be found in it")
    if _is_binary(decoded.text):
        raise ValueError("is binary, not text; export it as text first")
    return decoded


def _decode_marked(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _try(content, encoding)
    return None


def _decode_utf8(content: bytes) -> Decoded | None:
    return _try(content, "utf-8")


def _decode_guess(content: bytes) -> Decoded | None:
    if b"\0" in content[:4096]:  # UTF-16 without a mark: every other byte of its Latin letters is zero
        even, odd = content[0:4096:2].count(0), content[1:4096:2].count(0)
        if max(even, odd) < 4 * min(even, odd) or max(even, odd) == 0:
            return None
        return _try(content, "utf-16-le" if odd > even else "utf-16-be")
    if (chinese := _try(content, "gb18030")) and _is_chinese(chinese.text):
        return chinese
    best = from_bytes(content).best()
    return Decoded(str(best), best.encoding) if best else None


def _try(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding), encoding.removesuffix("-sig"))
    except UnicodeDecodeError:
        return None


def _is_chinese(text: str) -> bool:
    """Half of what is not ASCII are common ideographs: a wrong guess lands on rare ones."""
    foreign = [c for c in text if ord(c) > 127]
    common = sum("\u4e00" <= c <= "\u9fff" or c in "，。、；：？！“”《》（）—" for c in foreign)
    return bool(foreign) and common >= 0.5 * len(foreign)


def _is_binary(text: str) -> bool:
    """More than one control character in a thousand."""
    return sum(ord(c) in _CONTROL for c in text) * 1000 > len(text)
