"""Questions for a list (`五个特点`, `八项各做什么`), and the places where a document enumerates that many things."""

import re
from collections.abc import Sequence

from corpus.types import Chunk
from index.normalise import normalise

_DIGITS = "零一二三四五六七八九十"
_COUNT = re.compile(
    r"(?<![第\d.一二三四五六七八九十百])([一二]?十[一二三四五六七八九]?|[三四五六七八九]|\d{1,2})\s*(?:个|项|条|大|类|点|方面|种|步)(?!月|年|人|百分|字)"
)
_ENGLISH = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENGLISH_COUNT = re.compile(rf"\b({'|'.join(_ENGLISH)})\b(?![- ]years?\b)", re.IGNORECASE)
_SHARED = 2  # characters that the question and the heading of the list have in common


def count_asked(question: str) -> int | None:
    """How many things the question asks to list, from 3 to 20; None where it names no such count."""
    if match := _COUNT.search(question):
        count = int(match[1]) if match[1].isdigit() else _value(match[1])
        return count if 3 <= count <= 20 else None
    if match := _ENGLISH_COUNT.search(question):
        return _ENGLISH.index(match[1].lower()) + 3
    return None


def _value(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.find(tens or "一") * 10 if ten else 0) + (_DIGITS.find(ones) if ones else 0)


def find_enumeration(question: str, chunks: Sequence[Chunk], best: Sequence[int], count: int) -> list[int]:
    """The chunks of an enumeration of `count` things that one of the best chunks belongs to, in the text's order.

    An enumeration is a section with that many sections below it, one that numbers things in its text (`一是…二是…`), or
    one of that many passages; its heading shares words with the question.

    :param best: positions of the best chunks, best first.
    :return: positions: the first chunk of each thing; empty where there is no such enumeration.
    """
    for position in best:
        path = chunks[position].section.path
        for above in (path, path[:-1]):
            if above and _shares_words(question, above[-1]) and (found := _things(chunks, position, above, count)):
                return found
    return []


def _shares_words(question: str, heading: str) -> bool:
    asked, title = normalise(question), normalise(heading)
    return any(
        title[at : at + _SHARED] in asked
        for at in range(len(title) - _SHARED + 1)
        if not re.search(r"[，、）（]", title[at : at + _SHARED])
    )


def _things(chunks: Sequence[Chunk], position: int, above: tuple[str, ...], count: int) -> list[int]:
    document, depth = chunks[position].document_id, len(above)
    inside = [at for at, c in enumerate(chunks) if c.document_id == document and c.section.path[:depth] == above]
    below: dict[str, int] = {}
    for at in inside:
        if len(chunks[at].section.path) > depth:
            below.setdefault(chunks[at].section.path[depth], at)
    if len(below) == count:
        return list(below.values())
    own = [at for at in inside if len(chunks[at].section.path) == depth]
    numbered = {at: len(re.findall(rf"[{_DIGITS[1:]}]是", chunks[at].text)) for at in own}
    if sum(numbered.values()) == count:
        return [at for at, marks in numbered.items() if marks]
    return own if len(own) == count else []
