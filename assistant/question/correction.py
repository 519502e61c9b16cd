"""Slips of typing: words that sound like the corpus's own words but are written otherwise, or are typed as pinyin.

Only toward words of the corpus, only where what was typed does not stand in it, and never through a word that is right:
a slip breaks a word into pieces, so it covers whole pieces of the cut question, none of them a word that asks or counts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from assistant.question.corpus_words import CorpusWords
from assistant.question.decimals import read_decimals
from assistant.question.sound import same_tone
from assistant.question.typed_pinyin import PinyinReader
from assistant.question.words import FUNCTION_WORDS
from index.terms import general_count
from index.tokenizer import WordTokenizer

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_COUNTING = frozenset("〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾两几百千万半年月日号")  # counts and dates
_MEASURES = frozenset("个项种类条大")  # words that ask nothing though they name nothing: 五个特点
_LONGEST = 6  # characters of one correction
_EVERYDAY = 20  # times in the dictionary's count: a rarer word may be a slip (特典 3)
_COMMONER = 500  # times: so much oftener is a word meant than the rare word that was typed
_AT_HOME = 5  # times in the corpus, for a word of two characters to be meant without neighbours that speak for it


class Corrector:
    """Knows the corpus's words, and pairs of neighbouring words, by their sound."""

    def __init__(self, tokenizer: WordTokenizer, passages: Iterable[str], corpus_text: str) -> None:
        """Read the words of the corpus.

        :param passages: the normalised texts, to cut into words.
        :param corpus_text: everything that stands in the corpus, normalised.
        """
        self._tokenizer, self._text = tokenizer, corpus_text
        self._words = CorpusWords(tokenizer, passages, _LONGEST)
        self._pinyin = PinyinReader(self._words.by_sound | self._words.parts_by_sound, corpus_text)

    def correct(self, question: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The question with its slips put right, and the pairs of what was typed and what is meant.

        :param question: in simplified characters.
        """
        corrections = read_decimals(question, self._text)
        for run in _HAN_RUN.findall(_replace(question, corrections)):
            corrections |= self._correct_run(self._tokenizer.plain_words(run))
        corrections |= self._pinyin.read(question)
        return _replace(question, corrections), tuple(corrections.items())

    def _correct_run(self, words: Sequence[str]) -> dict[str, str]:
        """Look at every stretch of neighbouring words, the longest first."""
        found: dict[str, str] = {}
        ends = list(accumulate(len(word) for word in words))
        at = 0
        while at < len(words):
            begun = ends[at] - len(words[at])
            for last in range(len(words) - 1, at - 1, -1):
                if 2 <= ends[last] - begun <= _LONGEST and (meant := self._meant(words, at, last)):
                    found["".join(words[at : last + 1])] = meant
                    at = last
                    break
            at += 1
        return found

    def _meant(self, words: Sequence[str], first: int, last: int) -> str | None:
        stretch = words[first : last + 1]
        typed = "".join(stretch)
        if typed in self._text or typed in self._words.counts or not FUNCTION_WORDS.isdisjoint(stretch):
            return None
        if len(stretch) == 1 and not 0 < general_count(typed) < _EVERYDAY:  # a word of the dictionary is no slip by itself
            return None
        fitting = (meant for meant in self._words.sounding_like(typed) if self._fits(stretch, meant))
        return next((meant for meant in fitting if len(typed) > 2 or self._at_home(words, first, last, meant)), None)

    def _fits(self, stretch: Sequence[str], meant: str) -> bool:
        """Few characters change, no count does, and an everyday word only within one longer word of the very same sound."""
        typed, whole = "".join(stretch), meant in self._words.single and len(meant) > 3
        changes = [(a, b) for a, b in zip(typed, meant, strict=True) if a != b]
        if len(changes) > max(1, len(typed) // 3) or any(_COUNTING.intersection(change) for change in changes):
            return False
        if not _COUNTING.isdisjoint(typed) and not whole:
            return False
        everyday = any(general_count(word) >= _EVERYDAY for word in _changed(stretch, meant) if len(word) > 1)
        return not everyday or (whole and all(same_tone(a, b) for a, b in changes))

    def _at_home(self, words: Sequence[str], first: int, last: int, meant: str) -> bool:
        """Two characters are soon alike: the corpus must have the word beside its neighbour, or often where it has none."""
        before = [word for word in words[max(first - 1, 0) : first] if word not in FUNCTION_WORDS or word in _MEASURES]
        after = [word for word in words[last + 1 : last + 2] if word not in FUNCTION_WORDS]
        if any(word + meant in self._text for word in before) or any(meant + word in self._text for word in after):
            return True
        typed = "".join(words[first : last + 1])
        commoner = general_count(meant) >= _COMMONER * general_count(typed) > 0
        return (commoner or self._words.counts[meant] >= _AT_HOME) and all(same_tone(a, b) for a, b in zip(typed, meant, strict=True))


def _changed(stretch: Sequence[str], meant: str) -> Iterator[str]:
    at = 0
    for word in stretch:
        if meant[at : at + len(word)] != word:
            yield word
        at += len(word)


def _replace(question: str, corrections: dict[str, str]) -> str:
    for typed, meant in corrections.items():
        edge = r"(?<![a-z]){}(?![a-z])" if typed.isascii() else "{}"
        question = re.sub(edge.format(re.escape(typed)), meant, question, flags=re.IGNORECASE)
    return question
