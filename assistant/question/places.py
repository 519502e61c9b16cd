"""Places of the corpus that a question names: documents, document numbers, chapters, sections, items."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.types import Document, Section
from index.normalise import normalise

# What a document is called when its title is not said in full: the genre in its title, the words for it, and whether the
# word alone names a document (指南) or is a common noun as well (规划, 意见).
_COMPARISON = (
    r"(?:那篇)?(?:比较|对比|区别)的?(?:那篇)?文章|那篇文章"
    r"|(?:comparison|comparative) (?:article|essay|paper)|(?:article|essay) comparing"
)
_GENRES: tuple[tuple[str, str, bool], ...] = (
    ("指南", r"指南|\bthe (?:(?:\w+ ){0,3}guide|(?:development )?guidelines?)\b(?! (?:on|for|to)\b)", True),
    ("纲要", r"纲要|\bthe outline\b|strategy outline\b", True),
    ("区别", _COMPARISON, True),
    ("规划", r"规划|five[- ]year plan\b", False),
    ("意见", r"指导意见|意见", False),
    ("办法", r"办法", False),
    ("条例", r"条例", False),
    ("方案", r"方案", False),
    ("通知", r"通知", False),
    ("决定", r"决定", False),
)
_ORDINAL_NUMBERS = {"12": "十二五", "13": "十三五", "14": "十四五", "twelfth": "十二五", "thirteenth": "十三五", "fourteenth": "十四五"}
_PLAN = re.compile(r"\b(1[234])th five[- ]year|\b(twelfth|thirteenth|fourteenth) five[- ]year")
_DOCUMENT_NUMBER = re.compile(
    r"(?:[国中]办?[发函]|[\u4e00-\u9fff]{1,4}[发函令字规])?[〔\[［(（]\s*(\d{4})\s*[〕\]］)）]\s*第?(\d+)\s*号(?:文件?)?"
)
_SHORT_NUMBER = re.compile(
    r"(?<![〕\]］)）\d])(\d{1,4})号(?:文件?|文)|\bdocument no\.? ?(\d{1,4})(?: of (\d{4}))?|(\d{4})年?第?(\d{1,4})号文"
)
_ISSUER = re.compile(r"^(?:中共中央|国务院办公厅|国务院|中华人民共和国|国家)*(?:关于)?")
_AMOUNT = r"\s*(?:[\d%‰万亿千百倍个元兆吨台件户人次米]|percent\b|times\b|(?:m|b|tr)illion|[kmgt](?:hz|b|bps)\b)"
_DECIMAL = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)+)(?!{_AMOUNT})")
_ORDINAL = re.compile(r"第\s*([零一二三四五六七八九十百\d]+)\s*(编|篇|章|节)")
_ITEM = re.compile(
    r"第?\s*[（(]\s*([一二三四五六七八九十]+)\s*[）)](?:条|项|点|部分)?|第\s*([一二三四五六七八九十\d]+)\s*(?:条|项|点|部分)"
)
_PART_OF_DOCUMENT = "(?:的|这|那)*(?:部分|部份|一?节|一?段|一?章|一?条|那?一?点|里|中)"
_ATTACHMENT = re.compile(r"附件|\b(?:attachment|annex)\b")
_LINKING = "在从按照根据和与跟及以及、,，。；：:“”《》对把的里中"
_NUMERALS = "零一二三四五六七八九"
_QUOTES = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Place:
    """A section that the question names, and the words that name it."""

    section: Section
    document_id: str
    mention: str


@dataclass(frozen=True, slots=True)
class _Named:
    section: Section
    document_id: str
    title: str  # normalised
    short: str  # without the issuer in front and without quotation marks
    is_document: bool
    has_text: bool

    def place(self, mention: str) -> Place:
        return Place(self.section, self.document_id, mention)


class Gazetteer:
    """All places of a corpus by name and by number."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Collect the names of every section, and the document numbers that the texts give to titles."""
        self._named: list[_Named] = []
        self._numbers: dict[tuple[str, str], _Named] = {}
        for document in documents:
            titles = set(document.titles())
            for section in document.sections:
                title = normalise(section.title)
                is_document = len(section.path) == 1 and section.title in titles
                has_text = any(s.body_end > s.body_start for s in document.sections if _contains(section, s))
                self._named.append(_Named(section, document.id, title, _ISSUER.sub("", _QUOTES.sub("", title)), is_document, has_text))
            self._read_numbers(document.text)

    def _read_numbers(self, text: str) -> None:
        """`《…意见》（国发〔2015〕40号）` and `…意见 国发〔2017〕40 号` give a title its number."""
        for match in _DOCUMENT_NUMBER.finditer(text):
            before = normalise(text[max(0, match.start() - 80) : match.start()]).rstrip("（( 》")
            for named in self._named:
                if named.is_document and named.title and before.endswith(named.title):
                    self._numbers.setdefault((match[1], match[2]), named)

    def find(self, question: str) -> list[Place]:
        """The places a question names, documents first; nothing for a question that names none."""
        text = normalise(question)
        documents = [*self._by_number(text), *self._by_title(_QUOTES.sub("", text)), *self._by_genre(_QUOTES.sub("", text))]
        scope = [place.section for place in documents]
        chapters = [*self._by_decimal(text), *self._by_ordinal(text, scope)]
        titles = self._by_section_title(text, scope)
        items = self._by_item(text, [place.section for place in [*titles, *chapters]] or scope)
        found: dict[tuple[str, str], Place] = {}
        for place in [*documents, *chapters, *titles, *items]:
            found.setdefault((place.document_id, place.section.id), place)
        return list(found.values())

    def _by_number(self, text: str) -> list[Place]:
        full = [(m.group(), m[1], m[2]) for m in _DOCUMENT_NUMBER.finditer(text)]
        places = [self._numbers[year, number].place(mention) for mention, year, number in full if (year, number) in self._numbers]
        for match in _SHORT_NUMBER.finditer(text):
            number, year = match[1] or match[2] or match[5], match[3] or match[4]
            called = [n for (y, x), n in self._numbers.items() if x == number and year in (None, y) and n.has_text]
            places += [n.place(match.group()) for n in called[:1] if len(called) == 1]
        return places

    def _by_title(self, text: str) -> list[Place]:
        found = [n for n in self._named if n.is_document and len(n.short) >= 4 and n.short in text]
        return [n.place(n.short) for n in found if not any(n.short in other.short and n.short != other.short for other in found)]

    def _by_genre(self, text: str) -> list[Place]:
        """`指南`, `信息消费指导意见`, `十三五规划`: the one document of that genre whose title the words before it stand in."""
        text = _PLAN.sub(lambda m: f"{_ORDINAL_NUMBERS[m[1] or m[2]]} five-year", text)
        places: list[Place] = []
        for genre, names, alone in _GENRES:
            named = [n for n in self._named if n.is_document and genre in n.title]
            for match in re.finditer(names, text):
                before = re.search(rf"[^{_LINKING}\s]*$", text[: match.start()])
                words = re.sub(r"five-year $", "", before.group()) if before else ""
                words = words or ("".join(re.findall(r"十.五", text[: match.start()]))[-3:] if match.group().startswith("five") else "")
                fitting = [n for n in named if _overlap(words, n.short) >= min(3, max(len(words), 1))] if words else named if alone else []
                best = [n for n in fitting if _overlap(words, n.short) == max(_overlap(words, f.short) for f in fitting)]
                places += [best[0].place(words[-12:] + match.group())] if len(best) == 1 else []
        return places

    def _by_decimal(self, text: str) -> list[Place]:
        wanted = [(m, re.match(r"[（(]\s*([一二三四五六七八九十]+)\s*[）)]", text[m.end() :])) for m in _DECIMAL.finditer(text)]
        ids = {m[1] + (f"（{bracket[1]}）" if bracket else ""): m[1] + (bracket.group() if bracket else "") for m, bracket in wanted}
        return [n.place(ids[n.section.id]) for n in self._named if n.section.id in ids]

    def _by_ordinal(self, text: str, inside: Sequence[Section]) -> list[Place]:
        """`第二十六章第二节`: each number below the one before it."""
        places: list[Place] = []
        scope = self._inside(inside)
        for match in _ORDINAL.finditer(text):
            number = f"第{_in_chinese(match[1])}{match[2]}"
            found = [n for n in scope if n.section.number == number or n.title.startswith(number)]
            if len(found) == 1:
                above = [p for p in places if _contains(p.section, found[0].section)]
                places = [p for p in places if p not in above] + [found[0].place("".join(p.mention for p in above) + match.group())]
                scope = self._inside([found[0].section])
        return places

    def _by_item(self, text: str, inside: Sequence[Section]) -> list[Place]:
        """`40号文第（七）条`, `1.6.4第（四）项`: by its number inside the place that is named."""
        places: list[Place] = []
        for match in _ITEM.finditer(text) if inside else ():
            numeral = _in_chinese(match[1] or match[2])
            found = [n for n in self._inside(inside) if n.section.number in (f"（{numeral}）", f"{numeral}、", f"第{numeral}条")]
            places += [found[0].place(match.group())] if len(found) == 1 else []
        return places

    def _by_section_title(self, text: str, inside: Sequence[Section]) -> list[Place]:
        """A section's title in quotation marks, before 部分, 一节, 一段, 里, or inside a document that is named."""
        places: list[Place] = []
        for named in self._named:
            title = re.sub(r"^[一二三四五六七八九十]+、", "", named.title)
            if named.section.number.startswith("附件") and (mention := _ATTACHMENT.search(text)):
                places.append(named.place(mention.group()))
                continue
            if named.is_document or len(title) < 3 or title not in text:
                continue
            marked = re.search(rf"[“\"《「]{re.escape(title)}[”\"》」]|{re.escape(title)}[”\"》」]?{_PART_OF_DOCUMENT}", text)
            if marked or any(_contains(section, named.section) for section in inside):
                places.append(named.place(title))
        return places

    def _inside(self, sections: Sequence[Section]) -> list[_Named]:
        return [n for n in self._named if not sections or any(_contains(s, n.section) and s is not n.section for s in sections)]


def leave_out(text: str, places: Iterable[Place]) -> str:
    """The normalised question without the words that name these places."""
    text = _QUOTES.sub("", normalise(text))
    for place in places:
        text = text.replace(_QUOTES.sub("", normalise(place.mention)), " ")
    return text


def _contains(outer: Section, inner: Section) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.document == inner.document


def _overlap(words: str, title: str) -> int:
    """The longest run of characters of `words`, up to its end, that stands in the title."""
    return max((size for size in range(1, len(words) + 1) if words[-size:] in title), default=0)


def _in_chinese(number: str) -> str:
    """`26` → `二十六`; Chinese numerals stay."""
    if not number.isdigit() or not 0 < int(number) < 100:
        return number
    tens, ones = divmod(int(number), 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十") + (_NUMERALS[ones] if ones else "")
