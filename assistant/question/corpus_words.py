"""The words of a corpus, and its pairs of neighbouring words, to be found by how they sound."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise

from assistant.question.likelihood import WordLikelihood
from assistant.question.sound import count_readings, near_readings, near_syllables, sound
from assistant.question.words import FUNCTION_WORDS
from index.tokenizer import WordTokenizer

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_TYPED = 6  # characters of two words that are typed as pinyin
_LONGEST = 8  # characters of a word, or of two words, that a slip may stand for


class CorpusWords:
    """`words`: of two characters and more; `by_sound`: of one sound the commonest; `likelihood`: of words in a question."""

    def __init__(self, tokenizer: WordTokenizer, passages: Iterable[str]) -> None:
        """Read the words of the corpus.

        :param passages: the normalised texts, to cut into words.
        """
        count_readings()  # now, so that no question waits for it
        self._tokenizer = tokenizer
        cut = [tokenizer.plain_words(run) for passage in passages for run in _HAN_RUN.findall(passage)]
        names = [list(_join_characters(words)) for words in cut]
        words, self._pairs = Counter(chain.from_iterable(cut)), Counter(chain.from_iterable(map(pairwise, cut)))
        parts = Counter(part for word in words for part in tokenizer.words(word) for _ in range(words[word]) if len(part) > 1)
        self.by_sound = _by_sound(_typed_phrases(words, self._pairs)) | _by_sound(parts)
        self.likelihood = WordLikelihood(words | parts, self._pairs)
        self.words = frozenset(word for word in chain(parts, *names) if len(word) > 1)
        joined = {a + b for a, b in chain.from_iterable(map(pairwise, names)) if min(len(a), len(b)) > 1}
        self._by_syllables = _by_syllables(phrase for phrase in sorted(self.words | joined) if len(phrase) <= _LONGEST)

    def sounding_like(self, run: str, start: int) -> Iterator[str]:
        """Words, and pairs of words, that what stands in `run` from `start` on may sound like, whichever way it is read."""
        reached: list[tuple[str, ...]] = [()]
        for character in run[start : start + _LONGEST]:
            longer = ((*before, syllable) for before in reached for syllable in near_readings(character))
            reached = [syllables for syllables in longer if syllables in self._by_syllables]
            for syllables in reached:
                yield from self._by_syllables[syllables]

    def stand_together(self, typed: str) -> bool:
        """What was typed is one word, or words that neighbour each other in the corpus: 导行 in 引导行业 is no word of it."""
        return all(pair in self._pairs for pair in pairwise(self._tokenizer.plain_words(typed)))


def _join_characters(words: Sequence[str]) -> Iterator[str]:
    """The words; characters side by side that name something are one, for no dictionary has what they make: 普惠, 铜缆."""
    for naming, group in groupby(words, key=lambda word: len(word) == 1 and word not in FUNCTION_WORDS):
        side_by_side = list(group)
        yield from ["".join(side_by_side)] if naming else side_by_side


def _typed_phrases(words: Counter[str], pairs: Counter[tuple[str, str]]) -> Counter[str]:
    phrases = Counter({word: count for word, count in words.items() if len(word) > 1})
    phrases.update({a + b: count for (a, b), count in pairs.items() if 2 < len(a + b) <= _LONGEST_TYPED})
    return phrases


def _by_sound(counts: Counter[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for phrase, _ in counts.most_common():
        found.setdefault(sound(phrase), phrase)
    return found


def _by_syllables(phrases: Iterable[str]) -> dict[tuple[str, ...], list[str]]:
    """Phrases by their syllables; the beginnings of the syllables hold none, so that a search knows where to go on."""
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for phrase in phrases:
        syllables = near_syllables(phrase)
        found[syllables].append(phrase)
        for length in range(1, len(syllables)):
            found[syllables[:length]]
    return dict(found)
