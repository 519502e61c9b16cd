"""Lists that stand inside the text: `一是…二是`, `首先…其次`, `三大机遇：`, `从…转变为…；从…转变为…`."""

import re
from collections.abc import Iterator, Sequence

from assistant.question.counting import count_pattern
from corpus.numerals import value
from corpus.types import Chunk
from index.normalise import normalise

_NUMERAL = "[一二三四五六七八九十]{1,2}"
_BEGINNING = r"(?:^|(?<=[\n。；;，,：:]))[ \t]*"
_NUMBERED = (
    *(re.compile(_BEGINNING + mark) for mark in (rf"({_NUMERAL})[是要]", rf"第({_NUMERAL})[，,是]", rf"其({_NUMERAL})[，,是]")),
    re.compile(_BEGINNING + r"[（(](\d{1,2})[）)]"),
    re.compile(r"^[ \t]*(\d{1,2})[.．、](?!\d)", re.MULTILINE),  # behind a colon it numbers notes
)
# words that count, first and next ones; `最后` closes
_WORDED = (("首先", "其次", "再次|再者|第三", "最后"), ("一方面", "另一方面", "再一方面|还有一方面", "最后一方面"))
_CLAUSE = re.compile("[；;]")
_SENTENCE = re.compile(r"[。！？!?\n]")

Mark = tuple[int, int]  # position of the chunk, offset of the mark in its text


def numbered(chunks: Sequence[Chunk], own: Sequence[int]) -> list[list[Mark]]:
    """The series of marks that count from one on without a gap, through the text of these chunks."""
    return [series for pattern in _NUMBERED for series in _series(_marks(chunks, own, pattern))]


def _worded(chunks: Sequence[Chunk], own: Sequence[int]) -> list[list[Mark]]:
    found: list[list[Mark]] = []
    for words in _WORDED:
        pattern = re.compile("|".join(f"{_BEGINNING}({word})" for word in words))
        marks: list[tuple[int, int, int]] = []
        for at, match in ((n, m) for n in own for m in pattern.finditer(chunks[n].text)):
            place = match.lastindex or 0
            marks.append((at, match.start(), marks[-1][2] + 1 if place == len(words) and marks else place))
        found += _series(marks)
    return found


def _marks(chunks: Sequence[Chunk], own: Sequence[int], pattern: re.Pattern[str]) -> list[tuple[int, int, int]]:
    return [(at, m.start(), value(m[1])) for at in own for m in pattern.finditer(chunks[at].text)]


def _series(marks: Sequence[tuple[int, int, int]]) -> list[list[Mark]]:
    """Runs of 1, 2, 3…; a mark that does not count on ends a run."""
    found: list[list[Mark]] = []
    expected = 0
    for at, offset, number in marks:
        if number == 1:
            found.append([(at, offset)])
        elif found and number == expected:
            found[-1].append((at, offset))
        expected = number + 1 if number == 1 or number == expected else 0
    return [series for series in found if len(series) > 1]


def announced(chunks: Sequence[Chunk], inside: Sequence[int], counted: str, count: int | None) -> list[int]:
    """The one passage that announces what is counted (`六项措施：`), and with it those in which the text then counts them.

    :param counted: a pattern for what is counted, in normalised text.
    :param count: how many; None where the text then counts as many as it announced.
    """
    written = [(at, m) for at in inside for m in re.finditer(count_pattern(count) + counted, normalise(chunks[at].text))]
    opening = [[(at, m) for at, m in written if m.string[m.end() :].startswith(mark)] for mark in (":", "。")]
    found = next((some for some in (*opening, written) if len({at for at, _ in some}) == 1), [])
    if not found:
        return []
    first, match = found[0]
    number = count or value(match[1])
    listed = re.match(r":([^。]+)", match.string[match.end() :])
    clauses = listed is not None and len(_CLAUSE.split(listed[1].rstrip(";"))) == number
    return _counted_from(chunks, first, number) or ([first] if count or clauses else [])


def _counted_from(chunks: Sequence[Chunk], first: int, count: int) -> list[int]:
    """The chunks of a series of that length that begins in the first one."""
    own = [at for at in range(first, len(chunks)) if chunks[at].section == chunks[first].section]
    fitting = [s for s in [*numbered(chunks, own), *_worded(chunks, own)] if len(s) == count and s[0][0] == first]
    return [at for at, _ in fitting[0]] if len(fitting) == 1 else []


def repeated(chunks: Sequence[Chunk], inside: Sequence[int], words: Sequence[str], count: int | None) -> list[int]:
    """The one passage with a sentence in which clause after clause says one of the words in the same frame.

    :param count: how many such clauses; None for three or more.
    """
    found = [at for at in inside if any(_fits(sentence, words, count) for sentence in _SENTENCE.split(chunks[at].text))]
    return found if len(found) == 1 else []


def _fits(sentence: str, words: Sequence[str], count: int | None) -> bool:
    return any(size == count or (count is None and size > 2) for word in words for size in _runs(_CLAUSE.split(sentence), word))


def _runs(clauses: Sequence[str], word: str) -> Iterator[int]:
    """How many clauses in a row hold the word once, and begin alike from the second on or end with it."""
    run: list[str] = []
    for clause in [*clauses, ""]:
        if clause.count(word) == 1:
            run.append(clause.strip())
            continue
        if len({c[:1] for c in run[1:]}) == 1 or (run and all(c.endswith(word) for c in run)):
            yield len(run)
        run = []
