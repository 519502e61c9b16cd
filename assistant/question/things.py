"""The things that a document enumerates under one heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.types import Chunk
from index.normalise import normalise

_NUMERALS = "一二三四五六七八九十"
_NUMBER = re.compile(rf"第[{_NUMERALS}百\d]+[章节篇条编]|[{_NUMERALS}]+、|[（(][{_NUMERALS}\d]+[）)]|\d{{1,2}}(?:\.\d+)*[.、\s]")
# `——创新引领。`, `坚持创新驱动。`: a passage that opens with a name of its own
_LABEL = re.compile(r"(?:[（(].{1,3}[）)][^。]{2,10}。)?\s*[—-]*\s*[^。，、；：\n]{2,12}[。：]")
_MARK = re.compile(rf"(?:^|(?<=[\n。；;，,：:]))(?:([{_NUMERALS}])是|第([{_NUMERALS}])[，,是]|其([{_NUMERALS}])[，,是])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, by its document and the labels down to it."""

    document_id: str
    path: tuple[str, ...]

    @property
    def title(self) -> str:
        """The normalised words of the heading without its number."""
        return normalise(_NUMBER.sub("", self.path[-1], count=1) if _NUMBER.match(self.path[-1]) else self.path[-1])


def headings(chunks: Sequence[Chunk]) -> list[Heading]:
    """All headings over the chunks, each once, in the text's order."""
    found = (Heading(c.document_id, c.section.path[:depth]) for c in chunks for depth in range(1, len(c.section.path) + 1))
    return list(dict.fromkeys(found))


def things_below(chunks: Sequence[Chunk], heading: Heading, count: int | None) -> list[int]:
    """The position of the first chunk of each thing under the heading, in order; a chunk that holds several stands more than once.

    Things are the sections directly below, else what the text numbers (`一是…二是`), else passages that each open with a name of
    their own. As many passages as things do without such names.

    :param count: how many there must be; None takes a list of any length from two on.
    """
    for found in _lists(chunks, heading, count):
        if len(found) == count or (count is None and len(found) > 1):
            return found
    return []


def parts_below(chunks: Sequence[Chunk], heading: Heading, kind: str) -> list[int]:
    """The first chunk of each 章, 节 or 篇 below the heading; for 部分 of each section directly below."""
    if kind == "部分":
        return _sections(chunks, heading)
    parts: dict[tuple[str, ...], int] = {}
    for at in _inside(chunks, heading):
        path = chunks[at].section.path
        for depth in range(len(heading.path), len(path)):
            if re.match(rf"第[{_NUMERALS}百\d]+{kind}", path[depth]):
                parts.setdefault(path[: depth + 1], at)
    return list(parts.values())


def _lists(chunks: Sequence[Chunk], heading: Heading, count: int | None) -> Iterator[list[int]]:
    yield _sections(chunks, heading)
    own = [at for at in _inside(chunks, heading) if len(chunks[at].section.path) == len(heading.path)]
    yield [at for at in own for _ in _MARK.finditer(chunks[at].text)]
    if count is not None or all(_LABEL.match(chunks[at].text) for at in own):
        yield own


def _sections(chunks: Sequence[Chunk], heading: Heading) -> list[int]:
    """The sections directly below; a closing paragraph or an attachment beside numbered ones is none of them."""
    depth, below = len(heading.path), dict[str, int]()
    for at in _inside(chunks, heading):
        if len(chunks[at].section.path) > depth:
            below.setdefault(chunks[at].section.path[depth], at)
    numbered = {label: at for label, at in below.items() if _NUMBER.match(label)}
    return list((numbered or below).values())


def _inside(chunks: Sequence[Chunk], heading: Heading) -> list[int]:
    depth = len(heading.path)
    return [at for at, c in enumerate(chunks) if c.document_id == heading.document_id and c.section.path[:depth] == heading.path]
