"""Sides in turn, lists together, the n-th thing first."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer, Passage


def shown(assistant: Assistant, question: str, *history: str) -> tuple[Passage, ...]:
    response = assistant.ask(question, history)
    assert isinstance(response, Answer)
    return response.passages


@pytest.mark.parametrize(("ordinal", "title"), [("它的第二个特点是什么", "策略性"), ("第三个呢？", "创新性"), ("那最后一个呢？", "市场性")])
def test_nth_thing_of_the_list_before_stands_first(assistant: Assistant, ordinal: str, title: str) -> None:
    first = shown(assistant, ordinal, "德国工业4.0有哪些特点？")[0]
    assert title in first.chunk.section.title or title in first.chunk.text


def test_sections_of_a_chapter_are_listed_whole_in_the_text_s_order(assistant: Assistant) -> None:
    ids = [passage.chunk.section.id for passage in shown(assistant, "第二十五章有哪几节？")]
    assert list(dict.fromkeys(section[-3:] for section in ids))[:4] == ["第一节", "第二节", "第三节", "第四节"]


def test_sections_that_are_compared_take_turns(assistant: Assistant) -> None:
    first, second = shown(assistant, "1.6.3和1.6.4对大数据各有什么要求？")[:2]
    assert {first.chunk.section.outline_number, second.chunk.section.outline_number} == {"1.6.3", "1.6.4"}
