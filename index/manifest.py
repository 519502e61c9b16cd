"""What an index was made of, written beside it: an index that does not belong to the corpus is never searched."""

import hashlib
import importlib.metadata
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.chunking import ChunkingOptions
from corpus.types import Chunk, Document
from index.errors import DamagedIndexError, MissingIndexError, StaleIndexError

FORMAT = 2  # raised when the files of an index change their meaning
NAME = "manifest.json"
_LIBRARIES = ("faiss-cpu", "tantivy", "jieba", "OpenCC")


@dataclass(frozen=True, slots=True)
class Manifest:
    """`generation`: the folder beside the manifest that holds the files. `files`: SHA-256 of each, by relative path."""

    generation: str
    corpus: str
    chunking: dict[str, int]
    encoder: str | None
    dimension: int
    versions: dict[str, str]
    files: dict[str, str]
    format: int = FORMAT


def library_versions() -> dict[str, str]:
    """The libraries whose files or words an index depends on."""
    return {name: importlib.metadata.version(name) for name in _LIBRARIES}


def corpus_fingerprint(documents: Sequence[Document], chunks: Sequence[Chunk]) -> str:
    """The same for the same texts, cut the same way under the same headings."""
    digest = hashlib.sha256()
    for document in documents:
        digest.update(f"{document.id}\0{document.text}\0".encode())
    for chunk in chunks:
        digest.update(f"{chunk.id}\0{'›'.join(chunk.section.path)}\0".encode())
    return digest.hexdigest()[:16]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Publish an index: one rename, after which it is whole."""
    draft = folder / f"{NAME}.{manifest.generation}"
    draft.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1), encoding="utf-8")
    draft.replace(folder / NAME)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of the index in `folder`.

    :raises MissingIndexError: if there is none.
    :raises DamagedIndexError: if it cannot be read.
    :raises StaleIndexError: if it was written by another version of this program.
    """
    try:
        fields: dict[str, Any] = json.loads((folder / NAME).read_text(encoding="utf-8"))
        found = fields.get("format")
        if found != FORMAT:
            raise StaleIndexError(f"the index in {folder} has format {found}, this version writes {FORMAT}")
        return Manifest(**fields)
    except FileNotFoundError:
        raise MissingIndexError(f"no index in {folder}; build one with: python -m index.build") from None
    except (ValueError, TypeError, AttributeError, OSError) as error:
        raise DamagedIndexError(f"{folder / NAME} cannot be read ({error})") from None


def check_manifest(manifest: Manifest, folder: Path, *, texts: str, chunking: ChunkingOptions, encoder: str | None) -> None:
    """Compare what the index was made of with what it is wanted for, and its files with what was written.

    :raises StaleIndexError: naming the first thing that differs.
    :raises DamagedIndexError: naming the first file that is missing or changed.
    """
    wanted: dict[str, tuple[object, object]] = {
        "the corpus": (manifest.corpus, texts),
        "the chunking": (manifest.chunking, asdict(chunking)),
        "the encoder": (manifest.encoder, encoder),
        "a library": (manifest.versions, library_versions()),
    }
    for name, (made, asked) in wanted.items():
        if made != asked:
            raise StaleIndexError(f"the index in {folder} is out of date: {name} changed ({made} → {asked})")
    for file, digest in manifest.files.items():
        path = folder / manifest.generation / file
        if not path.is_file() or file_digest(path) != digest:
            raise DamagedIndexError(f"{path} is {'not what was written' if path.is_file() else 'missing'}")


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
