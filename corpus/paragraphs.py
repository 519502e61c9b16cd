"""Lines to paragraphs: find the page turns, then mend the sentences and words that they and hard wraps cut."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from corpus.contents import ContentsTable
from corpus.headings import ITEM_TITLE, read_heading
from corpus.titles import read_title

_TURN = re.compile(r"[ \t]*(?:\r?\n[ \t]*){4,}|[ \t\r\n]*\f[ \t\r\n]*")
_LINE = re.compile(r"[^\r\n\f]*\S")
_FINISHED = tuple("。！？；：…”’）)」』》】!?;:.")
_ENUMERATING = tuple("，、,")


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `[start, end)` of the source, without the white space around them; `page` is where it is printed."""

    start: int
    end: int
    page: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together: one paragraph, whatever page turns and wraps made of it."""

    lines: tuple[Line, ...]


def find_page_turns(source: str, contents: ContentsTable) -> tuple[int, list[int]]:
    """Find where pages begin. A run of four newlines is a turn; the contents table corrects that in both directions.

    Between two entries lie as many turns as their printed pages differ: runs beyond that are the spacing of titles,
    and where runs are missing, a paragraph that breaks off in mid-word was cut by a turn.

    :return: the first page's number, and the source offsets at which the pages after it begin, rising.
    """
    runs = [m.end() for m in _TURN.finditer(source, contents.end) if source[m.end() :].strip() and source[contents.end : m.start()].strip()]
    anchors = _find_anchors(source, contents)
    if not anchors:
        return 1, runs
    turns: list[int] = []
    for (start, page), (end, next_page) in pairwise(anchors):
        inside = [turn for turn in runs if start < turn <= end]
        turns += _reconcile(source, start, end, inside, next_page - page)
    return anchors[0][1], turns + [turn for turn in runs if turn > anchors[-1][0]]


def _find_anchors(source: str, contents: ContentsTable) -> list[tuple[int, int]]:
    """Offset and printed page of each entry's heading in the body, in order."""
    anchors: list[tuple[int, int]] = []
    position = contents.end
    for entry in contents.entries:
        heading = re.compile(rf"^[ \t]*(?:{re.escape(entry.number)}[ \t]+)?{re.escape(entry.title)}[ \t]*\r?$", re.MULTILINE)
        if match := heading.search(source, position):
            anchors.append((match.start(), entry.page))
            position = match.end()
    return anchors


def _reconcile(source: str, start: int, end: int, runs: list[int], wanted: int) -> list[int]:
    if len(runs) >= wanted:
        by_spacing = sorted(runs, key=lambda turn: _line_before(source, turn) <= ITEM_TITLE)
        return sorted(by_spacing[:wanted])
    cuts = [m.end() for m in re.finditer(r"\r?\n[ \t]*(?:\r?\n[ \t]*)+", source[start:end])]
    broken = [start + cut for cut in cuts if start + cut not in runs and _is_mid_word(source, start + cut)]
    while broken and len(runs) < wanted:  # the cut farthest from the other turns: pages are about equally long
        farthest = max(broken, key=lambda cut: min(abs(cut - turn) for turn in [start, end, *runs]))
        broken.remove(farthest)
        runs = sorted([*runs, farthest])
    return runs


def _line_before(source: str, offset: int) -> int:
    before = source[:offset].rstrip()
    return len(before) - max(before.rfind("\n"), before.rfind("\f")) - 1


def _is_mid_word(source: str, offset: int) -> bool:
    before = source[:offset].rstrip()
    return before[-1:].isalnum() and source[offset].isalnum() and _line_before(source, offset) > ITEM_TITLE


def read_paragraphs(source: str, start: int, first_page: int, turns: list[int], listed: Mapping[str, str]) -> list[Paragraph]:
    """Put together the lines from `start` on that a page turn or a hard wrap separated.

    A line goes on in the next when it stops without an end mark and either a page turn or a single newline follows;
    after `，` or `、` it goes on over blank lines too. A heading never goes on, and never continues a line.
    """
    paragraphs: list[list[Line]] = []
    for match in _LINE.finditer(source, start):
        begin = match.end() - len(match.group().lstrip())
        line = Line(begin, match.end(), first_page + sum(turn <= begin for turn in turns))
        titled = len(paragraphs) == 1 and read_title(source[paragraphs[0][0].start : paragraphs[0][-1].end])
        if paragraphs and not titled and _goes_on(source, paragraphs[-1], line, listed):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [Paragraph(tuple(lines)) for lines in paragraphs]


def _goes_on(source: str, paragraph: list[Line], line: Line, listed: Mapping[str, str]) -> bool:
    last = paragraph[-1]
    head = "".join(source[piece.start : piece.end] for piece in paragraph)
    heading = read_heading(head, listed)
    if head.endswith(_FINISHED) or (heading and not heading.run_in) or read_heading(source[line.start : line.end], listed):
        return False
    newlines = source.count("\n", last.end, line.start)
    return head.endswith(_ENUMERATING) or last.page != line.page or (newlines == 1 and len(head) > ITEM_TITLE // 2)
