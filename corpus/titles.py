"""What titles say: where a broken one goes on, which are policy documents, which are marked DONE."""

import re
from collections.abc import Sequence

from corpus.headings import ITEM_TITLE, Heading

# the genres of official documents, and of the notes about them
_GENRE = re.compile(r"(?:规划|纲要|意见|指南|办法|通知|方案|决定|条例|规定|细则|报告|计划|公报|决议|批复|公告|法|白皮书)(?:[（(].*[）)])?$")
_LONGEST_TITLE = 60  # characters
_DONE = re.compile(r"^(?:DONE|TODO)\s+")


def split_done(title: str) -> tuple[str, bool]:
    """Take the author's mark off a title: `DONE 国家十三五规划` → `国家十三五规划`, True."""
    return _DONE.sub("", title), title.startswith("DONE")


def read_title(line: str) -> str:
    """The title that a document prints on its first line: it names a genre; empty where the line is another one."""
    return line if len(line) <= _LONGEST_TITLE and _GENRE.search(line) and not re.search(r"[。；，]", line) else ""


def policy_level(headings: Sequence[tuple[int, str]]) -> int:
    """The depth at which a file's headings are the titles of policy documents.

    It is the outermost depth where at least half of two or more titles name a genre (规划, 纲要, 意见, 指南, …).

    :param headings: depth and title of every heading, in order.
    :return: that depth; where the file is itself one document, that of the heading above all others, 0 without one.
    """
    for depth in sorted({d for d, _ in headings}):
        titles = [title for d, title in headings if d == depth]
        if len(titles) > 1 and sum(bool(_GENRE.search(title)) for title in titles) * 2 >= len(titles):
            return depth
    depths = [d for d, _ in headings]
    return depths[0] if depths and all(depths[0] < d for d in depths[1:]) else 0


def continue_title(text: str, heading: Heading, end: int, before: Sequence[Heading]) -> tuple[str, int]:
    """Follow a title over the end of its paragraph.

    `第 1 章` and `附件` have their titles in the paragraphs below; a paragraph that begins with 的 completes the title
    above it, as far as the titles of the same family before it end alike (`战略思想的差异`, `战略基础的差异`).

    :param end: where the heading's paragraph ends in `text`.
    :return: the whole title, and the offset at which the section's own text begins.
    """
    title, body = heading.title, min(end + 1, len(text))
    if heading.family in ("chapter", "attachment") and not title:
        return _title_below(text, body, lines=1 if heading.family == "chapter" else 3)
    endings = [h.title for h in before if h.family == heading.family][-2:]
    shared = _common_ending(*endings) if len(endings) == 2 else ""
    if shared.startswith("的") and text.startswith(shared, body):
        return title + shared, body + len(shared)
    return title, body


def _common_ending(a: str, b: str) -> str:
    length = next((n for n in range(min(len(a), len(b)), 0, -1) if a[-n:] == b[-n:]), 0)
    return a[len(a) - length :]


def _title_below(text: str, start: int, lines: int) -> tuple[str, int]:
    title, body = "", start
    for line in text[start:].split("\n")[:lines]:
        if not line or len(line) > ITEM_TITLE or line.endswith("。") or re.match(r"\d+\.|第", line):
            break
        title, body = title + line, min(body + len(line) + 1, len(text))
    return title, body
