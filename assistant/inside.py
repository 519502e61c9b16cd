"""Which chunks lie inside a section."""

from collections.abc import Sequence

from assistant.question.place_titles import contains
from corpus.types import Section
from index.store import PassageIndex
from index.types import Ranking


def positions_inside(index: PassageIndex, sections: Sequence[Section]) -> frozenset[int]:
    """The chunks inside any of the sections."""
    spans = [(s.start, s.end, s.document) for s in sections]
    return frozenset(at for at, c in enumerate(index.chunks) if any(a <= c.start < b and c.section.document == d for a, b, d in spans))


def hits_inside(index: PassageIndex, ranking: Ranking, sections: Sequence[Section]) -> Ranking:
    """The hits inside any of the sections, in their order."""
    positions = positions_inside(index, sections)
    return [hit for hit in ranking if index.positions[hit.chunk_id] in positions]


def encloses(outer: Section, inner: Section) -> bool:
    """`inner` lies in `outer` and is not the same."""
    return contains(outer, inner) and outer.id != inner.id
