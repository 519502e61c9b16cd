"""Figures of a table that is lost are refused by its name; what the note below it says is answered."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Abstention, Answer, Reason

CAPTION = "2020 年信息产业发展主要指标"


@pytest.mark.parametrize(
    "question",
    [
        "主要指标表里，大学生人数要达到多少？",
        "2020年信息产业发展主要指标有哪些？",
        "2020年信息产业发展主要指标",
        "2020年信息产业发展主要指标表",
        "What figures does the table of main indicators in the Guide give?",
    ],
)
def test_figure_of_the_lost_table_is_refused_by_its_caption(assistant: Assistant, question: str) -> None:
    response = assistant.ask(question)
    assert isinstance(response, Abstention) and response.reason == Reason("lost_table", (CAPTION,))
    assert CAPTION in response.nearest[0].chunk.text


@pytest.mark.parametrize("question", ["主要指标表的注里，方括号里的数代表什么？", "世界500强企业数量按哪个榜单算？"])
def test_note_of_the_lost_table_answers(assistant: Assistant, question: str) -> None:
    response = assistant.ask(question)
    assert isinstance(response, Answer) and CAPTION in response.passages[0].chunk.text


@pytest.mark.parametrize("question", ["2020年信息产业发展的主要目标是什么", "2020年信息产业发展的主要任务是什么"])
def test_what_sentences_say_of_the_same_subject_is_no_matter_of_the_table(assistant: Assistant, question: str) -> None:
    response = assistant.ask(question)
    assert not (isinstance(response, Abstention) and response.reason.kind == "lost_table")


def test_figure_that_a_sentence_gives_is_no_matter_of_the_table(assistant: Assistant) -> None:
    assert isinstance(assistant.ask("2015年信息产业收入规模达到多少？"), Answer)
    assert assistant.signals("主要指标表里，大学生人数要达到多少？") is None
