"""How questions number sections: `第二十六章第二节`, `第（七）条`, `1.6.3（二）`, `chapter 26`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.numerals import NUMERAL, in_chinese, value

_NUMBER = rf"[{NUMERAL}]+|\d{{1,3}}"

_UNITS = "编篇章节"
_ENGLISH_UNITS = {"part": "篇", "chapter": "章", "section": "节"}
_ORDINAL = re.compile(rf"(第?)\s*({_NUMBER})\s*(编(?![辑号制码])|篇(?!幅|文章|论文)|章(?!程)|节(?![课目日能约省点奏假]))")
_ENGLISH_ORDINAL = re.compile(r"\b(part|chapter|section) (\d{1,3})\b(?!\.\d)")
_ITEM = re.compile(
    rf"第?\s*\(\s*(?P<bracket>[{NUMERAL}]+|\d{{1,2}})\s*\)(?:条|项|点|部分)?"
    rf"|第\s*(?P<number>{_NUMBER})\s*个?(?P<kind>条|项|点|大?部分)"
    r"|\b(?P<english>article|item|point) (?P<digits>\d{1,2})\b"
)
_BARE_ITEM = re.compile(rf"({_NUMBER})条(?=[里中讲说写规是怎呢吗,。?]|的?内容|$)")  # 三条原则 is a list
_JOINED = re.compile(r"[\s,、的之里中内]*(?:of |in )?(?:the )?")

_AMOUNT = r"\s*(?:[\d%‰万亿千百倍个元兆吨台件户人次米]|percent\b|times\b|(?:m|b|tr)illion|[kmgt](?:hz|b|bps)\b)"
_OUTLINE = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)+)(?!{_AMOUNT})")
_DECIMAL = re.compile(r"(?<![\d.])\d+\.\d+(?!\.?\d)")
_BELOW_OUTLINE = re.compile(rf"(?:([{NUMERAL}]+)、?)?(?:\s*\(\s*([{NUMERAL}]+|\d{{1,2}})\s*\)|#(\d+))?")
_SECTION_BEFORE = re.compile(r"(?:第|\b(?:section|chapter|part) |小?节|章节)$")
_SECTION_BEHIND = re.compile(r"(?:这|那|一|的)*(?:小?节|章(?!程)|部分)")
_PERHAPS_BEHIND = re.compile(r"(?:这|那|一|的)*(?:里(?!程)|讲)")
_UNIT_BEHIND = re.compile(r"小?[节章](?![点能约目日程])")
# `工业4.1` is a version; `看1.9`, `打开1.9` name a section. A document's name is blank here, longer than one space.
_HAN_BEFORE = re.compile(r"(?![第在看见问找查读讲说到从和与跟及或把对按据的是])[\u4e00-\u9fff] ?$")
_OPENS_BEFORE = re.compile(r"(?:打开|显示|列出|一下|下面|总结|概括|介绍|参照|解释|章节|小?节) ?$")
_VERSION_BEFORE = re.compile(r"(?:[a-z]|版本|\bversion )$")

_PRINTED = re.compile(rf"第\s*({_NUMBER})\s*([{_UNITS}条])|\(\s*({_NUMBER})\s*\)|({_NUMBER})、")
PARTS = "、(#"  # kinds of numbers that count the items of a document


@dataclass(frozen=True, slots=True)
class Span:
    """Where a number stands in the question."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ordinal(Span):
    """`第二十六章`; not `sure` where 第 is missing, as a count looks the same."""

    number: int
    unit: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Item(Span):
    """`第（七）条`; `kind` is what is said of it: `(`, `条`, `项`, `点`, `部分`."""

    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class Outline(Span):
    """`1.6.3（二）`: `ids` may name it, the narrowest first, each with the end of its words; the last is the decimal alone.

    `is_section`: it can be nothing but the number of a section, whether there is such a one or not;
    `perhaps`: it is one unless the texts know the decimal as an amount.
    """

    ids: tuple[tuple[str, int], ...]
    is_section: bool
    perhaps: bool


def is_joined(between: str) -> bool:
    """Nothing but a linking word stands between two numbers."""
    return _JOINED.fullmatch(between) is not None


def printed_numbers(number: str, title: str) -> frozenset[tuple[str, int]]:
    """What a section is counted as, by its normalised number and title: `{("篇", 6)}` for `1.1.1 第六篇 拓展…`."""
    found = {(m[2] or ("(" if m[3] else "、"), value(m[1] or m[3] or m[4])) for m in map(_PRINTED.match, (number, title)) if m}
    return frozenset(found | ({("#", int(number))} if number.isdigit() else set()))


def ordinals(text: str) -> list[Ordinal]:
    """Chapters and the like in their order; of `section 2 of chapter 26` the chapter first."""
    found = [Ordinal(m.start(), m.end(), value(m[2]), m[3], bool(m[1])) for m in _ORDINAL.finditer(text)]
    found += [Ordinal(m.start(), m.end(), int(m[2]), _ENGLISH_UNITS[m[1]], True) for m in _ENGLISH_ORDINAL.finditer(text)]
    found.sort(key=lambda o: o.start)
    for at in range(len(found) - 1):
        inner, outer = found[at], found[at + 1]
        if rank(inner) > rank(outer) and re.fullmatch(r" (?:of|in) (?:the )?", text[inner.end : outer.start]):
            found[at : at + 2] = [replace(one, start=inner.start, end=outer.end) for one in (outer, inner)]
    return found


def rank(ordinal: Ordinal) -> int:
    """How deep such a unit stands."""
    return _UNITS.index(ordinal.unit)


def items(text: str, behind: frozenset[int]) -> list[Item]:
    """Items in their order; `十三条` without 第 only where a document is named right before it.

    :param behind: where the names of documents end.
    """
    found = [_item(m) for m in _ITEM.finditer(text)]
    bare = [m for m in (_BARE_ITEM.match(text, end) for end in behind) if m]
    return sorted([*found, *(Item(m.start(1), m.end(), value(m[1]), "条") for m in bare)], key=lambda i: i.start)


def _item(match: re.Match[str]) -> Item:
    if match["bracket"]:
        return Item(match.end() - len(match.group().lstrip()), match.end(), value(match["bracket"]), "(")
    kind = {"article": "条", "item": "项", "point": "点"}[match["english"]] if match["english"] else match["kind"]
    return Item(match.start(), match.end(), value(match["number"] or match["digits"]), kind.removeprefix("大"))


def outlines(text: str) -> Iterator[Outline]:
    """Decimal numbers that are no amounts."""
    for match in _OUTLINE.finditer(text):
        below = _BELOW_OUTLINE.match(text, match.end())
        ids = [*(_below(match[1], below) if below else ()), (match[1], match.end())]
        possible = not _is_version(text, match)
        yield Outline(match.start(), ids[0][1], tuple(ids), possible and _is_section(text, match), possible and _is_perhaps(text, match))


def decimals(text: str) -> frozenset[str]:
    """The decimals that stand in a text, amounts among them."""
    return frozenset(_DECIMAL.findall(text))


def _below(decimal: str, match: re.Match[str]) -> list[tuple[str, int]]:
    part, bracket, position = match.groups()
    deep = f"（{in_chinese(value(bracket))}）" if bracket else f"#{position}" if position else ""
    ids = [(f"{decimal}{part or ''}{deep}", match.end())] if deep or part else []
    return [*ids, (f"{decimal}{part}", match.end(1))] if deep and part else ids


def _is_version(text: str, match: re.Match[str]) -> bool:
    """`17.10.3`, `v1.2`, `工业4.0`, `安卓1.2.3`: outline numbers count from one, and stand behind no noun unless 节 or 章 follows."""
    before, last = text[: match.start()], match[1].rpartition(".")[2]
    if any(len(one) > 2 for one in match[1].split(".")) or int(last) == 0 or _VERSION_BEFORE.search(before):
        return True
    noun = _HAN_BEFORE.search(before) and not _OPENS_BEFORE.search(before)
    return bool(noun) and not _UNIT_BEHIND.match(text, match.end())


def _is_section(text: str, match: re.Match[str]) -> bool:
    """Three numbers are one of an outline; two only where the words around say so."""
    before, behind = text[: match.start()], text[match.end() :]
    return match[1].count(".") > 1 or bool(_SECTION_BEFORE.search(before) or _SECTION_BEHIND.match(behind))


def _is_perhaps(text: str, match: re.Match[str]) -> bool:
    before, behind = text[: match.start()], text[match.end() :]
    return (not before.strip() and not behind.strip(" ?。!呢")) or bool(_PERHAPS_BEHIND.match(behind))
