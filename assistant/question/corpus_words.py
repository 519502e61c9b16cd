"""The words of a corpus, and its pairs of neighbouring words, to be found by how they sound."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from assistant.question.sound import may_sound_alike, sound
from index.tokenizer import WordTokenizer


class CorpusWords:
    """`single`: the words; `counts`: how often each word or pair stands in the corpus; the commonest of one sound in `by_sound`."""

    def __init__(self, tokenizer: WordTokenizer, passages: Iterable[str], longest: int) -> None:
        """Read the words of the corpus.

        :param passages: the normalised texts, to cut into words.
        :param longest: the characters of the longest pair.
        """
        self.counts: Counter[str] = Counter()
        self.single: set[str] = set()
        self._firm: set[str] = set()  # what one wrong character does not turn into something else
        parts: Counter[str] = Counter()
        for passage in passages:
            words = tokenizer.plain_words(passage)
            pairs = [(a, b) for a, b in pairwise(words) if 2 < len(a + b) <= longest]
            self.single |= {word for word in words if len(word) > 1}
            self._firm |= {a + b for a, b in pairs if min(len(a), len(b)) > 1}
            self.counts.update([*(word for word in words if len(word) > 1), *(a + b for a, b in pairs)])
            parts.update(word for word in tokenizer.words(passage) if len(word) > 1 and word[0] >= "\u4e00")
        self.by_sound, self.parts_by_sound = _by_sound(self.counts), _by_sound(parts)
        self._one_off = self._leave_out_each()

    def sounding_like(self, typed: str) -> list[str]:
        """Words as long as what was typed: of the same sound, or with one character of three or more that sounds nearly alike."""
        same = self.by_sound.get(sound(typed), "")
        near = [meant for at in range(len(typed)) for meant in self._one_off.get((at, _without(typed, at)), ()) if meant != same]
        alike = [m for m in near if all(a == b or may_sound_alike(a, b) for a, b in zip(typed, m, strict=True))]
        return [*([same] if len(same) == len(typed) else []), *alike]

    def _leave_out_each(self) -> dict[tuple[int, str], list[str]]:
        found: dict[tuple[int, str], list[str]] = defaultdict(list)
        for phrase, _ in self.counts.most_common():
            if len(phrase) > 2 and (phrase in self.single or phrase in self._firm):
                for at in range(len(phrase)):
                    found[(at, _without(phrase, at))].append(phrase)
        return dict(found)


def _by_sound(counts: Counter[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for phrase, _ in counts.most_common():
        found.setdefault(sound(phrase), phrase)
    return found


def _without(phrase: str, at: int) -> str:
    return phrase[:at] + phrase[at + 1 :]
