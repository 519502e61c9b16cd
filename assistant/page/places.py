"""Places in the documents: the reference of a passage in a link, the section around it, how its pages are said."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.citation import format_pages
from assistant.page.strings import Strings
from assistant.page.types import Library
from assistant.types import Citation, Span
from corpus.types import Document, PageSpan, Section

READING_LENGTH = 1600  # characters; short sections are shown inside the widest section that is not longer than this


class UnknownPlaceError(Exception):
    """A reference that leads to nothing in the documents as they are now."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage found again: `document.text[start:end]`, in `section`."""

    document: Document
    section: Section
    start: int
    end: int

    @property
    def citation(self) -> Citation:
        """The citation of the passage at this place."""
        return Citation(
            document=self.section.document,
            section_path=self.section.path[1:],
            section_id=self.section.id,
            pages=self.document.pages_of(self.start, self.end),
            start=self.start,
            end=self.end,
        )


def reference(document_id: str, start: int, end: int) -> str:
    """How links and buttons point to a passage: `policy-notes:6118-6240`."""
    return f"{document_id}:{start}-{end}"


def find_place(library: Library, ref: str) -> Place:
    """The passage a reference points to.

    :raises UnknownPlaceError: if there is no such document, section or stretch of text.
    """
    parts = re.fullmatch(r"(?s)(.{1,300}):([0-9]{1,9})-([0-9]{1,9})", ref)
    document = find_document(library, parts[1]) if parts else None
    if parts is None or document is None:
        raise UnknownPlaceError(ref[:100])
    start, end = int(parts[2]), int(parts[3])
    around = [s for s in document.sections if s.start <= start and end <= s.end]
    if not around or start >= end:
        raise UnknownPlaceError(ref[:100])
    return Place(document, around[-1], start, end)


def find_document(library: Library, document_id: str) -> Document | None:
    """The document of this id, None where there is none."""
    return next((d for d in library.documents if d.id == document_id), None)


def find_section(library: Library, ref: str) -> tuple[Document, Section]:
    """The section that `document id#section id` points to.

    :raises UnknownPlaceError: if there is none.
    """
    document_id, _, section_id = ref.partition("#")
    document = find_document(library, document_id)
    section = next((s for s in document.sections if s.id == section_id), None) if document else None
    if document is None or section is None:
        raise UnknownPlaceError(ref[:100])
    return document, section


def section_reference(document: Document, section: Section) -> str:
    """How the page points to a section."""
    return f"{document.id}#{section.id}"


def ancestors(document: Document, section: Section) -> list[Section]:
    """The sections of the same policy document around `section`, outermost first, itself last."""
    return [
        s
        for s in document.sections
        if s.start <= section.start and section.end <= s.end and s.level <= section.level and s.document == section.document
    ]


def reading_section(document: Document, section: Section) -> Section:
    """What is shown around a passage: the widest section above it that is still short, else its own."""
    short = (s for s in ancestors(document, section) if s.end - s.start <= READING_LENGTH)
    return next(short, section)


def page_turns(document: Document, start: int, end: int, words: Strings) -> tuple[tuple[int, str], ...]:
    """The offsets inside the text at which a printed page begins, with its label."""
    turns = enumerate(document.page_starts, document.first_page)
    return tuple((at, format_pages(PageSpan(page, page), words.language)) for page, at in turns if start < at < end)


def scope_label(library: Library, within: Iterable[str]) -> str:
    """The scope in words: titles and section paths."""
    return "；".join(_scope_name(library, key) for key in within)


def _scope_name(library: Library, key: str) -> str:
    for document in library.documents:
        for section in document.sections:
            if section.id == key:
                return " › ".join((f"《{section.document}》", *section.path[1:]))
    return f"《{key}》"


def known_scope(library: Library, within: Iterable[str]) -> tuple[str, ...]:
    """The keys of a scope that exist: section ids and titles."""
    known = {s.id for d in library.documents for s in d.sections} | {t for d in library.documents for t in d.titles()}
    return tuple(key for key in within if key in known)


def parse_spans(written: str, inside: Span) -> tuple[Span, ...]:
    """Evidence spans written as `6118-6150,6200-6240`; what lies outside `inside` is dropped."""
    pairs = ((int(a), int(b)) for a, b in re.findall(r"([0-9]{1,9})-([0-9]{1,9})", written[:1000]))
    return tuple((a, b) for a, b in pairs if inside[0] <= a < b <= inside[1])
