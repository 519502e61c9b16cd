"""A heading is named where no other topic stands before it."""

import pytest

from assistant.question.counting import ASKING
from assistant.question.list_titles import is_listed
from index.normalise import normalise


def named(question: str, title: str) -> bool:
    asked = normalise(question)
    return any(is_listed(asked, match, title, ("信息产业发展指南", "三、人才")) for match in ASKING.finditer(asked))


@pytest.mark.parametrize(
    "left",
    [
        "",
        "指南提出的",
        "信息产业发展指南",
        "信息产业的",
        "40号文",
        "请问",
        "人才的",
        "云计算怎么发展? ",
        "第三章",
        "指南里头的",
        "指南一共确立了",
        "指南把",
        "我要写方案,",
        "县里在起草文件,指南的",
    ],
)
def test_document_or_nothing_stands_before_the_heading(left: str) -> None:
    assert named(f"{left}主要任务有哪些", "主要任务")
    assert named(f"{left}有哪些主要任务", "主要任务")


@pytest.mark.parametrize("left", ["云计算的", "物联网的", "农村方面", "电子商务", "信息安全", "云计算规划的", "云计算,", "我国云计算,"])
def test_another_topic_before_the_heading_asks_for_something_else(left: str) -> None:
    assert not named(f"{left}主要任务有哪些", "主要任务")
    assert not named(f"{left}有哪些主要任务", "主要任务")


@pytest.mark.parametrize(("question", "is_named"), [("扩大信息消费覆盖面有哪几项措施", True), ("扩大信息消费覆盖面有哪些好处", False)])
def test_what_stands_under_a_long_title_may_be_called_in_general(question: str, is_named: bool) -> None:
    assert any(is_listed(question, match, "扩大信息消费覆盖面") for match in ASKING.finditer(question)) is is_named


@pytest.mark.parametrize(
    ("question", "is_named"),
    [
        ("信息产业的原则有几条", True),
        ("指南有几条原则", True),
        ("原则有几条", False),
        ("农业的原则有几条", False),
        ("信息产业有几条基本", False),
    ],
)
def test_title_in_short_stands_behind_words_of_what_it_is_in(question: str, is_named: bool) -> None:
    above = ("信息产业发展指南", "二、总体要求")
    assert any(is_listed(question, match, "基本原则", above, in_short=True) for match in ASKING.finditer(question)) is is_named
