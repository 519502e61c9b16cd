"""Find the contents table of a paged file: lines of number, title and page."""

import re
from dataclasses import dataclass

_ENTRY = re.compile(r"^\s*(?P<number>\d+(?:\.\d+)*)[\s\u3000]+(?P<title>\S.*?)(?:\t|\s*[.·…]{3,}|[ \u3000]{2,})\s*(?P<page>\d{1,4})\s*$")
_LEAST_ENTRIES = 3  # two such lines also occur in a table of figures


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of a contents table: `1.6.3`, `三、主要任务`, printed page 9."""

    number: str
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class ContentsTable:
    """The entries in order, and the offset in the source at which the table ends."""

    entries: tuple[ContentsEntry, ...]
    end: int


def find_contents(source: str) -> ContentsTable:
    """Read the contents table at the head of a file.

    :return: the table; without entries and ending at 0 when the file has none.
    """
    entries: list[ContentsEntry] = []
    end = position = 0
    for line in source.splitlines(keepends=True):
        position += len(line)
        if match := _ENTRY.match(line.rstrip("\r\n")):
            entries.append(ContentsEntry(match["number"], match["title"].strip(), int(match["page"])))
            end = position
        elif entries and line.strip():
            break
    return ContentsTable(tuple(entries), end) if len(entries) >= _LEAST_ENTRIES else ContentsTable((), 0)
