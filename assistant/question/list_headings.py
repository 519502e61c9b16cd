"""The headings under which the list that a question asks for may stand, the surest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.question.counting import ASKING, asks_for_changes, asks_in_english
from assistant.question.list_nouns import Listed, listed_in
from assistant.question.list_titles import TITLE, is_counted, is_listed, shares_words
from assistant.question.things import Heading
from corpus.types import Chunk

Groups = Iterator[tuple[bool, list[Heading]]]  # is its heading named, and no other topic?


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for a list, normalised, and the same without what names places; how many things it wants, how many there are at least."""

    text: str
    rest: str
    count: int | None
    least: int = 0

    @property
    def loose(self) -> bool:
        """A number says enough for a heading that is not named in full."""
        return bool(self.count or self.least)

    @property
    def english(self) -> bool:
        """Nothing in it asks in Chinese."""
        return not ASKING.search(self.text) and not asks_for_changes(self.text)

    def listed(self) -> Listed | None:
        """What an English question wants listed; None where its count counts something else: `set up by the three associations`."""
        asks = self.english and (asks_in_english(self.text) or not self.loose)
        return listed_in(self.rest, bool(self.count), bool(self.least)) if asks else None


@dataclass(frozen=True, slots=True)
class Places:
    """Headings: `scope`, all in which the list may stand; `named` by the question; `above` the best chunks, nearest first."""

    scope: Sequence[Heading]
    named: Sequence[Heading]
    above: Sequence[Heading]


def likely_headings(asked: Asked, listed: Listed | None, places: Places) -> Groups:
    """Groups of headings: a list is taken from a group only where it is the only one that fits."""
    if listed:
        return _in_english(asked, listed, places)
    return iter(()) if asked.english else _in_chinese(asked, places)


def _in_chinese(asked: Asked, places: Places) -> Groups:
    scope, text = places.scope, asked.text
    asking = [(t, match) for t in dict.fromkeys((text, asked.rest)) for match in ASKING.finditer(t)]
    ends = [match.end() for match in ASKING.finditer(text)]
    yield from _by_nearness((h for h in scope if any(is_listed(t, m, h.title, h.path) for t, m in asking)), places, True)
    near = _parts(places.above)
    yield from _by_nearness((h for h in near if any(is_listed(t, m, h.title, h.path, in_short=True) for t, m in asking)), places, True)
    if asked.loose:
        yield from _by_nearness((h for h in _parts(scope) if len(h.title) >= TITLE and h.title in text), places)
        yield False, _parts(places.named)
        yield from _by_nearness((h for h in scope if any(is_counted(text, end, h.title) for end in ends)), places)


def _in_english(asked: Asked, listed: Listed, places: Places) -> Groups:
    """With no word in common, the heading is known by the noun it ends with."""
    full, headed = ([h for h in _parts(places.scope) if test(h.title)] for test in (listed.heads_in_full, listed.heads))
    for some in (full, headed) if listed.names else ():
        yield from _by_nearness((h for h in some if listed.names_no_other(h.outer)), places, True)
    if asked.loose and listed.names:
        yield from _by_nearness(headed, places) if places.named else ((False, [h]) for h in places.above if h in headed)
    elif asked.loose:
        yield False, _parts(places.named)
        yield False, [h for h in _parts(places.scope) if h not in places.named] if places.named else []
        yield False, _parts(places.above)


def weak_headings(asked: Asked, places: Places) -> list[Heading]:
    """Those above the best chunks that share words with a Chinese question for a number of things."""
    return [h for h in _parts(places.above) if shares_words(asked.text, h.path[-1])] if asked.loose and not asked.english else []


def headings_above(chunks: Sequence[Chunk], best: Sequence[int]) -> list[Heading]:
    """The two innermost headings over each of these chunks."""
    over = ((chunks[at].document_id, chunks[at].section.path) for at in best)
    return list(dict.fromkeys(Heading(d, path[:depth]) for d, path in over for depth in (len(path), len(path) - 1) if depth))


def _parts(found: Iterable[Heading]) -> list[Heading]:
    """Without whole documents."""
    return [heading for heading in found if len(heading.path) > 1]


def _by_nearness(found: Iterable[Heading], places: Places, sure: bool = False) -> Groups:
    """All of them together, then the ones above the best chunks one by one."""
    group = list(found)
    yield sure, group
    yield from ((sure, [h]) for h in places.above if h in group)
