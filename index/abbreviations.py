"""What a text explains by an abbreviation in brackets: `推进信息物理系统（CPS）` names 信息物理系统 and CPS as one thing.

The name is what stands right before the bracket, less the verbs that lead to it. What 和 ties to it belongs to it where
the name needs two parties (政府和社会资本合作) or where only both parts together have a word for each letter (信息和通信技术, ICT).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import dropwhile, takewhile

LONGEST_NAME = 12  # characters
_ABBREVIATED = re.compile(r"([\u4e00-\u9fff]{2,16}) ?[（(]([A-Za-z][A-Za-z0-9\-/ ]{1,24}?)[）)]")
_BREAKS = ("u", "c", "p", "r", "x", "y")  # parts of speech: a name before a bracket does not reach back over these
_LEADS = ("v", "d", "a")  # parts of speech that lead to a name: 积极推进…
_BEFORE_VERBS = frozenset(("重点", "着力", "大力", "全力", "全面", "努力"))  # nouns to the dictionary, adverbs where a verb follows
_ADVERBS = ("不断", "进一步", "逐步", "积极", "持续", "大力", "全面", "深入", "共同")  # what set phrases begin with (不断丰富)
_PARTY_VERBS = ("合作", "融合", "互动", "协作", "对接", "结合", "协同")  # no one does these alone
_TIES = frozenset("和与及")

Word = tuple[str, str]  # a word and its part of speech
Tagger = Callable[[str], list[Word]]


def find_aliases(passages: Iterable[str], tag: Tagger) -> tuple[tuple[str, str], ...]:
    """The pairs of a Chinese name and its abbreviation, as printed, each once."""
    found: dict[tuple[str, str], None] = {}
    for passage in passages:
        for phrase, abbreviation in _ABBREVIATED.findall(passage):
            name = _name(tag(phrase), abbreviation)
            if 4 <= len(name) <= LONGEST_NAME:  # 技术（…） names nothing; a longer one has taken in what leads to it
                found[(name, abbreviation.strip())] = None
    return tuple(found)


def _name(words: Sequence[Word], abbreviation: str) -> str:
    near = list(takewhile(lambda word: not word[1].startswith(_BREAKS), reversed(words)))[::-1]
    name = "".join(word for word, _ in _without_leads(near))
    before = words[: len(words) - len(near)]
    if len(before) < 2 or before[-1][0] not in _TIES or _leads(before[-2]) or before[-2][1].startswith(_BREAKS):
        return name
    tied = before[-2][0]
    return tied + before[-1][0] + name if _needs_both(tied, name, abbreviation) else name


def _without_leads(words: Sequence[Word]) -> list[Word]:
    """The words behind the verbs and adverbs that lead to them: 重点突破…"""
    left = list(dropwhile(_leads, words))
    return _without_leads(left[1:]) if len(left) > 1 and left[0][0] in _BEFORE_VERBS and _leads(left[1]) else left


def _leads(word: Word) -> bool:
    text, flag = word
    return flag.startswith(_LEADS) or (flag.startswith(("l", "i", "nz")) and text.startswith(_ADVERBS))


def _needs_both(tied: str, name: str, abbreviation: str) -> bool:
    if name.endswith(_PARTY_VERBS):
        return True
    letters = sum(letter.isupper() for letter in abbreviation)
    return len(name) < 2 * letters == len(tied) + len(name)  # a word has two characters
