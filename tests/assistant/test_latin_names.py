"""Runs of capitalised words, and what is no name though it is written in capitals."""

import pytest

from assistant.latin_names import find_latin_names, name_parts, name_words


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What does South Korea plan?", ["South Korea"]),
        ("Who leads the National Development and Reform Commission?", ["National Development and Reform Commission"]),
        ("What do Germany and Japan plan?", ["Germany", "Japan"]),
        ("What about the Bank of the South?", ["Bank of the South"]),
        ("Compare Germany's plan with Document No. 40, Chapter 3 of the Guide", ["Germany"]),
        ("Which projects does the State Council list?", []),
        ("Targets for rural broadband", []),  # the first word of a sentence
        ("Alibaba cloud", ["Alibaba"]),
        ("GDP growth in the west", ["GDP"]),
        ("Broadband is slow. Targets are low. Thanks!", []),
        ("6G什么时候商用", ["6G"]),
        ("华为ChatGPT怎么监管", ["ChatGPT"]),
        ("Docker怎么用", ["Docker"]),
        ("100M宽带和1000Mbps，2.5GHz，10 Tbit/s", []),
        ("WHAT IS THE PLAN", []),
        ("plans in May", []),
        ("What does Beijing want with the Arctic?", ["Arctic"]),
        ("What regime does Beijing say it wants?", []),
        ("How many parks does Beijing have?", ["Beijing"]),
    ],
)
def test_runs_of_capitalised_words_are_names(question: str, names: list[str]) -> None:
    assert find_latin_names(question) == names


def test_genres_and_joints_tell_no_name_from_another() -> None:
    assert name_words("National Plan of the Yangtze Belt") == ["Yangtze", "Belt"]


def test_a_name_falls_apart_at_its_and() -> None:
    assert name_parts("South Korea and the North Sea") == ["South Korea", "North Sea"]
