"""The index of a corpus in one folder: built beside the old one, published by one rename, checked when it is opened."""

import json
import os
import shutil
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from corpus.chunking import ChunkingOptions, chunk_document
from corpus.types import Chunk, Document
from index.dense import DenseIndex
from index.errors import DamagedIndexError, IndexStoreError
from index.late import TokenIndex
from index.lexical import LexicalIndex
from index.manifest import (
    NAME,
    Manifest,
    check_manifest,
    corpus_fingerprint,
    file_digest,
    library_versions,
    read_manifest,
    write_manifest,
)
from index.tokenizer import WordTokenizer
from index.types import Encoder
from index.writing import Progress, write_files


class PassageIndex:
    """The chunks of a corpus, and the three ways to search them. Without an encoder there is keyword search alone."""

    def __init__(self, files: Path, documents: Sequence[Document], chunks: Sequence[Chunk], encoder: Encoder | None) -> None:
        """Load the files of a published index; `open` and `build` call this."""
        self.documents, self.chunks, self.encoder = tuple(documents), tuple(chunks), encoder
        self.positions = {chunk.id: position for position, chunk in enumerate(chunks)}
        terms = json.loads((files / "terms.json").read_text(encoding="utf-8"))
        self.names: frozenset[str] = frozenset(terms["names"])
        self.aliases: tuple[tuple[str, str], ...] = tuple((name, alias) for name, alias in terms["aliases"])
        self.lexical = LexicalIndex.open(files / "lexical", WordTokenizer(self.names))
        self.dense = DenseIndex.open(files / "dense.faiss") if encoder else None
        self.tokens = TokenIndex.open(files) if encoder else None

    @classmethod
    def open(
        cls, folder: Path, documents: Sequence[Document], encoder: Encoder | None, options: ChunkingOptions | None = None
    ) -> "PassageIndex":
        """Open the index of these documents.

        :raises MissingIndexError, StaleIndexError, DamagedIndexError: if it must be built first.
        """
        options = options or ChunkingOptions()
        chunks = _chunk(documents, options)
        manifest = read_manifest(folder)
        texts, fingerprint = corpus_fingerprint(documents, chunks), encoder.fingerprint if encoder else None
        check_manifest(manifest, folder, texts=texts, chunking=options, encoder=fingerprint)
        try:
            return cls(folder / manifest.generation, documents, chunks, encoder)
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            raise DamagedIndexError(f"the index in {folder} cannot be opened ({error})") from error

    @classmethod
    def build(
        cls,
        folder: Path,
        documents: Sequence[Document],
        encoder: Encoder | None,
        options: ChunkingOptions | None = None,
        progress: Progress | None = None,
    ) -> "PassageIndex":
        """Build the index of these documents and publish it. A build that breaks off leaves the old index as it was.

        :raises IndexStoreError: if there is nothing to index, or the folder cannot be written.
        """
        options = options or ChunkingOptions()
        chunks = _chunk(documents, options)
        if not chunks:
            raise IndexStoreError("the corpus holds no text to index; put documents there")
        generation = f"{time.time_ns():x}-{os.getpid()}"
        files = folder / generation
        with ExitStack() as undo:
            undo.callback(shutil.rmtree, files, ignore_errors=True)
            try:
                write_files(files, chunks, encoder, progress or (lambda stage, share: None))
                write_manifest(folder, _describe(files, corpus_fingerprint(documents, chunks), encoder, options))
            except OSError as error:
                reason = error.strerror or error
                raise IndexStoreError(f"the index cannot be written to {folder} ({reason}); name another folder with --index") from error
            undo.pop_all()
        _remove_others(folder, generation)
        return cls(files, documents, chunks, encoder)


def _chunk(documents: Sequence[Document], options: ChunkingOptions) -> list[Chunk]:
    return [chunk for document in documents for chunk in chunk_document(document, options)]


def _describe(files: Path, texts: str, encoder: Encoder | None, options: ChunkingOptions) -> Manifest:
    written = [f for f in sorted(files.rglob("*")) if f.is_file() and not f.name.startswith(".")]  # tantivy's locks begin with a dot
    return Manifest(
        generation=files.name,
        corpus=texts,
        chunking=asdict(options),
        encoder=encoder.fingerprint if encoder else None,
        dimension=encoder.dimension if encoder else 0,
        versions=library_versions(),
        files={file.relative_to(files).as_posix(): file_digest(file) for file in written},
    )


def _remove_others(folder: Path, generation: str) -> None:
    """Older generations of this index, also half-written ones; nothing else that lies in the folder."""
    for other in folder.iterdir():
        if other.is_dir() and other.name != generation and (other / "lexical").is_dir():
            shutil.rmtree(other, ignore_errors=True)
        elif other.name.startswith(f"{NAME}."):
            other.unlink(missing_ok=True)
