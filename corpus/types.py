"""What documents are made of. Offsets count characters of `Document.text`; every end is exclusive."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class PageSpan:
    """Printed pages `first` to `last`, counted from 1, both inclusive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it, down to the next heading of its level.

    `id` is the way people point to it, unique in its file: `1.6.3（二）`, `1.1.1第二十六章第二节`.
    `number` is what is printed before the title (`1.6.3`, `第二十六章`, `（二）`), `title` the words alone.
    `path` holds the labels from the policy document down to this section; `path[0]` is that document's title.
    `[start, end)` covers the heading and all sections below; `[body_start, body_end)` the section's own text,
    empty where the notes have only the heading. A heading that opens a paragraph stands inside the body.
    """

    id: str
    number: str
    title: str
    path: tuple[str, ...]
    level: int
    start: int
    end: int
    body_start: int
    body_end: int
    pages: PageSpan
    done: bool = False  # the notes' author marked it DONE

    @property
    def document(self) -> str:
        """The title of the policy document this section belongs to."""
        return self.path[0]

    @property
    def outline_number(self) -> str:
        """The deepest decimal number above or at the section: `1.6.3` for `1.6.3（二）`; empty where there is none."""
        cut = next((i for i, c in enumerate(self.id) if not (c.isascii() and (c.isdigit() or c == "."))), len(self.id))
        return self.id[:cut]


@dataclass(frozen=True, slots=True)
class SourceSlice:
    """`length` characters of the text at `start` stand in the source file at `source_start`."""

    start: int
    source_start: int
    length: int


@dataclass(frozen=True)
class Document:
    """A file that was read: its text with page turns mended, and the sections in reading order.

    `page_starts[i]` is the offset at which printed page `first_page + i` begins.
    `slices` lead back to the characters of the decoded file, in order; between two of them stands one newline
    or nothing that the file does not have.
    """

    id: str
    title: str
    text: str
    sections: tuple[Section, ...]
    page_starts: tuple[int, ...]
    first_page: int = 1
    slices: tuple[SourceSlice, ...] = field(default=(), repr=False)

    @cached_property
    def _slice_starts(self) -> list[int]:
        return [piece.start for piece in self.slices]

    def page_at(self, offset: int) -> int:
        """The printed page on which the character at `offset` stands."""
        return self.first_page + max(0, bisect_right(self.page_starts, offset) - 1)

    def pages_of(self, start: int, end: int) -> PageSpan:
        """The printed pages of `text[start:end]`."""
        return PageSpan(self.page_at(start), self.page_at(max(start, end - 1)))

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` stands in the decoded file.

        :param offset: 0 <= offset <= len(text). A newline that mending put in leads to the end of the slice before it.
        :raises ValueError: if the offset lies outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} lies outside the text of {len(self.text)} characters")
        at = bisect_right(self._slice_starts, offset) - 1
        if at < 0:
            return 0
        piece = self.slices[at]
        return piece.source_start + min(offset - piece.start, piece.length)

    def children(self, section: Section) -> tuple[Section, ...]:
        """The sections directly below `section`, in reading order."""
        inside = [s for s in self.sections if section.start <= s.start < section.end and s.level > section.level]
        top = min((s.level for s in inside), default=0)
        return tuple(s for s in inside if s.level == top)

    def titles(self) -> tuple[str, ...]:
        """The policy documents the file holds, in reading order; a chapter that only wraps them is none."""
        wraps = {a.id for a, b in pairwise(self.sections) if b.start < a.end and b.document != a.document}
        return tuple(dict.fromkeys(s.document for s in self.sections if s.id not in wraps))


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is indexed: whole sentences of one section. `document.text[start:end] == text`, always."""

    id: str
    document_id: str
    text: str
    section: Section
    start: int
    end: int
    pages: PageSpan
