"""What an English question wants listed, and whether it names something else beside it."""

import pytest

from assistant.question.list_nouns import in_chinese, listed_in


@pytest.mark.parametrize(
    ("question", "title", "other"),
    [
        ("list all the basic principles laid down in .", "基本原则", "主要任务"),
        ("what are the main tasks?", "主要任务", "发展目标"),
        ("how many policy measures are there?", "政策措施", "保障措施"),
        ("name the informatization projects", "信息化重大工程", "重大工程"),
        ("which features does it have?", "工业4.0主要特点", "特点分析"),
        ("list the fields", "重点领域", "扩大电子商务服务领域"),
    ],
)
def test_heading_ends_with_what_is_listed(question: str, title: str, other: str) -> None:
    listed = listed_in(question, counted=False)
    assert listed
    assert listed.heads(title)
    assert not listed.heads(other)


def test_heading_that_says_every_word_is_told_from_the_rest() -> None:
    listed = listed_in("what are the key tasks", counted=False)
    assert listed
    assert [listed.heads_in_full(title) for title in ("重点任务", "任务")] == [True, False]


@pytest.mark.parametrize(
    "question", ["name the policy funds", "what is the goal?", "the principles", "list the hospitals", "who sets the goals"]
)
def test_nothing_is_listed(question: str) -> None:
    assert listed_in(question, counted=False) is None


def test_kinds_and_points_are_of_what_follows() -> None:
    listed = listed_in("into which four categories do they divide the priority areas", counted=True)
    assert listed
    assert listed.heads("重点领域")
    anything = listed_in("the four points", counted=True)
    assert anything
    assert anything.names == ()
    assert listed_in("which three associations met", counted=True) is None


@pytest.mark.parametrize(
    ("question", "nothing_else"),
    [
        ("list the tasks of  ", True),
        ("what are the tasks of the state council's 2017 opinions on  信息消费 ?", True),
        ("what are the tasks for  云计算 ?", False),
        ("what are the tasks for rural broadband?", False),
        ("list the cloud tasks", False),
        ("list the tasks of the 2016 guide", False),
    ],
)
def test_all_that_is_named_beside_the_list_stands_above_it(question: str, nothing_else: bool) -> None:
    listed = listed_in(question, counted=False)
    assert listed
    assert listed.names_no_other("国务院关于信息消费的指导意见 主要任务") is nothing_else


def test_english_names_become_chinese() -> None:
    groups = [("云计算", "cloud computing"), ("工业4.0", "industry 4.0", "industrie 4.0")]
    assert in_chinese("cloud computing in industrie 4.0", groups).split() == ["云计算", "in", "工业4.0"]
