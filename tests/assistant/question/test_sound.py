"""What sounds alike: by living readings, without tones, with what dialects confuse."""

import pytest

from assistant.question.sound import Likeness, likeness, near_readings, near_syllables, sound, sound_of_typed


@pytest.mark.parametrize(("one", "other"), [("网络", "网洛"), ("智能", "自能"), ("应用", "因用")])
def test_phrases_that_typing_confuses_have_one_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_typed_pinyin_is_written_as_the_sound_of_its_word() -> None:
    assert sound_of_typed("zhineng") == sound("智能") == "zinen"


@pytest.mark.parametrize(
    ("character", "readings"),
    [
        ("行", {"xin", "han"}),
        ("都", {"dou", "du"}),
        ("给", {"gei", "ji"}),
        ("络", {"nuo"}),  # lao is in the dictionary and in no one's mouth
        ("系", {"xi"}),
        ("飞", {"hei"}),
    ],
)
def test_a_character_is_found_by_every_living_reading(character: str, readings: set[str]) -> None:
    assert near_readings(character) == readings


def test_a_phrase_has_the_readings_its_characters_have_in_it() -> None:
    assert near_syllables("银行") == ("yin", "han")
    assert near_syllables("进行") == ("jin", "xin")


@pytest.mark.parametrize(
    ("typed", "meant", "alike"),
    [
        ("导行", "导航", Likeness.TONE),
        ("北都", "北斗", Likeness.SYLLABLE),
        ("类老", "类脑", Likeness.NEARLY),
        ("北都导行", "北斗导航", Likeness.SYLLABLE),
        ("快计", "会计", Likeness.TONE),
    ],
)
def test_phrases_are_as_alike_as_their_least_alike_characters(typed: str, meant: str, alike: Likeness) -> None:
    assert likeness(typed, meant) is alike
