"""Questions for a list (`五个特点`, `八项各做什么`, `有哪些任务`), and the places where a document enumerates those things."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.counting import asks_list, count_asked, ordinal_asked, parts_asked, plainly
from assistant.question.list_headings import Asked, Places, headings_above, likely_headings, weak_headings
from assistant.question.list_nouns import Listed
from assistant.question.things import Heading, articles_below, headings, parts_below, things_below
from assistant.question.written_lists import find_written
from corpus.types import Chunk, Section
from index.normalise import normalise

__all__ = ["Enumeration", "asks_list", "count_asked", "enumerate_asked", "find_enumeration", "find_thing", "ordinal_asked", "parts_asked"]

_NEAR = 3  # chunks, of the best, over which a list may stand


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Positions of the first chunk of each thing, in the text's order; a chunk that holds several stands more than once.

    `named`: the question names the heading of the list, and no other topic.
    """

    things: tuple[int, ...] = ()
    named: bool = False


def enumerate_asked(
    question: str, chunks: Sequence[Chunk], best: Sequence[int], count: int | None, favoured: Sequence[Section] = (), rest: str = ""
) -> Enumeration:
    """The enumeration that the question asks for.

    Its heading is named in the question, or is the one whose last words are those counted (`七大任务`), or stands above one of
    the best chunks and shares words with the question. An English question says by a noun what its heading ends with.

    :param best: positions of the best chunks, best first.
    :param count: how many things it must have; None for a list of any length, whose heading the question must name.
    :param favoured: the sections that the question names; the list stands in one of them.
    :param rest: the question without what names those sections, and with Chinese names for what has one.
    """
    asked = plainly(normalise(question))
    return _find(Asked(asked, plainly(rest) if rest else asked, count), chunks, best, favoured)


def find_enumeration(
    question: str, chunks: Sequence[Chunk], best: Sequence[int], count: int | None, favoured: Sequence[Section] = ()
) -> list[int]:
    """The chunks of the enumeration that the question asks for, each once; empty where there is none."""
    return list(dict.fromkeys(enumerate_asked(question, chunks, best, count, favoured).things))


def find_thing(question: str, chunks: Sequence[Chunk], best: Sequence[int], ordinal: int, favoured: Sequence[Section] = ()) -> int | None:
    """The first chunk of the thing with that number (-1 is the last) in the list that the question speaks of.

    :param question: with what it takes from earlier ones, so that the list is named in it.
    """
    least, asked = max(ordinal, 2), normalise(question)
    things = _find(Asked(asked, asked, count_asked(question), least), chunks, best, favoured).things
    return things[ordinal - 1 if ordinal > 0 else ordinal] if len(things) >= least else None


def _find(asked: Asked, chunks: Sequence[Chunk], best: Sequence[int], favoured: Sequence[Section]) -> Enumeration:
    """The first list that fits."""
    named = list(dict.fromkeys(Heading(c.document_id, s.path) for s in favoured for c in chunks if c.section.path[: len(s.path)] == s.path))
    if favoured and not named:  # what is named has no text
        return Enumeration()
    if (kind := parts_asked(asked.text)) and named:
        parts = parts_below(chunks, max(named, key=lambda h: len(h.path)), kind)
        return Enumeration(tuple(parts), True) if len(parts) > 1 and asked.count in (None, len(parts)) else Enumeration()
    return _below(asked, chunks, best, named)


def _below(asked: Asked, chunks: Sequence[Chunk], best: Sequence[int], named: list[Heading]) -> Enumeration:
    scope = [h for h in headings(chunks) if not named or any(_within(h, n) for n in named)]
    above = [h for h in headings_above(chunks, best[:_NEAR]) if not named or h.path[0] in {n.path[0] for n in named}]
    places, listed = Places(scope, named, above), asked.listed()
    for sure, some in likely_headings(asked, listed, places):
        fitting = [things for heading in some if (things := _things(chunks, heading, asked))]
        if len(fitting) == 1:
            return Enumeration(tuple(fitting[0]), sure)
    if written := _written(asked, listed, chunks, scope, best):
        return Enumeration(tuple(written))
    return Enumeration(next((tuple(things) for h in weak_headings(asked, places) if (things := _things(chunks, h, asked))), ()))


def _things(chunks: Sequence[Chunk], heading: Heading, asked: Asked) -> list[int]:
    """The things of the heading, if there are as many as are asked for."""
    if len(heading.path) == 1 and re.search("[几少]条", asked.text):
        return articles_below(chunks, heading)
    things = things_below(chunks, heading, None if asked.english else asked.count)
    return things if len(things) >= asked.least and asked.count in (None, len(things)) else []


def _written(asked: Asked, listed: Listed | None, chunks: Sequence[Chunk], scope: Sequence[Heading], best: Sequence[int]) -> list[int]:
    """A list inside the text; where no count is asked for, in one of the best chunks."""
    headed, near = {(h.document_id, h.path) for h in scope}, best[:_NEAR]
    inside = [at for at, c in enumerate(chunks) if (c.document_id, c.section.path) in headed and (asked.count or at in near)]
    return find_written(asked.text, listed, chunks, inside, best, asked.count)


def _within(heading: Heading, outer: Heading) -> bool:
    return heading.document_id == outer.document_id and heading.path[: len(outer.path)] == outer.path
