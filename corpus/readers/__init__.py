"""Read a file or a folder of files: one module per format."""

from dataclasses import replace
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.readers import text
from corpus.types import Document

__all__ = ["read_corpus", "read_document"]
_READERS = dict.fromkeys(text.SUFFIXES, text.read)


def read_document(path: Path) -> Document:
    """Read one file by its format.

    :raises UnreadableFileError: if it is missing, empty, binary, or of a format that is not read.
    """
    if path.is_file() and path.suffix.lower() not in _READERS:
        raise UnreadableFileError(f"{path}: the format {path.suffix or 'without a suffix'} is not read; allowed are {', '.join(_READERS)}")
    return text.read(path) if path.suffix.lower() not in _READERS else _READERS[path.suffix.lower()](path)


def read_corpus(path: Path) -> list[Document]:
    """Read a file, or every readable file of a folder in the order of their names.

    :raises UnreadableFileError: if there is nothing to read; a file of a folder that cannot be read is an error too.
    """
    if not path.is_dir():
        return [read_document(path)]
    files = sorted(f for f in path.rglob("*") if f.is_file() and f.suffix.lower() in _READERS and not f.name.startswith("."))
    if not files:
        raise UnreadableFileError(f"{path}: holds no file to read; put {', '.join(_READERS)} files there")
    documents = [read_document(file) for file in files]
    if len({d.id for d in documents}) < len(documents):  # two files of one name in two folders
        documents = [replace(d, id=file.relative_to(path).with_suffix("").as_posix()) for d, file in zip(documents, files, strict=True)]
    return documents
