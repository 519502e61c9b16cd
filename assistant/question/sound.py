"""How words sound, so far as typing confuses it: without tones, z as zh, n as ng."""

import re

from pypinyin import Style, lazy_pinyin, pinyin

_CONFUSED = re.compile(r"(?<=[zcs])h|(?<=[aei]n)g$")  # what southern speakers and input methods confuse
_NEAR = str.maketrans("lf", "nh")  # what some dialects confuse besides


def sound(phrase: str) -> str:
    """The sound of a phrase: 网络 and 网洛 have the same."""
    return "".join(_CONFUSED.sub("", syllable) for syllable in lazy_pinyin(phrase))


def sound_of_typed(pinyin_typed: str) -> str:
    """Typed pinyin in the writing of `sound`: syllables are not marked, so every `ng` before a consonant or the end folds."""
    return re.sub(r"(?<=[zcs])h|(?<=[aei]n)g(?![aeiou])", "", pinyin_typed)


def may_sound_alike(one: str, other: str) -> bool:
    """Two characters share a reading, 行 and 航 among them, or nearly do: 南 and 兰."""
    return not _readings(one).isdisjoint(_readings(other))


def same_tone(one: str, other: str) -> bool:
    """Two characters share a reading together with its tone."""
    tones = [set(pinyin(character, style=Style.TONE3, heteronym=True)[0]) for character in (one, other)]
    return not tones[0].isdisjoint(tones[1])


def _readings(character: str) -> set[str]:
    readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return {_CONFUSED.sub("", reading)[:1].translate(_NEAR) + _CONFUSED.sub("", reading)[1:] for reading in readings}
