"""Names of the corpus that no dictionary has: found by how firmly their words stick together, or marked by the text itself.

Two to four words are a term when they meet repeatedly, far more often than by chance (pointwise mutual information at
their weakest joint), and in changing company (entropy of the words before and after); after Chien, SIGIR 1997. What the
text sets in quotation marks or explains by an abbreviation in brackets (`信息物理系统（CPS）`) is a term as it stands.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

import jieba
import jieba.posseg

from index.abbreviations import LONGEST_NAME, Word, find_aliases
from index.normalise import normalise

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_QUOTED = re.compile(r"[“《]([\u4e00-\u9fff、+]{2,12})[”》]")
_LEAST_COHESION = math.log(8)  # nats: eight times as often as by chance
_LEAST_ENTROPY = 0.6  # nats: 0.64 are three neighbours, two of them the same
_NEVER_EDGE = ("u", "c", "p", "d", "r", "y", "q", "f", "x", "z", "e", "o")  # parts of speech that no name begins or ends with
_NEVER_FIRST = (*_NEVER_EDGE, "v", "a", "t")  # 推进物联网 is no name; vn (融合) may begin one


@dataclass(frozen=True, slots=True)
class Terms:
    """`names`: normalised terms of the corpus; `aliases`: pairs of a Chinese name and its abbreviation, as printed."""

    names: frozenset[str]
    aliases: tuple[tuple[str, str], ...]


def find_terms(texts: Iterable[str]) -> Terms:
    """Read the terms off the passages of a corpus, as they are printed."""
    passages = list(texts)
    tagger = jieba.posseg.POSTokenizer(load_dictionary())
    runs = [_tag(tagger, run) for passage in passages for run in _HAN_RUN.findall(normalise(passage))]
    aliases = find_aliases(passages, partial(_tag, tagger))
    names = _find_cohesive(runs) | _find_quoted(passages) | {name for name, _ in aliases}
    return Terms(frozenset(name for name in names if 2 <= len(name) <= LONGEST_NAME and not tagger.FREQ.get(name)), aliases)


def load_dictionary() -> jieba.Tokenizer:
    """jieba's dictionary, free to be added to."""
    dictionary = jieba.Tokenizer()
    counts, dictionary.total = _read_dictionary()
    dictionary.FREQ = dict(counts)
    dictionary.initialized = True
    return dictionary


def general_count(word: str) -> int:
    """How often the word stands in general Chinese, by the counts of jieba's dictionary: 特点 9047, 特典 3, no word 0."""
    return _read_dictionary()[0].get(word, 0)


@cache
def _read_dictionary() -> tuple[dict[str, int], int]:
    """Counts and their total. Read afresh, for jieba's cache would lie in a folder that every user can write to: half a second."""
    dictionary = jieba.Tokenizer()
    counts, total = dictionary.gen_pfdict(dictionary.get_dict_file())
    return counts, total


def _tag(tagger: jieba.posseg.POSTokenizer, run: str) -> list[Word]:
    return [(pair.word, pair.flag) for pair in tagger.cut(run, HMM=False)]


def _find_cohesive(runs: Sequence[Sequence[Word]]) -> set[str]:
    counts: Counter[tuple[Word, ...]] = Counter()
    before: dict[tuple[Word, ...], Counter[str]] = defaultdict(Counter)
    after: dict[tuple[Word, ...], Counter[str]] = defaultdict(Counter)
    for at_run, run in enumerate(runs):
        for size in range(1, 5):
            for at in range(len(run) - size + 1):
                gram = tuple(run[at : at + size])
                counts[gram] += 1
                edge = f"|{at_run}"  # a mark is a neighbour of its own kind each time
                before[gram][run[at - 1][0] if at else edge] += 1
                after[gram][run[at + size][0] if at + size < len(run) else edge] += 1
    total = sum(n for gram, n in counts.items() if len(gram) == 1)
    return {
        "".join(word for word, _ in gram)
        for gram, n in counts.items()
        if len(gram) > 1 and n > 1 and _is_name(gram)
        if _cohesion(gram, counts, total) >= _LEAST_COHESION and _entropy(before[gram], after[gram]) >= _LEAST_ENTROPY
    }


def _is_name(gram: Sequence[Word]) -> bool:
    first, last = gram[0][1], gram[-1][1]
    return (not first.startswith(_NEVER_FIRST) or first == "vn") and not last.startswith((*_NEVER_EDGE, "m"))


def _cohesion(gram: tuple[Word, ...], counts: Counter[tuple[Word, ...]], total: int) -> float:
    """Pointwise mutual information at the weakest joint, in nats."""
    return min(math.log(counts[gram] * total / (counts[gram[:cut]] * counts[gram[cut:]])) for cut in range(1, len(gram)))


def _entropy(*sides: Counter[str]) -> float:
    """Entropy of the neighbours on the side where it is smaller, in nats."""
    return min(-sum(n / side.total() * math.log(n / side.total()) for n in side.values()) for side in sides)


def _find_quoted(passages: Iterable[str]) -> set[str]:
    return {re.sub(r"[、+]", "", quoted) for passage in passages for quoted in _QUOTED.findall(passage)}
