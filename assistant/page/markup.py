"""Text into HTML: everything is escaped here, slice by slice; marks are set by offset, never by searching."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from assistant.types import Span


class Marks(NamedTuple):
    """What is marked in a document's text, by offset."""

    passage: Span | None = None
    evidence: tuple[Span, ...] = ()
    page_turns: tuple[tuple[int, str], ...] = ()  # offset, what is shown there


def attributes(pairs: Iterable[tuple[str, object]]) -> str:
    """Attributes of a tag, escaped; None leaves one out, True writes it without a value."""
    written = (name if value is True else f'{name}="{escape(str(value))}"' for name, value in pairs if value is not None)
    return "".join(f" {one}" for one in written)


def tag(name: str, inner: str, *pairs: tuple[str, object]) -> str:
    """An element around HTML that is already escaped."""
    return f"<{name}{attributes(pairs)}>{inner}</{name}>"


def button(label: str, act: str, *pairs: tuple[str, object], css: str = "quiet") -> str:
    """A button that the page's script acts on; `label` is plain text."""
    return tag("button", escape(label), ("type", "button"), ("class", css), ("data-act", act), *pairs)


def marked(text: str, start: int, end: int, marks: Marks) -> str:
    """`text[start:end]` as HTML with passage and evidence marked and page turns shown.

    :param start, end: offsets in `text`; the offsets of the marks are in `text` too and may reach beyond.
    """
    edges = {start, end} | {offset for offset, _ in marks.page_turns}
    for span in (*marks.evidence, *((marks.passage,) if marks.passage else ())):
        edges |= set(span)
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    turns = dict(marks.page_turns)
    pieces = []
    for left, right in pairwise(cuts):
        if left in turns:
            pieces.append(tag("span", "", ("class", "page-turn"), ("data-page", turns[left])))
        pieces.append(_slice(text[left:right], left, right, marks))
    return "".join(pieces)


def _slice(piece: str, start: int, end: int, marks: Marks) -> str:
    inner = escape(piece)
    if any(a <= start and end <= b for a, b in marks.evidence):
        return tag("mark", inner)
    if marks.passage and marks.passage[0] <= start and end <= marks.passage[1]:
        return tag("span", inner, ("class", "passage-text"))
    return inner


def paragraphs(text: str, start: int, end: int) -> Sequence[Span]:
    """The lines of `text[start:end]` that hold more than blanks, as offsets in `text`."""
    spans, at = [], start
    for line in text[start:end].split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans
