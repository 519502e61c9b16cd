"""The order in which passages are shown: sides of a comparison in turn, the things of a list together, the n-th thing first."""

from collections.abc import Collection, Sequence

from assistant.fusion import interleave
from assistant.inside import encloses, hits_inside
from assistant.question.aliases import Aliases
from assistant.question.counting import plainly
from assistant.question.enumeration import Enumeration, asks_list, enumerate_asked, find_thing, ordinal_asked, parts_asked
from assistant.question.list_nouns import in_chinese
from assistant.question.places import Place, leave_out
from assistant.question.reading import Understood
from assistant.retriever import HybridRetriever, Search
from corpus.types import Section
from index.normalise import normalise
from index.store import PassageIndex
from index.types import Hit, Ranking

_FIRST = 20  # hits among which a list may begin


class Arranger:
    """Arranges what one search found."""

    def __init__(self, index: PassageIndex, retriever: HybridRetriever, lists: bool = True) -> None:
        """`lists` is False where the things of a list are not looked for."""
        self._index, self._retriever, self._lists = index, retriever, lists
        self._names = Aliases(index.aliases, "").groups

    def arrange(self, understood: Understood, search: Search, k: int) -> Ranking:
        """The first `k` hits; more where a list that is asked for has more things."""
        ranking = self._take_turns(understood, search)
        things = [self._index.chunks[at].id for at in self.things(understood, ranking, search.within)] if self._lists else []
        scores = {hit.chunk_id: hit.score for hit in ranking}
        ranking = [Hit(c, scores.get(c, 0.0)) for c in things] + [hit for hit in ranking if hit.chunk_id not in things]
        return ranking[: max(k, len(things))]

    def _take_turns(self, understood: Understood, search: Search) -> Ranking:
        """What is compared, in turn: documents or sections that are named, else the sides of the question."""
        ranking = search.fused
        apart = _apart(understood.places)
        if len(apart) > 1:
            return interleave([hits_inside(self._index, ranking, [place.section]) for place in apart], ranking)
        if understood.sides:
            return interleave([self._retriever.explore(side, search.within).fused for side in understood.sides], ranking)
        return ranking

    def things(self, understood: Understood, ranking: Ranking, within: Collection[int] | None = None) -> Sequence[int]:
        """Positions of the things of the list that is asked for, in the text's order; of the one thing `第二个特点` asks for.

        :param within: positions of the only chunks that may be shown; a list that goes beyond them is none.
        """
        things = self._things(understood, ranking)
        return things if _all_inside(things, within) else []

    def _things(self, understood: Understood, ranking: Ranking) -> Sequence[int]:
        if (ordinal := ordinal_asked(understood.alone)) is not None:
            best = self._first(self._before(understood) or ranking)
            thing = find_thing(understood.query, self._index.chunks, best, ordinal, _inside(understood.places))
            return [] if thing is None else [thing]
        return list(dict.fromkeys(self._enumeration(understood, ranking).things))

    def names_list(self, understood: Understood, search: Search) -> bool:
        """The question asks for all things under a heading that it names, and they are there: `信息化重大工程一共几项`."""
        if not self._lists or ordinal_asked(understood.alone) is not None:
            return False
        found = self._enumeration(understood, search.fused)
        return found.named and _all_inside(found.things, search.within)

    def _enumeration(self, understood: Understood, ranking: Ranking) -> Enumeration:
        asked = understood.alone
        if not (understood.count or asks_list(plainly(normalise(asked))) or parts_asked(asked)):
            return Enumeration()
        named = [place for place in understood.places if not place.topic]
        rest = in_chinese(leave_out(asked, named), self._names)
        return enumerate_asked(asked, self._index.chunks, self._first(ranking), understood.count, _inside(understood.places), rest)

    def _before(self, understood: Understood) -> Ranking:
        """What the earlier question found: `第二个` of a follow-up counts the things that were shown then."""
        carried = understood.reading.carried
        return self._retriever.explore(" ".join(carried)).fused if carried else []

    def _first(self, ranking: Ranking) -> list[int]:
        return [self._index.positions[hit.chunk_id] for hit in ranking[:_FIRST]]


def _all_inside(positions: Sequence[int], within: Collection[int] | None) -> bool:
    return within is None or all(at in within for at in positions)


def _inside(places: Sequence[Place]) -> list[Section]:
    """The sections in which the list stands; a document that is only a topic may be spoken of in another."""
    return [place.section for place in places if not (place.topic and len(place.section.path) == 1)]


def _apart(places: Sequence[Place]) -> list[Place]:
    """What is named to be set side by side: several documents, or, where none is named, sections of which none lies in another."""
    named = [place for place in places if not place.topic]
    documents = [place for place in named if len(place.section.path) == 1]
    if documents:
        return documents
    return [p for p in named if not any(encloses(p.section, other.section) for other in named)]
