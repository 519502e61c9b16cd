"""What a question names that the corpus does not know: years, plans, places, bodies, foreign names."""

import re
from collections.abc import Iterable, Sequence

from assistant.question.words import FUNCTION_WORDS
from index.normalise import normalise
from index.store import PassageIndex

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PLAN = re.compile(r"十[一二三四五六七]五(?!五)|第[一二三四五六七八九十]+个五年")
_PLAN_ENGLISH = re.compile(r"\b(\d\d)th five[- ]year|\b(eleventh|twelfth|thirteenth|fourteenth|fifteenth) five[- ]year")
_PLANS = {"11": "十一五", "12": "十二五", "13": "十三五", "14": "十四五", "15": "十五五", "16": "十六五"}
_PLANS |= {"eleventh": "十一五", "twelfth": "十二五", "thirteenth": "十三五", "fourteenth": "十四五", "fifteenth": "十五五"}
_TITLE = re.compile(r"《([^》]{2,40})》")
_LATIN_NAME = re.compile(r"(?<![.?!] )(?<!^)\b[A-Z][A-Za-z0-9\-]+\b")


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
        names = [name for name in [*titles, *self._aliases] if _YEAR.search(name)]
        self._dated = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)")

    def periods(self, text: str) -> set[str]:
        """The years and five-year plans that a text names; a year inside a title (中国制造2025) is none."""
        plain = self._dated.sub(" ", normalise(text))
        english = {_PLANS.get(m[1] or m[2], "") for m in _PLAN_ENGLISH.finditer(plain)} - {""}
        return set(_YEAR.findall(plain)) | set(_PLAN.findall(plain)) | english

    def unknown(self, question: str) -> list[str]:
        """The names in a question that stand nowhere in the corpus: periods, Chinese proper names, capitalised words."""
        names = [name for name in self._tokenizer.proper_names(question) if name not in FUNCTION_WORDS]
        chinese = [name for name in names if name not in self.text and not (len(name) > 2 and name[:2] in self.text)]  # 德国人
        latin = [word for word in _LATIN_NAME.findall(question) if not self._is_known_word(word.lower())]
        return [*(period for period in sorted(self.periods(question)) if period not in self.text), *chinese, *latin]

    def _is_known_word(self, word: str) -> bool:
        return word in self.text or any(word in alias.split() for alias in self._aliases)

    def missing_periods(self, question: str, passages: Sequence[str]) -> set[str]:
        """The periods of a question that none of the passages names."""
        return self.periods(question) - set().union(*(self.periods(passage) for passage in passages))
