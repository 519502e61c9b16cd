"""Which names of a question the corpus does not know."""

import pytest

from assistant.assistant import Assistant
from assistant.names import KnownNames


@pytest.fixture(scope="module")
def known(assistant: Assistant) -> KnownNames:
    return KnownNames(assistant.index, {"made in china 2025", "internet of things"})


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        ("到2020年信息消费规模多大？", {"2020"}),
        ("中国制造2025的主线是什么？", set()),  # a year inside a title is none
        ("Made in China 2025 in 2030", {"2030"}),
        ("十四五规划和十三五规划", {"十四五", "十三五"}),
        ("Targets of the 14th Five-Year Plan", {"十四五"}),
        ("第十二个五年规划", {"第十二个五年"}),
        ("1.6.3（二）和20180元", set()),
    ],
)
def test_years_and_plans_are_read_but_not_those_inside_titles(known: KnownNames, question: str, periods: set[str]) -> None:
    assert known.periods(question) == periods


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("韩国的制造业战略", ["韩国"]),
        ("德国人怎么做", []),  # 德国 is known
        ("2031年的目标", ["2031"]),
        ("What does Korea plan?", ["Korea"]),
        ("What is said of the Internet of Things?", []),
        ("工业互联网怎么发展", []),
    ],
)
def test_names_that_stand_nowhere_are_unknown(known: KnownNames, question: str, unknown: list[str]) -> None:
    assert known.unknown(question) == unknown


def test_a_period_that_no_passage_names_is_missing(known: KnownNames) -> None:
    assert known.missing_periods("2020年和2025年的目标", ["到2020年达到6万亿元"]) == {"2025"}
