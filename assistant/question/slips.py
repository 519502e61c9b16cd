"""A stretch of a question, and the phrase of the corpus that it may be a slip of."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from assistant.question.sound import Likeness, likeness
from assistant.question.words import FUNCTION_WORDS
from index.terms import general_count

COUNTING = frozenset("〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾两几百千万半年月日号")  # counts and dates
_MEASURES = frozenset("个项种类条大")  # words that ask nothing though they name nothing: 五个特点
# characters that are words of their own in any question: adverbs, prepositions, measures, verbs of everyday talk, sides
_GRAMMAR = frozenset(
    "不没未别莫先再又也很太更最较已曾将应须必可且若如因由自本该每某各另第次便却仅均既向往朝按据依凭靠除此其何"
    "个条家位名件部种类辆座处层轮期批份片块回趟遍届档款台套张把根则来去搞弄做办放看走时后前内外间中上下里多少"
    "吗呢吧嘛么啥咋哪谁怎"
) | {word for word in FUNCTION_WORDS if len(word) == 1}
_EVERYDAY = 20  # times in the dictionary's count: a rarer word may be a slip (特典 3)
_AROUND = 2  # words on either side that tell how likely a stretch is


def is_everyday(word: str) -> bool:
    """Everyone uses the word, so that it was hardly typed by mistake."""
    return general_count(word) >= _EVERYDAY


@dataclass(frozen=True, slots=True)
class CutRun:
    """Neighbouring characters of a question and the words they are cut into, with where each begins and, last, where all end."""

    text: str
    words: tuple[str, ...]
    edges: tuple[int, ...]

    def touched(self, start: int, end: int) -> range:
        """Which words hold characters of this stretch."""
        return range(bisect_right(self.edges, start) - 1, bisect_left(self.edges, end))


@dataclass(frozen=True, slots=True)
class Slip:
    """`meant` in place of what stands in the run from `start` on."""

    run: CutRun
    start: int
    meant: str

    @property
    def end(self) -> int:
        """Where the stretch ends."""
        return self.start + len(self.meant)

    @property
    def typed(self) -> str:
        """What stands there."""
        return self.run.text[self.start : self.end]

    def changes(self) -> list[tuple[str, str]]:
        """The characters typed and meant that differ."""
        return [(a, b) for a, b in zip(self.typed, self.meant, strict=True) if a != b]

    def likeness(self) -> Likeness:
        """How alike what was typed and what is meant sound."""
        return likeness(self.typed, self.meant)

    def counts(self) -> bool:
        """A count or a date would change."""
        return any(not COUNTING.isdisjoint(change) for change in self.changes())

    def changes_everyday(self) -> bool:
        """A word that everyone uses lies in the stretch and would change."""
        words, edges = self.run.words, self.run.edges
        within = (at for at in self.run.touched(self.start, self.end) if self.start <= edges[at] and edges[at + 1] <= self.end)
        places = ((words[at], edges[at] - self.start) for at in within if len(words[at]) > 1 and is_everyday(words[at]))
        return any(self.meant[begun : begun + len(word)] != word for word, begun in places)

    def holds_grammar(self) -> bool:
        """A character of the stretch is a word of grammar by itself."""
        return not _GRAMMAR.isdisjoint(self.typed)

    def neighbours(self) -> tuple[list[str], list[str]]:
        """The word that ends before the stretch and the one that begins after it, where they do."""
        words, edges, touched = self.run.words, self.run.edges, self.run.touched(self.start, self.end)
        before = words[touched.start - 1 : touched.start] if touched.start and edges[touched.start] == self.start else ()
        return [*before], [*words[touched.stop : touched.stop + 1]] if edges[touched.stop] == self.end else []

    def naming_neighbours(self) -> tuple[list[str], list[str]]:
        """The neighbours that name or measure something."""
        before, after = self.neighbours()
        return [w for w in before if w not in FUNCTION_WORDS or w in _MEASURES], [w for w in after if w not in FUNCTION_WORDS]

    def leaves_a_character(self) -> bool:
        """A single character beside it names something, as in a name that no dictionary has: 谭志源 round 志源."""
        before, after = self.neighbours()
        return any(len(word) == 1 and word not in _GRAMMAR and word not in COUNTING for word in (*before, *after))

    def around(self) -> tuple[tuple[str, ...], str]:
        """The words of the stretch with some on either side, and the same text with what is meant."""
        touched, text = self.run.touched(self.start, self.end), self.run.text
        first, last = max(touched.start - _AROUND, 0), min(touched.stop + _AROUND, len(self.run.words))
        before, after = text[self.run.edges[first] : self.start], text[self.end : self.run.edges[last]]
        return self.run.words[first:last], before + self.meant + after
