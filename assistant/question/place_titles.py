"""How questions name documents and sections by words: full titles, genres (`指南`, `信息消费指导意见`), a section's title."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.question.plans import ENGLISH_PLAN, chinese_plan
from corpus.numerals import NUMERAL
from corpus.types import Document, Section
from index.normalise import normalise

# What a document is called when its title is not said in full: the genre in its title, the words for it, and whether the
# word alone names a document (指南) or is a common noun as well (规划, 意见).
_COMPARISON = (
    r"(?:那篇)?(?:比较|对比|区别)的?(?:那篇)?文章|那篇文章"
    r"|(?:comparison|comparative) (?:article|essay|paper)|(?:article|essay) comparing"
)
_WORDS = r"(?:(?!(?:and|or|versus|vs|with|of|in|to|the|than|from)\b)\w+ )"
_OF_ANOTHER = r"(?! (?:for|to|of|on|about|in|behind)\b)"  # `the outline of Industry 4.0` is no document
_GENRES: tuple[tuple[str, str, bool], ...] = (
    (
        "指南",
        rf"指南|\bthe guide\b(?! (?:for|to)\b)|\bthe (?:{_WORDS}{{1,3}}guide|(?:development )?guidelines?)\b(?! (?:on|for|to)\b)",
        True,
    ),
    ("规划", rf"规划纲要|\bthe plan\b{_OF_ANOTHER}", True),
    ("纲要", rf"(?<!规划)纲要|\bthe outline\b{_OF_ANOTHER}|strategy outline\b", True),
    ("区别", _COMPARISON, True),
    ("规划", r"规划(?!纲要)", False),
    ("意见", r"指导意见|意见", False),
    ("办法", r"办法", False),
    ("条例", r"条例", False),
    ("方案", r"方案", False),
    ("通知", r"通知", False),
    ("决定", r"决定", False),
)
_PLAN_IN_FULL = re.compile(r"第(十[一二三四五])个五年规划(?:纲要)?")
_OPINIONS = re.compile(rf"\b(?:the )?(({_WORDS}){{1,4}})opinions?\b")
_NUMBERED_NEXT = re.compile(rf"\s*第\s*\(?[{NUMERAL}\d]+\)?\s*[编篇章节条项部]")
_ISSUER = re.compile(r"^(?:中共中央|国务院办公厅|国务院|中华人民共和国|国家)*(?:关于)?")
_COUNTED = re.compile(rf"^(?:[{NUMERAL}]+、|第[{NUMERAL}\d]+[编篇章节]\s*)")
_LINKING = "在从按照根据和与跟及以及、,，。；：:“”《》对把的里中"
QUOTES = re.compile(r"[“”\"]")
_QUOTED = re.compile(r"[“\"《「]([^”\"》」]+)[”\"》」]")

# 一点 alone is a little of something
_PART = (
    r"(?:的|这|那)*(?:部分|部份)|(?:的|这|那|个|一)+(?:节(?![点能约目日])|段|章(?!程)|条(?![件例款]))"
    r"|的?[这那][个一]?点(?=[,。;?对的都有没提讲说写怎如是哪关规要里中上]|$)"
)
_COMPARED = re.compile(
    r"比较|对比|相比|区别|不同|差异|差别|异同|\b(?:compar(?:e|es|ed|ing|ison)|differ(?:s|ent|ence|ences)?|contrast|versus|vs)\b"
)
_WITH = r"(?:和|与|跟|同|以及|相比于?|对比|\b(?:and|versus|vs\.?|with|to|from)\b)"
_BESIDE = (
    re.compile(rf"[^\s《,。?!;:]\s*{_WITH}\s*(?:the )?《?$"),
    re.compile(rf"》?\s*(?:(?:is |are )?(?:differ(?:s|ent)?|compared?) )?{_WITH}\s*[^\s,。?!;:]"),
)
_INSIDE_BEHIND = re.compile(r"》?(?:里(?!程)|中(?!国))")
_INSIDE = r"(?:里(?!程)|中(?=[,。;?对的都有没提讲说写怎如是哪关规要还]|$))"  # 大数据中心 is no 大数据
_OPEN = r"(?:请?(?:帮我)?(?:看一?看|看一?下|打开|显示|列出|查看))?(?:的|和|与|及|里面?|中|、|\s|[《》“”\"])*"
_SAYS = r"(?:都|主要|具体)*(?:(?:讲|说|写|提到?)(?:了|的是|的)?(?:些?什么|啥|哪些(?:内容)?)|的?(?:全文|原文|内容)(?:是什么)?)?"


@dataclass(frozen=True, slots=True)
class Named:
    """A section and what it is called; all names normalised and without quotation marks."""

    section: Section
    document_id: str
    title: str
    names: tuple[str, ...]  # in short: without the issuer in front, and what else it is called
    words: str  # the title without its own number and without brackets
    is_document: bool
    has_text: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """The words of the question, without quotation marks, that name a section."""

    named: Named
    start: int
    end: int
    topic: bool = False
    titled: bool = field(default=False, compare=False)  # by its title or what else it is called


def collect(document: Document, groups: Sequence[Sequence[str]]) -> Iterator[Named]:
    """The sections of a document with their names.

    :param groups: names of one thing each, in other languages or in short.
    """
    titles = set(document.titles())
    for section in document.sections:
        title = QUOTES.sub("", normalise(section.title))
        short = _ISSUER.sub("", title)
        others = [normalise(name) for group in groups if {title, short} & {normalise(n) for n in group} for name in group]
        is_document = len(section.path) == 1 and section.title in titles
        has_text = any(s.body_end > s.body_start for s in document.sections if contains(section, s))
        words = re.sub(r"\([^()]*\)$", "", _COUNTED.sub("", title))
        yield Named(section, document.id, title, tuple(dict.fromkeys([short, *others])), words, is_document, has_text)


def contains(outer: Section, inner: Section) -> bool:
    """`inner` is `outer` or stands below it."""
    return outer.start <= inner.start and inner.end <= outer.end and outer.document == inner.document


def by_title(text: str, named: Iterable[Named]) -> list[Mention]:
    """Documents whose title stands in the text; not 中国制造2025 inside a longer title."""
    found = [(n, name) for n in named if n.is_document for name in n.names if len(name) >= 4 and name in text]
    outermost = [(n, name) for n, name in found if not any(name != other and name in other for _, other in found)]
    return [Mention(n, text.index(name), text.index(name) + len(name), titled=True) for n, name in outermost]


def compared_as_topics(text: str, documents: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """`中国制造2025和德国工业4.0有什么区别`: the only place, beside something else it is compared with, is a topic.

    :param text: normalised, with blanks for what names documents: the names say 比较 and 和 themselves.
    """
    if len({(m.start, m.end) for m in documents}) != 1 or any(not m.topic for m in others) or not _COMPARED.search(text):
        return list(documents)
    before, behind = text[: documents[0].start], text[documents[0].end :]
    beside = _BESIDE[0].search(before) or _BESIDE[1].match(behind)
    topic = bool(beside) and not _INSIDE_BEHIND.match(behind)
    return [replace(m, topic=topic and m.titled) for m in documents]


def by_genre(text: str, named: Sequence[Named], groups: Sequence[Sequence[str]]) -> list[Mention]:
    """`指南`, `信息消费指导意见`, `十三五规划`: the one document of that genre whose title the words before it stand in."""
    found: list[Mention] = []
    plans = [(chinese_plan(m), m) for m in ENGLISH_PLAN.finditer(text)] + [(f"{m[1]}五", m) for m in _PLAN_IN_FULL.finditer(text)]
    for plan, match in plans:
        found += _only([n for n in named if n.is_document and plan in n.title], match.start(), match.end())
    for match in _OPINIONS.finditer(text):
        words = [name for group in groups if any(n.isascii() and n.lower() in match[1] for n in group) for name in group]
        fitting = [n for n in named if n.is_document and "意见" in n.title and any(normalise(w) in n.title for w in words)]
        found += _only(fitting, match.start(), match.end())
    for genre, names, alone in _GENRES:
        of_genre = [n for n in named if n.is_document and genre in n.title]
        for match in re.finditer(names, text):
            found += _of_genre(text, match, of_genre, alone)
    return found


def _of_genre(text: str, match: re.Match[str], named: Sequence[Named], alone: bool) -> list[Mention]:
    before = re.search(rf"[^{_LINKING}\s]*$", text[: match.start()])
    words = before.group() if before else ""
    if not words or match.group().isascii():
        quoted = text[: match.start()].endswith("《") and text[match.end() :].startswith("》")
        if not alone and (quoted or _NUMBERED_NEXT.match(text, match.end())):
            return _only([n for n in named if n.has_text], match.start(), match.end())
        return _only(named, match.start(), match.end()) if alone else []
    sizes = {n.section.id: _overlap(words, n.names[0]) for n in named}
    best = max(sizes.values(), default=0)
    fitting = [n for n in named if sizes[n.section.id] == best >= min(3, len(words))]
    return _only(fitting, match.start() - best, match.end())


def _only(fitting: Sequence[Named], start: int, end: int) -> list[Mention]:
    return [Mention(fitting[0], start, end)] if len(fitting) == 1 else []


def _overlap(words: str, title: str) -> int:
    """The longest run of characters of `words`, up to its end, that stands in the title."""
    return max((size for size in range(1, len(words) + 1) if words[-size:] in title), default=0)


def by_section_title(question: str, text: str, named: Iterable[Named], documents: Sequence[Mention]) -> list[Mention]:
    """A section's title in quotation marks, before 部分, 一节, 里, as all that is asked, or as a topic beside a named document.

    :param question: normalised; `text` the same without quotation marks and with blanks for what names documents.
    """
    quoted = {QUOTES.sub("", words) for words in _QUOTED.findall(question)}
    sections = [m.named.section for m in documents]
    found: list[Mention] = []
    for one in named:
        if one.is_document or len(one.words) < 2 or one.words not in text:
            continue
        inside = any(contains(section, one.section) for section in sections)
        how = _how_named(one.words, text, quoted)
        if how == "marked" or (inside or not sections if how else inside and len(one.words) > 2):
            start = text.index(one.words)
            found.append(Mention(one, start, start + len(one.words), topic=not how))
    return [m for m in found if not m.topic or not any(_is_part(m.named.words, o.named.words) for o in found)]


def _is_part(title: str, other: str) -> bool:
    return title != other and title in other


def _how_named(title: str, text: str, quoted: set[str]) -> str:
    """`alone`, `marked` or nothing; two characters are a common noun in quotation marks and before 里."""
    escaped = re.escape(title)
    if re.fullmatch(rf"{_OPEN}{escaped}[》]?(?:{_PART})?{_SAYS}[?。!,]*", text.strip()):
        return "alone"
    marked = re.search(rf"{escaped}[》」]?(?:{_PART})", text)
    if not marked and len(title) > 2:
        marked = re.search(rf"{escaped}[》」]?{_INSIDE}", text)
    return "marked" if marked or (len(title) > 2 and title in quoted) else ""
