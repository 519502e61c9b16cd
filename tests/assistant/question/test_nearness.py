"""Whether a question is answered where another is, told by words alone."""

import pytest

from assistant.question.nearness import Neighbourhood
from assistant.question.reading import QuestionReader, Steps
from index.store import PassageIndex

EARLIER = "公共数据实行什么管理"


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("目录多久更新", True),
        ("泊位建几个", False),
        ("站点铺几成", True),  # no passage shares a word with it
    ],
)
def test_question_is_near_where_the_earlier_one_finds_its_best(keyword_index: PassageIndex, question: str, near: bool) -> None:
    assert Neighbourhood(keyword_index).is_near(question, EARLIER) is near


def test_nothing_is_near_a_question_that_finds_nothing(keyword_index: PassageIndex) -> None:
    assert not Neighbourhood(keyword_index).is_near("泊位建几个", "qqq")


@pytest.mark.parametrize(("question", "carried"), [("目录多久更新", (EARLIER,)), ("泊位建几个", ()), ("第二章第二节", ())])
def test_reader_carries_where_it_is_near_and_no_place_is_named(
    keyword_index: PassageIndex, question: str, carried: tuple[str, ...]
) -> None:
    assert QuestionReader(keyword_index, Steps()).read(question, (EARLIER,)).reading.carried == carried


def test_earlier_question_is_carried_as_it_was_typed(keyword_index: PassageIndex) -> None:
    understood = QuestionReader(keyword_index, Steps()).read("這些由誰負責", ("公共數據實行什麼管理",))
    assert understood.reading.carried == ("公共數據實行什麼管理",)
    assert understood.query == "公共数据实行什么管理 这些由谁负责"
