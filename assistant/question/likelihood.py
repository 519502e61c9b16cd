"""How likely words follow each other in a question on a corpus: one that may be typed wrongly is compared with what may be meant."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from assistant.question.words import FUNCTION_WORDS
from index.terms import general_count

_GENERAL_TOTAL = 60_000_000  # words that the dictionary's counts add up to
# where a word of a question comes from, in shares of its words
_FROM_GENERAL, _FROM_CORPUS, _FROM_GRAMMAR = 0.45, 0.45, 0.1
_FROM_PAIR = 0.3  # of the words that follow a word of the corpus, those that follow it there
_UNKNOWN_CHARACTER, _UNKNOWN_WORD = 1e-7, 1e-8


class WordLikelihood:
    """Mixes the counts of general Chinese and of the corpus; neighbours that stand together in the corpus are likelier."""

    def __init__(self, words: Counter[str], pairs: Counter[tuple[str, str]]) -> None:
        """Take how often each word, and each pair of neighbours, stands in the corpus."""
        self._words, self._pairs = words, pairs
        self._total = max(words.total(), 1)

    def log_likelihood(self, words: Sequence[str]) -> float:
        """The logarithm of the likelihood of these words in this order, in nats."""
        followers = sum(math.log(self._after(before, word)) for before, word in pairwise(words))
        return followers + math.log(self._of_word(words[0])) if words else 0.0

    def _after(self, before: str, word: str) -> float:
        alone = self._of_word(word)
        pairs = self._pairs[before, word]
        return (1 - _FROM_PAIR) * alone + _FROM_PAIR * pairs / (self._words[before] + 1) if pairs else alone

    def _of_word(self, word: str) -> float:
        """Four characters and more may also be shorter words side by side that the cutter has as one."""
        parts = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
        return max(self._of_one(word), *(self._of_one(a) * self._of_word(b) for a, b in parts), 0.0)

    def _of_one(self, word: str) -> float:
        general = _FROM_GENERAL * general_count(word) / _GENERAL_TOTAL
        grammar = _FROM_GRAMMAR / len(FUNCTION_WORDS) if word in FUNCTION_WORDS else 0.0
        least = _UNKNOWN_WORD if len(word) > 1 else _UNKNOWN_CHARACTER
        return max(general + _FROM_CORPUS * self._words[word] / self._total + grammar, least)
