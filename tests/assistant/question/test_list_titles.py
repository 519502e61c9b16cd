"""A heading is named where no other topic stands before it."""

import pytest

from assistant.question.counting import ASKING
from assistant.question.list_titles import is_listed
from index.normalise import normalise


def named(question: str, title: str) -> bool:
    asked = normalise(question)
    return any(is_listed(asked, match, title, ("信息产业发展指南", "三、人才")) for match in ASKING.finditer(asked))


@pytest.mark.parametrize(
    "left", ["", "指南提出的", "信息产业发展指南", "信息产业的", "40号文", "请问", "人才的", "云计算怎么发展? ", "第三章"]
)
def test_document_or_nothing_stands_before_the_heading(left: str) -> None:
    assert named(f"{left}主要任务有哪些", "主要任务")
    assert named(f"{left}有哪些主要任务", "主要任务")


@pytest.mark.parametrize("left", ["云计算的", "物联网的", "农村方面", "电子商务", "信息安全"])
def test_another_topic_before_the_heading_asks_for_something_else(left: str) -> None:
    assert not named(f"{left}主要任务有哪些", "主要任务")
    assert not named(f"{left}有哪些主要任务", "主要任务")
