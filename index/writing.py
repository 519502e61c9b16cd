"""The files of an index: words, terms, sentence vectors and token vectors of the chunks."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from corpus.types import Chunk
from index.dense import DenseIndex
from index.late import TokenIndex
from index.lexical import LexicalIndex
from index.terms import find_terms
from index.tokenizer import WordTokenizer
from index.types import Encoded, Encoder

Progress = Callable[[str, float], None]  # what is being done, and the share of it that is done
_BATCH = 32  # passages between two reports of progress


def embedded_text(chunk: Chunk) -> str:
    """What the encoder reads: the headings above the chunk, then its text. Only the text is ever quoted."""
    return " ".join(chunk.section.path) + "\n" + chunk.text


def write_files(files: Path, chunks: Sequence[Chunk], encoder: Encoder | None, report: Progress) -> None:
    """Write all files of an index into a new folder; without an encoder, those of the keyword search alone."""
    (files / "lexical").mkdir(parents=True)
    report("words", 0.0)
    terms = find_terms(chunk.text for chunk in chunks)
    content = {"names": sorted(terms.names), "aliases": terms.aliases}
    (files / "terms.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    LexicalIndex.build(chunks, WordTokenizer(terms.names), files / "lexical")
    report("words", 1.0)
    if encoder:
        encoded = _encode(chunks, encoder, report)
        DenseIndex.build(np.stack([e.vector for e in encoded])).save(files / "dense.faiss")
        TokenIndex.save(files, encoded, [len(embedded_text(chunk)) - len(chunk.text) for chunk in chunks])


def _encode(chunks: Sequence[Chunk], encoder: Encoder, report: Progress) -> list[Encoded]:
    encoded: list[Encoded] = []
    for at in range(0, len(chunks), _BATCH):
        encoded += encoder.encode_passages([embedded_text(chunk) for chunk in chunks[at : at + _BATCH]])
        report("vectors", len(encoded) / len(chunks))
    return encoded
