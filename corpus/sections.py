"""Headings at their places to sections: who stands under whom, under which id, on which pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.headings import Heading
from corpus.titles import policy_level, split_done
from corpus.types import Document, Section


@dataclass(frozen=True, slots=True)
class Opening:
    """A heading in the text: its paragraph begins at `line`, its number at `start`, the section's own text at `body`."""

    heading: Heading
    line: int
    start: int
    body: int


@dataclass(frozen=True, slots=True)
class _Above:
    depth: int
    id: str
    label: str


def build_sections(document: Document, openings: Sequence[Opening]) -> tuple[Section, ...]:
    """Turn headings in reading order into sections.

    :param document: text and pages are read, its sections are not.
    """
    if not openings or document.text[: openings[0].line].strip() or not _level(openings):  # the document stands above them
        body = len(document.title) + 1 if document.text.startswith(document.title + "\n") else 0
        openings = [Opening(Heading("document", 0, "", document.title, 0, 0, False), 0, 0, body), *openings]
    marks = [split_done(o.heading.title) for o in openings]
    openings = [replace(o, heading=replace(o.heading, title=title)) for o, (title, _) in zip(openings, marks, strict=True)]
    top = _level(openings)
    sections: list[Section] = []
    above: list[_Above] = []
    for at, opening in enumerate(openings):
        above = [a for a in above if a.depth < opening.heading.depth]
        above.append(_Above(opening.heading.depth, _unique_id(above, opening.heading, sections), opening.heading.label))
        path = tuple(a.label for a in above if a.depth >= top) or (opening.heading.label,)
        sections.append(_section(document, openings[at:], above[-1].id, path, marks[at][1]))
    return tuple(sections)


def _level(openings: Sequence[Opening]) -> int:
    return policy_level([(o.heading.depth, o.heading.title) for o in openings])


def _section(document: Document, openings: Sequence[Opening], section_id: str, path: tuple[str, ...], done: bool) -> Section:
    """The section that `openings[0]` opens."""
    opening, below = openings[0], openings[1:]
    heading = opening.heading
    body_end = _stripped(document.text, below[0].line if below else len(document.text))
    end = _stripped(document.text, next((o.line for o in below if o.heading.depth <= heading.depth), len(document.text)))
    end = max(end, opening.start)
    body_start = min(opening.body, end)
    return Section(
        id=section_id,
        number=heading.number,
        title=heading.title,
        path=path,
        level=heading.depth,
        start=opening.start,
        end=end,
        body_start=body_start,
        body_end=max(body_start, body_end),
        pages=document.pages_of(opening.start, end),
        done=done,
    )


def _stripped(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _unique_id(above: Sequence[_Above], heading: Heading, taken: Sequence[Section]) -> str:
    parent = above[-1].id if above and heading.family != "decimal" else ""
    own = f"#{heading.number}" if heading.family == "item" else (heading.number or heading.title).rstrip("、")
    plain, ids = parent + own, {section.id for section in taken}
    return next(name for copy in range(1, len(ids) + 2) if (name := plain if copy == 1 else f"{plain}~{copy}") not in ids)
