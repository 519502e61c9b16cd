"""Hits to passages: quoted, cited, with their evidence and the reasons why they are here."""

from collections.abc import Sequence

from assistant.citation import cite
from assistant.evidence import find_evidence, find_evidence_by_words
from assistant.question.words import find_printed
from assistant.retriever import Search
from assistant.types import Passage, Span, Stage, StageName
from corpus.types import Chunk
from index.store import PassageIndex
from index.types import Hit


class PassageMaker:
    """Makes passages of one index's chunks."""

    def __init__(self, index: PassageIndex) -> None:
        """Take chunks and tokens from this index."""
        self._index = index

    def make(self, search: Search, hits: Sequence[Hit]) -> tuple[Passage, ...]:
        """The passages of these hits, numbered from 1 in their order."""
        return tuple(self._make(search, rank, hit) for rank, hit in enumerate(hits, 1))

    def _make(self, search: Search, rank: int, hit: Hit) -> Passage:
        chunk = self._index.chunks[self._index.positions[hit.chunk_id]]
        evidence, matched = self._evidence(search, chunk), find_printed(search.words, chunk.text)
        return Passage(rank, chunk, hit.score, _stages(search, hit.chunk_id), cite(chunk), evidence, matched)

    def _evidence(self, search: Search, chunk: Chunk) -> tuple[Span, ...]:
        if search.encoded is None or self._index.tokens is None:
            return find_evidence_by_words(chunk, search.words)
        return find_evidence(chunk, search.encoded, *self._index.tokens.tokens_of(self._index.positions[chunk.id]))


def _stages(search: Search, chunk_id: str) -> tuple[Stage, ...]:
    names: tuple[StageName, ...] = ("lexical", "dense", "late", "fused")
    rankings = (search.lexical, search.dense, search.late, search.fused)
    return tuple(
        Stage(name, rank, hit.score)
        for name, ranking in zip(names, rankings, strict=True)
        for rank, hit in enumerate(ranking, 1)
        if hit.chunk_id == chunk_id
    )
