"""The order in which passages are shown: sides of a comparison in turn, the things of a list together, the n-th thing first."""

from collections.abc import Sequence

from assistant.fusion import interleave
from assistant.inside import encloses, hits_inside
from assistant.question.enumeration import asks_list, find_enumeration, find_thing, ordinal_asked, parts_asked
from assistant.question.places import Place
from assistant.question.reading import Understood
from assistant.retriever import HybridRetriever, Search
from index.store import PassageIndex
from index.types import Hit, Ranking

_FIRST = 3  # hits in which a list may begin


class Arranger:
    """Arranges what one search found."""

    def __init__(self, index: PassageIndex, retriever: HybridRetriever, lists: bool = True) -> None:
        """`lists` is False where the things of a list are not looked for."""
        self._index, self._retriever, self._lists = index, retriever, lists

    def arrange(self, understood: Understood, search: Search, k: int) -> Ranking:
        """The first `k` hits; more where a list that is asked for has more things."""
        ranking = self._take_turns(understood, search.fused)
        things = [self._index.chunks[at].id for at in self.things(understood, ranking)] if self._lists else []
        scores = {hit.chunk_id: hit.score for hit in ranking}
        ranking = [Hit(c, scores.get(c, 0.0)) for c in things] + [hit for hit in ranking if hit.chunk_id not in things]
        return ranking[: max(k, len(things))]

    def _take_turns(self, understood: Understood, ranking: Ranking) -> Ranking:
        """What is compared, in turn: documents or sections that are named, else the sides of the question."""
        apart = _apart(understood.places)
        if len(apart) > 1:
            return interleave([hits_inside(self._index, ranking, [place.section]) for place in apart], ranking)
        if understood.sides:
            return interleave([self._retriever.explore(side).fused for side in understood.sides], ranking)
        return ranking

    def things(self, understood: Understood, ranking: Ranking) -> Sequence[int]:
        """Positions of the things of the list that is asked for, in the text's order; of the one thing `第二个特点` asks for."""
        asked, chunks = understood.alone, self._index.chunks
        favoured = [place.section for place in understood.places]
        if (ordinal := ordinal_asked(asked)) is not None:
            thing = find_thing(understood.query, chunks, self._first(self._before(understood) or ranking), ordinal, favoured)
            return [] if thing is None else [thing]
        if understood.count or asks_list(asked) or parts_asked(asked):
            return find_enumeration(asked, chunks, self._first(ranking), understood.count, favoured)
        return []

    def _before(self, understood: Understood) -> Ranking:
        """What the earlier question found: `第二个` of a follow-up counts the things that were shown then."""
        carried = understood.reading.carried
        return self._retriever.explore(" ".join(carried)).fused if carried else []

    def _first(self, ranking: Ranking) -> list[int]:
        return [self._index.positions[hit.chunk_id] for hit in ranking[:_FIRST]]


def _apart(places: Sequence[Place]) -> list[Place]:
    """What is named to be set side by side: several documents, or, where none is named, sections of which none lies in another."""
    named = [place for place in places if not place.topic]
    documents = [place for place in named if len(place.section.path) == 1]
    if documents:
        return documents
    return [p for p in named if not any(encloses(p.section, other.section) for other in named)]
