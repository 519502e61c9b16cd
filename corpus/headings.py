"""The numbering grammar of Chinese official documents: what a heading looks like at the start of a paragraph.

Families, outermost first: `第 1 章`; decimals of the contents table (`1.1`, `1.1.1`); `# Markdown`; `第X编/篇`, `第X章`,
`第X节`; `一、`; `（一）`; `1.` before a short title. An export may put its own counter and markup in front (`1. 第二十五章`,
`(a) 第一节`, `- 1.（二）`, `****（一）`, `2. 2 战略基础的差异`): these are residue, part of neither number nor title.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

NUMERALS = "〇零一二三四五六七八九十百千两"
ITEM_TITLE = 40  # characters: a numbered line longer than this is a sentence, not a title

_RESIDUE = re.compile(
    rf"(?:[*#>\-•·\s]+(?=[（(\d第]|[{NUMERALS}]+、))?(?:(?:\d{{1,2}}|[a-zA-Z])[.、．]\s*(?=[（(第\d])|[(（][a-z][)）]\s*(?=第))?"
)
_MARKDOWN = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_DECIMAL = re.compile(r"\d+(?:\.\d+)*(?![.．、]?\d)(?=\s+(?![亿万倍%％]))")  # `3.5 亿户` is an amount
_FAMILIES = (
    ("chapter", 1, re.compile(r"第\s*\d+\s*章")),
    ("part", 11, re.compile(rf"第\s*[{NUMERALS}]+\s*[编篇]")),
    ("chapter", 12, re.compile(rf"第\s*[{NUMERALS}]+\s*章")),
    ("section", 13, re.compile(rf"第\s*[{NUMERALS}]+\s*节")),
    ("attachment", 12, re.compile(r"附\s*件\s*\d*(?=[：:]?$)")),
    ("closing", 12, re.compile(r"(?=各(?:地区|级|有关部门|省)[^。]{0,12}要)|(?=附\s*件\s*\d*[：:])")),
    ("clause", 14, re.compile(rf"[{NUMERALS}]+、(?![{NUMERALS}](?:[线级、]|产业|季度))")),  # not 二、三线城市
    ("bracket", 15, re.compile(rf"[（(]\s*[{NUMERALS}]+\s*[）)]")),
    ("item", 16, re.compile(r"\d{1,2}[.、．](?=\s)|\d{1,2}(?=\s+[^\s亿万倍%％])")),
)
_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff”》])[ \u3000]+(?=[\u4e00-\u9fff“《（])")
_MARKUP = " *#"
_ENDS = ("。", "；", "！", "？")
_MARK = re.compile(r"[，。；：:；？！,;!?]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at the start of a paragraph; the offsets are relative to that paragraph.

    `start` is where the number begins, behind the residue; `title_end` where the words of the title end.
    `run_in`: text of the section goes on in the same paragraph. `depth`: the family's place in the grammar.
    """

    family: str
    depth: int
    number: str
    title: str
    start: int
    title_end: int
    run_in: bool

    @property
    def label(self) -> str:
        """Number and title as they are cited: `（四）建设…`, `第二十六章 发展…`; the title alone behind a decimal."""
        if self.family == "decimal":
            return self.title
        return f"{self.number}{'' if self.number.endswith(('）', '、')) else ' '}{self.title}".strip()


def read_heading(paragraph: str, listed: Mapping[str, str], subjects: tuple[str, ...] = ()) -> Heading | None:
    """Read the heading that opens a paragraph.

    :param listed: numbers and titles of the contents table; where there are any, no other decimal is a heading.
    :param subjects: titles above this place: text glued to a title begins with a name that one of them carries.
    :return: None where the paragraph is plain text.
    """
    markdown = _MARKDOWN.match(paragraph)
    if heading := _read_decimal(paragraph, markdown.end() if markdown else 0, listed):
        return heading
    if not listed and re.match(r"\d+\.\d", paragraph):
        return None
    residue = _RESIDUE.match(paragraph)
    start = residue.end() if residue else 0
    for family, depth, pattern in _FAMILIES:
        if match := pattern.match(paragraph, start):
            return _read_title(paragraph, family, depth, start, match.end(), subjects)
    if markdown:
        title = paragraph[markdown.end() :].strip(_MARKUP)
        return Heading("markdown", 4 + len(markdown[1]), "", title, markdown.end(), len(paragraph), False)
    return None


def _read_decimal(paragraph: str, start: int, listed: Mapping[str, str]) -> Heading | None:
    match = _DECIMAL.match(paragraph, start)
    if not match or (listed and match.group() not in listed) or (not listed and "." not in match.group()):
        return None
    number, rest = match.group(), paragraph[match.end() :]
    indent = len(rest) - len(rest.lstrip())
    title = listed.get(number, rest.strip())
    if not _spaceless(rest).startswith(_spaceless(title)) or (not listed and (len(title) > ITEM_TITLE or title.endswith(_ENDS))):
        return None
    length = min(len(title), len(rest) - indent)
    return Heading("decimal", 2 + number.count("."), number, title, start, match.end() + indent + length, False)


def _read_title(paragraph: str, family: str, depth: int, start: int, after: int, subjects: tuple[str, ...]) -> Heading | None:
    number = normal_number(paragraph[start:after])
    title_start = after + len(paragraph[after:]) - len(paragraph[after:].lstrip(" \t\u3000"))
    rest = paragraph[title_start:]
    if family == "closing":
        return Heading(family, depth, "", "结尾", start, title_start, True)
    # `1. 基础性` is a title, `3. 在协同机构方面，…` a sentence; behind another counter (`5. 5 加强…`) it is always a title
    counted = re.search(r"[0-9a-zA-Z]", paragraph[:start])
    if family == "item" and not counted and (len(rest) > ITEM_TITLE or _MARK.search(rest)):
        return None
    length, run_in = _measure_title(rest, subjects)
    return Heading(family, depth, number, rest[:length].strip().rstrip(_MARKUP), start, title_start + length, run_in)


def _measure_title(rest: str, subjects: tuple[str, ...]) -> tuple[int, bool]:
    """How many characters of `rest` are the title, and whether text of the section follows them."""
    gap, stop = _HAN_GAP.search(rest), rest.find("。")
    if gap and gap.start() <= ITEM_TITLE and (stop < 0 or gap.start() < stop):
        return gap.start(), True
    if 0 <= stop <= ITEM_TITLE:
        return stop, bool(rest[stop + 1 :].strip())
    if len(rest) <= ITEM_TITLE:
        return len(rest), False
    return _measure_glued_title(rest, subjects), True


def _measure_glued_title(rest: str, subjects: tuple[str, ...]) -> int:
    """A title glued to its text ends before the longest name that a title above carries, else at the first mark."""
    for size in range(12, 3, -1):
        for at in range(6, ITEM_TITLE - size):
            if any(rest[at : at + size] in subject for subject in subjects):
                return at
    mark = _MARK.search(rest)
    return min(mark.start() if mark else ITEM_TITLE, ITEM_TITLE)


def normal_number(printed: str) -> str:
    """`第 1 章` → `第1章`, `( 一 )` → `（一）`, `3.` → `3`."""
    number = _spaceless(printed).replace("(", "（").replace(")", "）")
    return number.rstrip(".．、") if number[:1].isdigit() else number


def _spaceless(text: str) -> str:
    return re.sub(r"\s+", "", text)
