"""Slips of typing: words that sound like the corpus's own words but are written otherwise, or are typed as pinyin.

Only toward words of the corpus, only where what was typed does not stand in it, and never through a word that is right:
a slip breaks a word into pieces, so it covers whole pieces of the cut question, none of them a word that asks or counts.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from pypinyin import lazy_pinyin
from rapidfuzz.distance import Levenshtein

from assistant.question.words import FUNCTION_WORDS
from index.tokenizer import WordTokenizer

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_LATIN_RUN = re.compile(r"[a-z]+(?:\s+[a-z]+)*")
_UNTOUCHED = frozenset("一二三四五六七八九十两几百千万半年月日号")  # counts and dates
_LONGEST = 6  # characters of one correction
_CONFUSED = re.compile(r"(?<=[zcs])h|(?<=[aei]n)g$")  # what southern speakers and input methods confuse


class Corrector:
    """Knows the corpus's words, and pairs of neighbouring words, by their sound."""

    def __init__(self, tokenizer: WordTokenizer, passages: Iterable[str], corpus_text: str) -> None:
        """Read the words of the corpus.

        :param passages: the normalised texts, to cut into words.
        :param corpus_text: everything that stands in the corpus, normalised.
        """
        counts: Counter[str] = Counter()
        for passage in passages:
            words = tokenizer.plain_words(passage)
            counts.update(word for word in words if len(word) > 1)
            counts.update(a + b for a, b in pairwise(words) if 2 < len(a + b) <= _LONGEST)
        self._tokenizer, self._text = tokenizer, corpus_text
        self._by_sound: dict[str, str] = {}
        for phrase, _ in counts.most_common():
            self._by_sound.setdefault(_sound(phrase), phrase)

    def correct(self, question: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The question with its slips put right, and the pairs of what was typed and what is meant.

        :param question: in simplified characters.
        """
        corrections: dict[str, str] = {}
        for run in _HAN_RUN.findall(question):
            corrections |= self._correct_run(self._tokenizer.plain_words(run))
        for run in _LATIN_RUN.findall(question.lower()):
            corrections |= self._read_pinyin(run)
        corrected = question
        for typed, meant in corrections.items():
            corrected = re.sub(re.escape(typed), meant, corrected, flags=re.IGNORECASE)
        return corrected, tuple(corrections.items())

    def _correct_run(self, words: Sequence[str]) -> dict[str, str]:
        """Look at every stretch of neighbouring words, the longest first."""
        found: dict[str, str] = {}
        ends = list(accumulate(len(word) for word in words))
        at = 0
        while at < len(words):
            begun = ends[at] - len(words[at])
            for last in range(len(words) - 1, at - 1, -1):
                stretch = words[at : last + 1]
                if 2 <= ends[last] - begun <= _LONGEST and (meant := self._meant(stretch)):
                    found["".join(stretch)] = meant
                    at = last
                    break
            at += 1
        return found

    def _meant(self, stretch: Sequence[str]) -> str | None:
        typed = "".join(stretch)
        if typed in self._text or any(word in FUNCTION_WORDS or _UNTOUCHED.intersection(word) for word in stretch):
            return None
        if len(stretch) == 1 or (len(typed) == 2 and len(stretch) < 2):  # a word of the dictionary is no slip by itself
            return None
        meant = self._by_sound.get(_sound(typed))
        return meant if meant and Levenshtein.distance(typed, meant) <= max(1, len(typed) // 3) else None

    def _read_pinyin(self, run: str) -> dict[str, str]:
        """`gongye hulianwang` → 工业 互联网: each typed word is the sound of a word of the corpus of two characters or more."""
        read = {typed: self._by_sound.get(_fold(typed)) for typed in run.split() if len(typed) >= 5}
        return {typed: meant for typed, meant in read.items() if meant and typed not in self._text}


def _sound(phrase: str) -> str:
    return "".join(_CONFUSED.sub("", syllable) for syllable in lazy_pinyin(phrase))


def _fold(typed: str) -> str:
    """Typed pinyin in the writing of `_sound`: syllables are not marked, so every `ng` before a consonant or the end folds."""
    return re.sub(r"(?<=[zcs])h|(?<=[aei]n)g(?![aeiou])", "", typed)
