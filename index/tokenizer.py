"""Words for BM25: jieba in search mode over normalised text, with the corpus's own terms added to its dictionary."""

import re
from collections.abc import Iterable
from functools import cached_property

import jieba.posseg

from index.normalise import normalise
from index.ordinary import ORDINARY_WORDS
from index.terms import load_dictionary

_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[a-z0-9][a-z0-9.\-+]*[a-z0-9]|[a-z0-9]")
_HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_PROPER = frozenset(("ns", "nr", "nt", "nz", "nrt", "nrfg"))  # parts of speech
_REGION = frozenset("区省市县州岛湾港镇乡村")  # ends the name of a place that the dictionary has without it: 大湾区
_TERM_COUNT = 2_000  # as frequent as a common word of jieba's dictionary, so that the term is cut as one


class WordTokenizer:
    """Cuts text into words. Loading jieba's dictionary takes about a second; nothing is written outside the process."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        """Add `terms` to the dictionary: the corpus's own names."""
        self._jieba = load_dictionary()
        for term in terms:
            if not self._jieba.FREQ.get(term):
                self._jieba.add_word(term, _TERM_COUNT)

    def words(self, text: str) -> list[str]:
        """Words in order, as search mode gives them: a long word follows the shorter ones inside it."""
        return [word for run in _WORD.findall(normalise(text)) for word in (self._cut(run) if run[0] >= "\u3400" else [run, *_parts(run)])]

    def plain_words(self, text: str) -> list[str]:
        """The words of the Han runs alone, each character once: no shorter word inside a longer one."""
        return [word for run in _HAN_RUN.findall(normalise(text)) for word in self._jieba.cut(run, HMM=False)]

    def proper_names(self, text: str) -> list[str]:
        """The names of places, people and bodies in a Chinese text, of two characters or more, each once."""
        pairs = [(pair.word, pair.flag) for pair in self._tagger.cut(normalise(text), HMM=False)]
        words = ["", *(word for word, _ in pairs), ""]
        names = [
            word + (after if after in _REGION else "")
            for before, (word, flag), after in zip(words, pairs, words[2:], strict=False)
            if flag in _PROPER and len(word) > 1 and word not in ORDINARY_WORDS and not self._is_doubtful(before, word, after)
        ]
        return list(dict.fromkeys(names))

    def _is_doubtful(self, before: str, word: str, after: str) -> bool:
        """Its first or last character makes a commoner word with its neighbour: 深山里拉不了线 has no 里拉."""
        across = (before[-1:] + word[0], word[-1] + after[:1])
        return any(len(pair) > 1 and self._jieba.FREQ.get(pair, 0) > self._jieba.FREQ.get(word, 0) for pair in across)

    @cached_property
    def _tagger(self) -> jieba.posseg.POSTokenizer:
        return jieba.posseg.POSTokenizer(self._jieba)

    def knows(self, word: str) -> bool:
        """The dictionary has the word."""
        return bool(self._jieba.FREQ.get(word))

    def _cut(self, run: str) -> list[str]:
        return list(self._jieba.cut_for_search(run, HMM=False))


def bigrams(text: str) -> list[str]:
    """Every two neighbouring Han characters of the normalised text: the safety net for words no dictionary has."""
    return [run[at : at + 2] for run in re.findall(r"[\u3400-\u4dbf\u4e00-\u9fff]+", normalise(text)) for at in range(len(run) - 1)]


def _parts(run: str) -> list[str]:
    """`td-lte` is found by its parts as well."""
    pieces = re.split(r"[-.+]", run)
    return [piece for piece in pieces if piece] if len(pieces) > 1 else []
