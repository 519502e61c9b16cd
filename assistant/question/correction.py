"""Slips of typing: words that sound like the corpus's own words but are written otherwise, or are typed as pinyin.

Only toward words of the corpus, only where what was typed is no word, and only where the question becomes far likelier by it:
a slip breaks a word into pieces that hardly ever stand side by side.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from assistant.question.corpus_words import CorpusWords
from assistant.question.decimals import read_decimals
from assistant.question.slips import COUNTING, CutRun, Slip, is_everyday
from assistant.question.sound import Likeness
from assistant.question.typed_pinyin import PinyinReader
from index.terms import general_count
from index.tokenizer import WordTokenizer

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_QUOTES = re.compile(r"[“”‘’《》\"]")  # no one types those of “双创”平台
# By how much likelier a question must become, in nats. Measured on 33,000 questions without slips on other matters, of which
# these change one in 850, and on 1,100 slips made of the notes' words, of which they put right three in four.
_LIKELIER = 6.0
_LIKELIER_ALONE = 8.8  # for two characters without a neighbour that they have in the corpus
_OTHER_TONE = 2.5  # more for two characters that share no tone
_CHARACTER_LEFT = 3.5  # more where a name may be cut apart
_GRAMMAR = 5.0  # more where a character may be grammar


class Corrector:
    """Knows the corpus's words, and pairs of neighbouring words, by their sound."""

    def __init__(self, tokenizer: WordTokenizer, passages: Iterable[str], corpus_text: str) -> None:
        """Read the words of the corpus.

        :param passages: the normalised texts, to cut into words.
        :param corpus_text: everything that stands in the corpus, normalised.
        """
        self._tokenizer, self._text = tokenizer, corpus_text
        self._unquoted = _QUOTES.sub("", corpus_text)
        self._words = CorpusWords(tokenizer, passages)
        self._pinyin = PinyinReader(self._words.by_sound, corpus_text)

    def correct(self, question: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The question with its slips put right, and the pairs of what was typed and what is meant.

        :param question: in simplified characters.
        """
        corrections = read_decimals(question, self._text)
        for run in _HAN_RUN.findall(_replace(question, corrections)):
            corrections |= {slip.typed: slip.meant for slip in self._find_slips(run)}
        corrections |= self._pinyin.read(question)
        return _replace(question, corrections), tuple(corrections.items())

    def _find_slips(self, text: str) -> list[Slip]:
        """The slips of a run that do not overlap, the clearest and longest first; in the order they stand in."""
        words = tuple(self._tokenizer.plain_words(text))
        run = CutRun(text, words, tuple(accumulate((len(word) for word in words), initial=0)))
        gains = [(self._gain(slip), len(slip.meant), slip.meant, slip) for slip in self._possible_slips(run)]
        clear = [known for known in gains if known[0] >= self._needed(known[-1])]
        found: list[Slip] = []
        for *_, slip in sorted(clear, key=lambda known: known[:-1], reverse=True):
            if all(slip.end <= other.start or other.end <= slip.start for other in found):
                found.append(slip)
        return sorted(found, key=lambda slip: slip.start)

    def _possible_slips(self, run: CutRun) -> Iterator[Slip]:
        for start in range(len(run.text)):
            for meant in self._words.sounding_like(run.text, start):
                slip = Slip(run, start, meant)
                if slip.typed != meant and self._may_change(slip):
                    yield slip

    def _may_change(self, slip: Slip) -> bool:
        """At most half of the characters change, no word of the corpus or of every day, and no count but within a word of the corpus."""
        typed, name = slip.typed, slip.meant in self._words.words
        if len(slip.changes()) > (len(typed) + 1) // 2 or is_everyday(typed):
            return False
        if (len(typed) == 2 and not COUNTING.isdisjoint(typed)) or (slip.counts() and not name):
            return False
        if slip.changes_everyday() and not (name and len(typed) > 3 and slip.likeness() is Likeness.TONE):
            return False
        return not (typed in self._text and self._words.stand_together(typed))

    def _gain(self, slip: Slip) -> float:
        """By how much likelier the slip makes the question, in nats."""
        typed, meant = slip.around()
        likelihood = self._words.likelihood.log_likelihood
        return round(likelihood(self._tokenizer.plain_words(meant)) - likelihood(typed), 3)  # a tie is one though sums differ in the end

    def _needed(self, slip: Slip) -> float:
        """By how much likelier it must make the question: two characters are soon alike."""
        grammar = _GRAMMAR * (len(slip.meant) < 4 and slip.holds_grammar())
        if len(slip.meant) > 2:
            return grammar + _LIKELIER
        if slip.likeness() is Likeness.NEARLY:
            return float("inf")
        if self._has_neighbour(slip):
            return grammar + _LIKELIER
        other_tone, left = slip.likeness() is not Likeness.TONE, slip.leaves_a_character()
        return grammar + _LIKELIER_ALONE + _OTHER_TONE * other_tone + _CHARACTER_LEFT * left

    def _has_neighbour(self, slip: Slip) -> bool:
        """What is meant stands in the corpus beside the neighbour it has here, or makes a word with it."""
        before, after = slip.naming_neighbours()
        joined = [word + slip.meant for word in before] + [slip.meant + word for word in after]
        return any(phrase in self._unquoted or general_count(phrase) for phrase in joined)


def _replace(question: str, corrections: dict[str, str]) -> str:
    for typed, meant in corrections.items():
        edge = r"(?<![a-z]){}(?![a-z])" if typed.isascii() else "{}"
        question = re.sub(edge.format(re.escape(typed)), meant, question, flags=re.IGNORECASE)
    return question
