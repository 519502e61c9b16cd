"""What a question names that the corpus does not know: years, plans, document numbers, places, bodies, foreign names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.latin_names import find_latin_names, name_parts, name_words
from assistant.question.pinyin_places import PLACES
from assistant.question.plans import ENGLISH_PLAN, chinese_plan
from assistant.question.words import FUNCTION_WORDS
from index.normalise import normalise
from index.store import PassageIndex

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PLAN = re.compile(r"十[一二三四五六七]五(?!五)|第(十[一二三四五六七]|[一二三四五六七八九十])个五年")
_TITLE = re.compile(r"《([^》]{2,40})》")
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{0,4}\s*[〔\[［(（]\s*(?:19|20)\d\d\s*[〕\]］)）]\s*第?\s*\d+\s*号")
_REGION = "区省市县州岛湾港镇乡村"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name as typed. `exact`: it is only itself, never another one like it (a year, a plan, 6G, Shanghai).

    `strange` are the words in it that the corpus does not have; its other words say nothing of it.
    """

    text: str
    strange: tuple[str, ...] = ()
    exact: bool = False

    @property
    def parts(self) -> list["Unknown"]:
        """The sides of the `and` inside it that have strange words."""
        sides = [Unknown(side, tuple(word for word in self.strange if word in side)) for side in name_parts(self.text)]
        return [side for side in sides if side.strange]


class KnownNames:
    """The names of one corpus."""

    def __init__(self, index: PassageIndex, aliases: Iterable[str]) -> None:
        """Collect them.

        :param aliases: other names of what the corpus names, normalised: they count as known.
        """
        self._tokenizer = index.lexical.tokenizer
        self.text = "\n".join(normalise(document.text) for document in index.documents)
        titles = {normalise(section.title) for document in index.documents for section in document.sections}
        titles |= {normalise(title) for document in index.documents for title in _TITLE.findall(document.text)}
        self._aliases = frozenset(aliases)
        self._alias_words = {word for alias in self._aliases for word in alias.split()}
        names = [name for name in [*titles, *self._aliases] if _YEAR.search(name)]
        self._dated = re.compile("|".join(_spaced(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)", re.IGNORECASE)
        self._numbers = {_unspaced(number) for number in _DOCUMENT_NUMBER.findall(self.text)}
        self._periods = self.periods(self.text)

    def periods(self, text: str) -> set[str]:
        """The years and five-year plans that a text names; a year inside a title (中国制造2025) or a document number is none."""
        return set(self._typed_periods(normalise(text)))

    def _typed_periods(self, text: str) -> dict[str, str]:
        """Each period and how it is written: `14th Five-Year Plan` is 十四五."""
        plain = _DOCUMENT_NUMBER.sub(" ", self._dated.sub(" ", text))
        plans = {(f"{m[1]}五" if m[1] else m[0]): m[0] for m in _PLAN.finditer(plain)}
        english = {chinese_plan(m): m[0] for m in ENGLISH_PLAN.finditer(plain)}
        return {year: year for year in sorted(_YEAR.findall(plain))} | plans | english

    def unknown(self, question: str, mentions: Sequence[str] = ()) -> list[Unknown]:
        """The names in a question that stand nowhere in the corpus, as typed.

        :param mentions: the words that name places of the corpus: what stands in them is none of these names.
        """
        periods = [typed for period, typed in self._typed_periods(_without(question, mentions)).items() if period not in self._periods]
        rest = ENGLISH_PLAN.sub(", ", _without(question, [m for m in mentions if m.isascii()]))
        numbers = [number.strip() for number in _DOCUMENT_NUMBER.findall(rest) if not self._has_number(number)]
        latin = [name for name in find_latin_names(rest) if not self._has(name.lower()) and self._strange(name)]
        return [
            *(Unknown(period, exact=True) for period in periods),
            *(Unknown(number, exact=True) for number in numbers),
            *(Unknown(name, (name,)) for name in self._unknown_chinese(rest)),
            *(Unknown(name, tuple(self._strange(name)), exact=name[0].isdigit() or name.lower() in PLACES) for name in latin),
        ]

    def _has_number(self, number: str) -> bool:
        return any(_unspaced(number).endswith(known[known.index("〔") :]) for known in self._numbers if "〔" in known)

    def _unknown_chinese(self, text: str) -> list[str]:
        """Places, people and bodies; a region and what it lies in are one: 粤港澳大湾区."""
        names = [name for name in self._tokenizer.proper_names(text) if name not in FUNCTION_WORDS and name.lower() not in self.text]
        joined: list[str] = []
        for name in names:
            if name[:-1] in self.text and len(name) > 2:  # 德国人
                continue
            inside = bool(joined) and name[-1] in _REGION and joined[-1] + name in normalise(text)
            joined = [*joined[:-1], joined[-1] + name] if inside else [*joined, name]
        return joined

    def _strange(self, name: str) -> list[str]:
        return [word for word in name_words(name) if not self._has(word.lower()) and word.lower() not in self._alias_words]

    def _has(self, word: str) -> bool:
        if (place := PLACES.get(word)) is not None and place in self.text:
            return True
        return word in self._aliases or re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", self.text) is not None

    def missing_periods(self, question: str, passages: Sequence[str]) -> set[str]:
        """The periods of a question that none of the passages names."""
        return self.periods(question) - set().union(*(self.periods(passage) for passage in passages))


def _without(text: str, mentions: Sequence[str]) -> str:
    """The text with a comma for each of the normalised mentions."""
    for mention in sorted(mentions, key=len, reverse=True):
        text = re.sub(_spaced(mention), ", ", text, flags=re.IGNORECASE)
    return text


def _spaced(name: str) -> str:
    """A pattern of a normalised name: spaces that normalising took out may stand in it, and quotation marks."""
    return r"[\s“”\"]*".join(re.escape(c) for c in name if not c.isspace())


def _unspaced(number: str) -> str:
    return re.sub(r"\s", "", number).translate(str.maketrans("[［(（]］)）", "〔〔〔〔〕〕〕〕"))
