"""Questions for a list (`五个特点`, `八项各做什么`, `有哪些任务`), and the places where a document enumerates those things."""

import re
from collections.abc import Iterator, Sequence

from assistant.question.counting import ASKING, COUNT, asks_in_english, asks_list, count_asked, count_pattern, ordinal_asked, parts_asked
from assistant.question.list_titles import ORNAMENT, TITLE, is_counted, is_listed, shares_words
from assistant.question.things import Heading, headings, parts_below, things_below
from corpus.types import Chunk, Section
from index.normalise import normalise

__all__ = ["asks_list", "count_asked", "find_enumeration", "find_thing", "ordinal_asked", "parts_asked"]


def find_enumeration(
    question: str, chunks: Sequence[Chunk], best: Sequence[int], count: int | None, favoured: Sequence[Section] = ()
) -> list[int]:
    """The chunks of the enumeration that the question asks for, in the text's order.

    Its heading is named in the question, or is the one whose last words are those counted (`七大任务`), or stands above one of
    the best chunks and shares words with the question. An English question takes the only list of that length.

    :param best: positions of the best chunks, best first.
    :param count: how many things it must have; None for a list of any length, whose heading the question must name.
    :param favoured: the sections that the question names; the list stands in one of them.
    :return: positions: the first chunk of each thing; empty where there is no such enumeration.
    """
    return list(dict.fromkeys(_find(question, chunks, best, count, favoured, 0)))


def find_thing(question: str, chunks: Sequence[Chunk], best: Sequence[int], ordinal: int, favoured: Sequence[Section] = ()) -> int | None:
    """The first chunk of the thing with that number (-1 is the last) in the list that the question speaks of.

    :param question: with what it takes from earlier ones, so that the list is named in it.
    """
    least = max(ordinal, 2)
    things = _find(question, chunks, best, count_asked(question), favoured, least)
    return things[ordinal - 1 if ordinal > 0 else ordinal] if len(things) >= least else None


def _find(
    question: str, chunks: Sequence[Chunk], best: Sequence[int], count: int | None, favoured: Sequence[Section], least: int
) -> list[int]:
    """The things of the first list that fits, each once; `least` > 0: one of them is asked for, and the list has so many or more."""
    asked = normalise(question)
    named = [Heading(c.document_id, s.path) for s in favoured for c in chunks if c.section.path[: len(s.path)] == s.path]
    if (kind := parts_asked(asked)) and named:
        parts = parts_below(chunks, max(named, key=lambda h: len(h.path)), kind)
        return parts if len(parts) > 1 and count in (None, len(parts)) else []
    scope = [h for h in headings(chunks) if not named or any(_within(h, n) for n in named)]
    above = [h for h in _above(chunks, best) if not named or h.path[0] in {n.path[0] for n in named}]
    loose, english = bool(count or least), asks_in_english(asked)  # with no word in common, only a plain list will do
    for some in _candidates(asked, scope, above, list(dict.fromkeys(named)), loose):
        lists = [things_below(chunks, heading, None if english else count) for heading in some]
        fitting = [things for things in lists if things and len(things) >= least and count in (None, len(things))]
        if len(fitting) == 1:
            return fitting[0]
    return _announced(asked, chunks, scope) if count else []


def _announced(asked: str, chunks: Sequence[Chunk], scope: list[Heading]) -> list[int]:
    """The one passage that announces what is counted: `六项措施：`."""
    counted = re.match(rf"(?:{ORNAMENT.pattern})*([\u4e00-\u9fff]{{2}})", asked[match.end() :]) if (match := COUNT.search(asked)) else None
    if not match or not counted:
        return []
    written = re.compile(rf"{count_pattern(match)}(?:{ORNAMENT.pattern})*{counted[1]}")
    inside = {(h.document_id, h.path) for h in scope}
    found = [at for at, c in enumerate(chunks) if (c.document_id, c.section.path) in inside and written.search(normalise(c.text))]
    opening = [at for at in found if re.search(written.pattern + ":", normalise(chunks[at].text))]
    return next((some for some in (opening, found) if len(some) == 1), [])


def _candidates(asked: str, scope: list[Heading], above: list[Heading], named: list[Heading], loose: bool) -> Iterator[list[Heading]]:
    """Groups of headings, the surest first: a list is taken from a group only where it is the only one that fits."""
    asking = list(ASKING.finditer(asked))
    exact = [h for h in scope if any(is_listed(asked, match, h.title, h.path) for match in asking)]
    yield from _by_nearness(exact, above)
    if not loose:
        return
    yield from _by_nearness([h for h in scope if len(h.path) > 1 and len(h.title) >= TITLE and h.title in asked], above)
    yield [h for h in named if len(h.path) > 1]
    yield from _by_nearness([h for h in scope if any(is_counted(asked, match.end(), h.title) for match in asking)], above)
    if asks_in_english(asked):
        yield [h for h in scope if h not in named] if named else []
        yield above
    yield from ([h] for h in above if shares_words(asked, h.path[-1]))


def _by_nearness(found: list[Heading], above: list[Heading]) -> Iterator[list[Heading]]:
    """All of them together, then the ones above the best chunks one by one."""
    yield found
    yield from ([h] for h in above if h in found)


def _above(chunks: Sequence[Chunk], best: Sequence[int]) -> list[Heading]:
    over = ((chunks[at].document_id, chunks[at].section.path) for at in best)
    return list(dict.fromkeys(Heading(d, path[:depth]) for d, path in over for depth in (len(path), len(path) - 1) if depth))


def _within(heading: Heading, outer: Heading) -> bool:
    return heading.document_id == outer.document_id and heading.path[: len(outer.path)] == outer.path
