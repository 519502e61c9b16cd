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
        ("第十二个五年规划", {"十二五"}),
        ("国发〔2017〕40号", set()),
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
        ("2025年5G用户数", ["2025"]),  # stands only in the title 中国制造2025
        ("十四五规划怎么说数字经济", ["十四五"]),
        ("What does the 14th Five-Year Plan say?", ["14th Five-Year Plan"]),
        ("国发〔2018〕5号", ["国发〔2018〕5号"]),
        ("国发[2015]40号说了什么", []),
        ("What does South Korea plan?", ["South Korea"]),
        ("6G什么时候商用", ["6G"]),
        ("5G什么时候商用", []),
        ("ChatGPT怎么监管", ["ChatGPT"]),
        ("What is said of the Internet of Things?", []),
        ("40号文是什么时候印发的", []),
        ("谢谢", []),
        ("粤港澳大湾区", ["粤港澳大湾区"]),
        ("Which projects does the State Council list?", []),
        ("工业互联网怎么发展", []),
        ("What is planned for Shanghai and Guizhou?", ["Shanghai"]),  # 贵州 is known
        ("深山里拉不了线怎么办", []),  # 里拉 is a name only where nothing commoner is cut
        ("深圳和韩国怎么做", ["深圳", "韩国"]),
    ],
)
def test_names_that_stand_nowhere_are_unknown_as_typed(known: KnownNames, question: str, unknown: list[str]) -> None:
    assert [name.text for name in known.unknown(question)] == unknown


def test_what_stands_in_the_mention_of_a_place_is_no_unknown_name(known: KnownNames) -> None:
    assert known.unknown("the Zebra Guide and 2031年40号文", ["the zebra guide", "2031年40号文"]) == []


def test_a_period_a_number_a_place_in_pinyin_and_what_begins_with_a_digit_are_only_themselves(known: KnownNames) -> None:
    names = [(name.text, name.exact) for name in known.unknown("2031, 6G, Korea, Shanghai")]
    assert names == [("2031", True), ("6G", True), ("Korea", False), ("Shanghai", True)]


def test_a_word_that_the_corpus_has_says_nothing_of_the_rest_of_a_name(known: KnownNames) -> None:
    assert [name.strange for name in known.unknown("What of the Internet Act?")] == [("Act",)]


def test_a_period_that_no_passage_names_is_missing(known: KnownNames) -> None:
    assert known.missing_periods("2020年和2025年的目标", ["到2020年达到6万亿元"]) == {"2025"}
