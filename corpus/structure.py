"""A file's characters to a Document: the text that stands in it, its sections, and the way back to the source."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus.contents import find_contents
from corpus.headings import NUMERALS, read_heading
from corpus.numerals import NUMERAL, value
from corpus.paragraphs import Paragraph, find_page_turns, read_paragraphs
from corpus.sections import Opening, build_sections
from corpus.titles import continue_title, read_title
from corpus.types import Document, SourceSlice

_RUN_IN = re.compile(rf"(?<=[。；！？\s])[（(]\s*[{NUMERALS}]+\s*[）)](?=[^。，；]{{2,40}}。)")


def build_document(document_id: str, title: str, source: str) -> Document:
    """Read the structure of one file.

    :param title: what to call it where its first line is no title.
    :param source: the decoded file; the offsets in `Document.slices` count its characters.
    """
    contents = find_contents(source)
    listed = {entry.number: entry.title for entry in contents.entries}
    first_page, turns = find_page_turns(source, contents)
    paragraphs = read_paragraphs(source, contents.end, first_page, turns, listed)
    text, slices = _join(source, paragraphs)
    pages = _page_starts([line.page for p in paragraphs for line in p.lines], slices)
    openings = _find_openings(text, listed)
    printed = read_title(text.partition("\n")[0]) if not openings or openings[0].line else ""
    document = Document(document_id, printed or title, text, (), pages, first_page, slices)
    return replace(document, sections=build_sections(document, openings))


def _join(source: str, paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[SourceSlice, ...]]:
    """One newline between paragraphs, nothing between the lines of one, but a space between two Latin words."""
    text, slices = "", []
    for paragraph in paragraphs:
        for at, line in enumerate(paragraph.lines):
            words = source[line.start : line.end]
            if at == 0:
                text += "\n" if text else ""
            elif re.match(r"[A-Za-z0-9] [A-Za-z0-9]", f"{text[-1]} {words[0]}"):
                text += " "
            slices.append(SourceSlice(len(text), line.start, len(words)))
            text += words
    return text, tuple(slices)


def _page_starts(pages: Sequence[int], slices: Sequence[SourceSlice]) -> tuple[int, ...]:
    """The offset of each page from the first on; an empty page begins where the next one does."""
    starts: list[int] = []
    for page, piece in zip(pages, slices, strict=True):
        starts += [piece.start] * (page - pages[0] + 1 - len(starts))
    return tuple(starts)


def _find_openings(text: str, listed: Mapping[str, str]) -> list[Opening]:
    openings: list[Opening] = []
    at = 0
    while at < len(text):
        end = text.find("\n", at) if "\n" in text[at:] else len(text)
        found = _read_paragraph(text, at, end, listed, openings)
        at = end + 1
        if found and not found[-1].heading.run_in:
            title, body = continue_title(text, found[-1].heading, end, [o.heading for o in openings])
            found[-1] = replace(found[-1], heading=replace(found[-1].heading, title=title), body=body)
            at = body
        openings += found
    return [o for o, below in zip_longest(openings, openings[1:]) if o.heading.family != "closing" or _may_follow(below)]


def _closes(text: str, above: Opening, at: int) -> bool:
    """A closing stands behind text: right under a heading such a paragraph is the text of that heading."""
    return above.heading.family != "closing" and bool(text[above.body : at].strip())


def _may_follow(below: Opening | None) -> bool:
    """Behind the closing of a document stand its attachments, the next document, or nothing."""
    return below is None or below.heading.family in ("attachment", "decimal", "markdown")


def _read_paragraph(text: str, at: int, end: int, listed: Mapping[str, str], before: Sequence[Opening]) -> list[Opening]:
    """The headings of one paragraph: the one that opens it, and those that run in behind it."""
    subjects = tuple(o.heading.title for o in before if o.heading.family == "decimal")
    found: list[Opening] = []
    position = at
    while heading := read_heading(text[position:end], listed, subjects):
        if heading.family == "closing" and (found or (before and not _closes(text, before[-1], at))):
            break
        if found:  # `三、… （十一）…`: the heading before has no text of its own
            found[-1] = replace(found[-1], body=position)
        found.append(Opening(heading, position, position + heading.start, position + heading.start))
        position += heading.title_end
        position += len(text[position:end]) - len(text[position:end].lstrip(" \u3000"))
        if not heading.run_in:
            break
    if found and found[-1].heading.family == "bracket":
        found += _run_in_siblings(text, found[-1], end)
    return found


def _run_in_siblings(text: str, opening: Opening, end: int) -> list[Opening]:
    """`（五）…。…（六）…。…` in one paragraph: each number follows the one before it."""
    found: list[Opening] = []
    number = opening.heading.number
    for match in _RUN_IN.finditer(text, opening.body + opening.heading.title_end, end):
        heading = read_heading(text[match.start() : end], {})
        if heading and _numbered(heading.number) == _numbered(number) + 1:
            found.append(Opening(heading, match.start(), match.start(), match.start()))
            number = heading.number
    return found


def _numbered(number: str) -> int:
    """`（十九）` is 19; -2 for a number of another kind, next to none."""
    numeral = number.strip("（）、")
    return value(numeral) if re.fullmatch(rf"[{NUMERAL}]+", numeral) else -2
