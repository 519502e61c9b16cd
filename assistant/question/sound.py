"""How words sound, so far as typing confuses it: without tones, z as zh, n as ng."""

import re
from collections import Counter, defaultdict
from enum import IntEnum
from functools import cache, lru_cache

from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.contrib.tone_convert import to_tone3

_CONFUSED = re.compile(r"(?<=[zcs])h|(?<=[aei]n)g$")  # what southern speakers and input methods confuse
_NEAR = str.maketrans("lf", "nh")  # what some dialects confuse besides
_LIVING = 0.1  # of a character's places in phrases: a rarer reading is no one's (络 as lao, 系 as ji)


class Likeness(IntEnum):
    """What two readings share: syllable and tone, the syllable alone, or nearly that: nan and lan."""

    TONE = 0
    SYLLABLE = 1
    NEARLY = 2


def sound(phrase: str) -> str:
    """The sound of a phrase: 网络 and 网洛 have the same."""
    return "".join(_syllables(phrase))


def sound_of_typed(pinyin_typed: str) -> str:
    """Typed pinyin in the writing of `sound`: syllables are not marked, so every `ng` before a consonant or the end folds."""
    return re.sub(r"(?<=[zcs])h|(?<=[aei]n)g(?![aeiou])", "", pinyin_typed)


def near_syllables(phrase: str) -> tuple[str, ...]:
    """The syllables of a phrase as it is read, with what dialects confuse folded: 兰 as 南, 飞 as 黑."""
    return tuple(_near(syllable) for syllable in _syllables(phrase))


@cache
def near_readings(character: str) -> frozenset[str]:
    """The syllables of `near_syllables` that the character may be: 行 is both xing and hang."""
    return frozenset(_near(syllable) for syllable, _ in _readings(character))


def likeness(typed: str, meant: str) -> Likeness:
    """How alike two phrases sound where they differ, each character by its living readings or, in what is meant, by that of the phrase."""
    in_phrase = lazy_pinyin(meant, style=Style.TONE3)
    pairs = zip(typed, meant, in_phrase, strict=True)
    return max((_likeness(one, other, reading) for one, other, reading in pairs if one != other), default=Likeness.TONE)


@cache
def count_readings() -> dict[str, Counter[str]]:
    """How often each character is read which way, over pypinyin's phrases: a tenth of a second, once."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, syllables in PHRASES_DICT.items():
        if len(phrase) == len(syllables):
            for character, (reading, *_) in zip(phrase, syllables, strict=True):
                found[character][reading] += 1
    return dict(found)


def _likeness(one: str, other: str, reading: str) -> Likeness:
    typed, meant = _readings(one), _readings(other) | {_split(reading)}
    if not typed.isdisjoint(meant):
        return Likeness.TONE
    shared = {syllable for syllable, _ in typed} & {syllable for syllable, _ in meant}
    return Likeness.SYLLABLE if shared else Likeness.NEARLY


@lru_cache(maxsize=65536)
def _syllables(phrase: str) -> tuple[str, ...]:
    return tuple(_CONFUSED.sub("", syllable) for syllable in lazy_pinyin(phrase))


def _near(syllable: str) -> str:
    return syllable[:1].translate(_NEAR) + syllable[1:]


@cache
def _readings(character: str) -> frozenset[tuple[str, str]]:
    """Syllable and tone of each living reading."""
    counts = count_readings().get(character, Counter())
    living = {reading for reading, count in counts.items() if count > 1 and count >= _LIVING * counts.total()}
    usual = pinyin(character, style=Style.TONE)[0][0]
    return frozenset(_split(to_tone3(reading)) for reading in {*living, usual})


def _split(reading: str) -> tuple[str, str]:
    syllable = reading.rstrip("12345")
    return _CONFUSED.sub("", syllable), reading[len(syllable) :]
