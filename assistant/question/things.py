"""The things that a document enumerates under one heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.question.series import numbered
from corpus.numerals import value
from corpus.types import Chunk
from index.normalise import normalise

_NUMERALS = "一二三四五六七八九十"
_NUMBER = re.compile(rf"第[{_NUMERALS}百\d]+[章节篇条编]|[{_NUMERALS}]+、|[（(][{_NUMERALS}\d]+[）)]|\d{{1,2}}(?:\.\d+)*[.、\s]")
_ARTICLE = re.compile(rf"[（(]([{_NUMERALS}]+)[）)]")
_OWN_HEADING = re.compile(r"^[（(].{1,4}[）)]\s*[^。]{2,30}。")  # `（二）基本原则。——创新引领。…`
# `——创新引领。`, `坚持创新驱动。`, `生活类信息消费。`: a paragraph that opens with a name of its own
_LABEL = re.compile(r"\s*[—-]*\s*[^。，、；：,;:\n]{2,20}[。：:]")
_SHORT_LABEL = 12  # characters of a label that opens a thing in the middle of a paragraph, where a passage begins with it


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, by its document and the labels down to it."""

    document_id: str
    path: tuple[str, ...]

    @property
    def title(self) -> str:
        """The normalised words of the heading without its number."""
        return normalise(_NUMBER.sub("", self.path[-1], count=1) if _NUMBER.match(self.path[-1]) else self.path[-1])

    @property
    def outer(self) -> str:
        """The normalised labels down to the heading."""
        return normalise(" ".join(self.path))


def headings(chunks: Sequence[Chunk]) -> list[Heading]:
    """All headings over the chunks, each once, in the text's order."""
    found = (Heading(c.document_id, c.section.path[:depth]) for c in chunks for depth in range(1, len(c.section.path) + 1))
    return list(dict.fromkeys(found))


def things_below(chunks: Sequence[Chunk], heading: Heading, count: int | None) -> list[int]:
    """The position of the first chunk of each thing under the heading, in order; a chunk that holds several stands more than once.

    Things are the sections directly below, else what the text numbers (`一是…二是`), else paragraphs that each open with a name of
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


def articles_below(chunks: Sequence[Chunk], heading: Heading) -> list[int]:
    """The first chunk of each section that is counted through the whole heading: `（一）` to `（二十二）` of an opinion."""
    first: dict[str, int] = {}
    for at in _inside(chunks, heading):
        if _ARTICLE.match(chunks[at].section.path[-1]):
            first.setdefault(chunks[at].section.path[-1], at)
    numbers = [value(match[1]) for label in first if (match := _ARTICLE.match(label))]
    return list(first.values()) if numbers == list(range(1, len(numbers) + 1)) else []


def _lists(chunks: Sequence[Chunk], heading: Heading, count: int | None) -> Iterator[list[int]]:
    yield _sections(chunks, heading)
    own = [at for at in _inside(chunks, heading) if len(chunks[at].section.path) == len(heading.path)]
    series = [found for found in numbered(chunks, own) if count in (None, len(found))]
    yield [at for at, _ in series[0]] if len(series) == 1 else []
    yield _labelled(chunks, own)
    if count is not None:
        yield own


def _labelled(chunks: Sequence[Chunk], own: Sequence[int]) -> list[int]:
    """One position for each paragraph, where all open with a label; a label may be a paragraph of its own before what it names."""
    paragraphs = _paragraphs(chunks, own)
    labels = [_LABEL.match(text) for _, text in paragraphs]
    bare = [label is not None and label.end() == len(text) for label, (_, text) in zip(labels, paragraphs, strict=True)]
    found: list[int] = []
    named = False  # by the label before
    for (at, _), label, is_bare in zip(paragraphs, labels, bare, strict=True):
        if not label and not named:
            return []
        if not named or all(bare):
            found.append(at)
        named = is_bare and not named
    return found


def _paragraphs(chunks: Sequence[Chunk], own: Sequence[int]) -> list[tuple[int, str]]:
    """The paragraphs and the chunks in which they begin; where chunks touch, a paragraph goes on in the next."""
    found: list[tuple[int, str]] = []
    end = -1
    for at in own:
        text = chunks[at].text if found else _OWN_HEADING.sub("", chunks[at].text, count=1)
        label = _LABEL.match(text)
        goes_on = found and chunks[at].start == end and not (label and label.end() <= _SHORT_LABEL)
        found += [(at, paragraph) for paragraph in text.split("\n")[1 if goes_on else 0 :] if paragraph.strip()]
        end = chunks[at].end
    return found


def _sections(chunks: Sequence[Chunk], heading: Heading) -> list[int]:
    """The sections directly below; a closing paragraph or an attachment beside numbered ones is none of them."""
    depth, below = len(heading.path), dict[str, int]()
    for at in _inside(chunks, heading):
        if len(chunks[at].section.path) > depth:
            below.setdefault(chunks[at].section.path[depth], at)
    numbered_ones = {label: at for label, at in below.items() if _NUMBER.match(label)}
    return list((numbered_ones or below).values())


def _inside(chunks: Sequence[Chunk], heading: Heading) -> list[int]:
    depth = len(heading.path)
    return [at for at, c in enumerate(chunks) if c.document_id == heading.document_id and c.section.path[:depth] == heading.path]
