"""Places of the corpus that a question names: documents, chapters, sections, document numbers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.types import Document, Section
from index.normalise import normalise

# what a document is called when its title is not said in full: the genre in its title → words for it
GENRES: dict[str, str] = {
    "指南": r"指南|the (?:development )?guide(?:lines?)?\b|\bguidelines?\b",
    "规划": r"规划|(?:five[- ]year )?plan\b",
    "纲要": r"纲要|outline\b",
    "意见": r"指导意见|意见|(?:guiding )?opinions?\b",
    "区别": r"(?:比较|对比|区别)的?(?:那篇)?文章|那篇文章|(?:comparison|comparative) (?:article|essay|paper)|(?:article|essay) comparing",
    "办法": r"办法|measures\b",
    "条例": r"条例|regulations?\b",
    "方案": r"方案|programme\b|program\b",
    "通知": r"通知|notice\b",
    "决定": r"决定|decision\b",
}
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,6}[〔\[［(（]\s*(\d{4})\s*[〕\]］)）]\s*(\d+)\s*号")
_ISSUER = re.compile(r"^(?:中共中央|国务院办公厅|国务院|中华人民共和国|国家)*(?:关于)?")
_NUMERALS = "零一二三四五六七八九"
_DECIMAL = re.compile(r"(?<![\d.])(\d+(?:\.\d+)+)(?![\d%])")
_ORDINAL = re.compile(r"第\s*([零一二三四五六七八九十百\d]+)\s*(编|篇|章|节)")
_PART_OF_DOCUMENT = "(?:的|这|那)*(?:部分|部份|一?节|一?段|一?章|一?条|里|中)"
_BRACKET = re.compile(r"[（(]\s*([一二三四五六七八九十]+)\s*[）)]")


@dataclass(frozen=True, slots=True)
class Place:
    """A section that the question names, and the words that name it."""

    section: Section
    document_id: str
    mention: str
    strength: float  # 1.0 for a number or a whole title, less for a short name


@dataclass(frozen=True, slots=True)
class _Named:
    section: Section
    document_id: str
    title: str  # normalised
    short: str  # without the issuer in front
    is_document: bool


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
                top = len(section.path) == 1 and section.title in titles
                self._named.append(_Named(section, document.id, title, _ISSUER.sub("", title), top))
        for document in documents:
            self._read_numbers(document)

    def _read_numbers(self, document: Document) -> None:
        """`《…意见》（国发〔2015〕40号）` and `…意见 国发〔2017〕40 号` give a title its number."""
        for match in _DOCUMENT_NUMBER.finditer(document.text):
            before = normalise(document.text[max(0, match.start() - 80) : match.start()]).rstrip("（( 》")
            for named in self._named:
                if named.is_document and named.title and before.endswith(named.title):
                    self._numbers.setdefault((match[1], match[2]), named)

    def find(self, question: str) -> list[Place]:
        """The places a question names, documents first; nothing for a question that names none."""
        text = normalise(question)
        documents = self._by_number(text) + self._by_title(text) + self._by_genre(text)
        inside = [p.section for p in documents]
        sections = self._by_ordinal(text, inside) + self._by_section_title(text, inside)
        found: dict[str, Place] = {}
        for place in documents + sections:
            found.setdefault(place.section.id, place)
        return list(found.values())

    def _by_number(self, text: str) -> list[Place]:
        places = [
            _place(self._numbers[match[1], match[2]], match.group(), 1.0)
            for match in _DOCUMENT_NUMBER.finditer(text)
            if (match[1], match[2]) in self._numbers
        ]
        for match in _DECIMAL.finditer(text):
            bracket = _BRACKET.match(text, match.end())
            wanted = match[1] + (f"（{bracket[1]}）" if bracket else "")
            places += [_place(n, wanted, 1.0) for n in self._named if n.section.id == wanted]
        return places

    def _by_title(self, text: str) -> list[Place]:
        found = [n for n in self._named if n.is_document and len(n.short) >= 4 and n.short in text]
        return [_place(n, n.short, 1.0) for n in found if not any(n.short in other.short and n is not other for other in found)]

    def _by_genre(self, text: str) -> list[Place]:
        """`指南`, `信息消费指导意见`, `the Guide`: the one document of that genre, or the one whose title has the words before it."""
        places: list[Place] = []
        for genre, names in GENRES.items():
            named = [n for n in self._named if n.is_document and genre in n.title]
            for match in re.finditer(names, text):
                before = re.search(r"[\u4e00-\u9fff0-9“”+]*$", text[: match.start()])
                words = before.group() if before else ""
                best = [n for n in named if _overlap(words, n.short) >= 3] if len(named) > 1 else named
                if len(best) > 1:
                    top = max(_overlap(words, n.short) for n in best)
                    best = [n for n in best if _overlap(words, n.short) == top]
                if len(best) == 1 and not _contradicts(words, best[0]):
                    places.append(_place(best[0], match.group(), 0.8))
        return places

    def _by_ordinal(self, text: str, inside: Sequence[Section]) -> list[Place]:
        """`第二十六章第二节`: each number below the one before it."""
        places: list[Place] = []
        scope: list[_Named] = [n for n in self._named if not inside or any(_contains(s, n.section) for s in inside)]
        for match in _ORDINAL.finditer(text):
            number = f"第{_in_chinese(match[1])}{match[2]}"
            found = [n for n in scope if n.section.number == number or n.title.startswith(number)]
            if len(found) == 1:
                places = [p for p in places if not _contains(p.section, found[0].section)]
                places.append(_place(found[0], match.group(), 1.0))
                scope = [n for n in scope if _contains(found[0].section, n.section)]
        return places

    def _by_section_title(self, text: str, inside: Sequence[Section]) -> list[Place]:
        """A section's title in quotation marks, before 部分, 一节, 一段, 原则, or inside a document that is named."""
        places: list[Place] = []
        for named in self._named:
            title = re.sub(r"^[一二三四五六七八九十]+、", "", named.title)
            if named.is_document or len(title) < 3 or title not in text:
                continue
            marked = re.search(rf"[“\"《「]{re.escape(title)}[”\"》」]|{re.escape(title)}[”\"》」]?{_PART_OF_DOCUMENT}", text)
            if marked or any(_contains(s, named.section) for s in inside):
                places.append(_place(named, title, 0.9 if marked else 0.6))
        return places


def _place(named: _Named, mention: str, strength: float) -> Place:
    return Place(named.section, named.document_id, mention, strength)


def _contains(outer: Section, inner: Section) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _overlap(words: str, title: str) -> int:
    """The longest run of characters of `words` that ends at the mention or stands in the title."""
    return max(
        (size for size in range(1, len(words) + 1) for at in range(len(words) - size + 1) if words[at : at + size] in title), default=0
    )


def _contradicts(words: str, named: _Named) -> bool:
    """`十四五规划` does not mean 十三五规划."""
    period = re.search(r"[“\"]?(十[一二三四五六]五|第?[一二三四五六七八九十]+个五年)[”\"]?$", words)
    return bool(period) and period.group(1) not in named.title if period else False


def _in_chinese(number: str) -> str:
    """`26` → `二十六`; Chinese numerals stay."""
    if not number.isdigit() or not 0 < int(number) < 100:
        return number
    tens, ones = divmod(int(number), 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十") + (_NUMERALS[ones] if ones else "")
