"""Numbers of documents: how questions write them (`国发〔2017〕40号`, `40号文`), and which document bears which."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.question.place_numbers import Span
from assistant.question.place_titles import QUOTES, Mention, Named
from corpus.numerals import NUMERAL, value
from index.normalise import normalise

_BRACKETED = r"[〔\[(]\s*(\d{4})\s*[〕\])]"

_DOCUMENT_NUMBER = re.compile(
    r"(?:[国中]办?[发函]|[\u4e00-\u9fff]{1,4}[发函令字规])?[〔\[［(（]\s*(\d{4})\s*[〕\]］)）]\s*第?(\d+)\s*号(?:文件?)?"
)
_PLAIN_NUMBER = re.compile(r"(?:国办?|中办?)[发函](\d{4})年?第?(\d{1,4})号(?:文件?)?")
_ENGLISH_NUMBER = re.compile(rf"\bguo ?(?:ban ?)?(?:fa|han),? (?:{_BRACKETED}|(\d{{4}})),? ?(?:no\.?|number)? ?(\d{{1,4}})\b")
_SHORT_NUMBER = re.compile(
    rf"(?<![〕\]）)\d{NUMERAL}])(?:(\d{{4}})年第?|(\d{{4}})第)?(\d{{1,4}}|[{NUMERAL}]+)号文(?:件|(?![化明字艺]))"
    r"|\bdocument (?:no\.? ?|number )?(\d{1,4})\b(?: (?:of|from) (\d{4})\b)?"
)

Looked = tuple[list[Mention], list[Span]]  # what was found, and what is missing


@dataclass(frozen=True, slots=True)
class Numbered(Span):
    """A document by its number; `year` where it is said."""

    number: int
    year: int | None


class DocumentNumbers:
    """The documents of a corpus by number."""

    def __init__(self, named: Sequence[Named], texts: Iterable[str]) -> None:
        """Read them; `texts` are the documents' texts, which give numbers to titles and cite further ones."""
        self._named = named
        self._documents: dict[tuple[int, int], Named] = {}
        self._cited: set[tuple[int, int]] = set()
        for text in texts:
            self._read(text)

    def _read(self, text: str) -> None:
        """`《…意见》（国发〔2015〕40号）` and `…意见 国发〔2017〕40 号` give a title its number."""
        for match in _DOCUMENT_NUMBER.finditer(text):
            number = int(match[1]), int(match[2])
            self._cited.add(number)
            before = QUOTES.sub("", normalise(text[max(0, match.start() - 80) : match.start()])).rstrip("(（ 》")
            for named in self._named:
                if named.is_document and named.title and before.endswith(named.title):
                    self._documents.setdefault(number, named)

    def look_up(self, numbers: Sequence[Numbered]) -> Looked:
        """Documents by number; without a year the one that has text, or the only one."""
        found: list[Mention] = []
        missing: list[Span] = []
        for one in numbers:
            called = [n for (year, number), n in self._documents.items() if number == one.number and one.year in (None, year)]
            best = [n for n in called if n.has_text] or called
            found += [Mention(best[0], one.start, one.end)] if len(best) == 1 else []
            known = any(number == one.number and one.year in (None, year) for year, number in self._cited)
            missing += [] if called or known else [Span(one.start, one.end)]
        return found, missing


def document_numbers(text: str) -> list[Numbered]:
    """The numbers of documents that a normalised text names."""
    found = [Numbered(m.start(), m.end(), int(m[2]), int(m[1])) for p in (_DOCUMENT_NUMBER, _PLAIN_NUMBER) for m in p.finditer(text)]
    found += [Numbered(m.start(), m.end(), int(m[3]), int(m[1] or m[2])) for m in _ENGLISH_NUMBER.finditer(text)]
    for m in _SHORT_NUMBER.finditer(text):
        year = m[1] or m[2] or m[5]
        found.append(Numbered(m.start(), m.end(), value(m[3] or m[4]), int(year) if year else None))
    return sorted(_outermost(found), key=lambda n: n.start)


def _outermost(found: list[Numbered]) -> list[Numbered]:
    return [n for n in found if not any(o is not n and o.start <= n.start and n.end <= o.end for o in found)]
