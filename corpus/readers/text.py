"""Plain text and Markdown files."""

from pathlib import Path

from corpus.decoding import read_text
from corpus.structure import build_document
from corpus.types import Document

SUFFIXES = (".txt", ".text", ".md", ".markdown")


def read(path: Path) -> Document:
    """Read a text file.

    :raises UnreadableFileError: if it cannot be read as text.
    """
    return build_document(path.stem, path.stem, read_text(path).text)
