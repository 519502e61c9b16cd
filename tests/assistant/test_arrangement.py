"""Sides in turn, lists together, the n-th thing first."""

import pytest

from assistant.arrangement import Arranger
from assistant.assistant import Assistant
from assistant.question.reading import QuestionReader
from assistant.retriever import HybridRetriever
from assistant.types import Answer, Passage
from index.store import PassageIndex


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


@pytest.mark.parametrize(
    "question",
    [
        "信息消费意见把重点领域划成了哪几类？",
        "Into which four categories do the State Council's 2017 opinions divide the priority areas of information consumption?",
    ],
)
def test_labelled_paragraphs_of_one_section_come_first_in_order(assistant: Assistant, question: str) -> None:
    passages = shown(assistant, question)[:4]
    assert [passage.chunk.text[:3] for passage in passages] == ["生活类", "公共服", "行业类", "新型信"]


@pytest.mark.parametrize(
    ("question", "is_named"),
    [
        ("十三五里头的信息化重大工程一共几项，都叫啥名字？", True),
        ("List all the basic principles laid down in the Information Industry Development Guide.", True),
        ("云计算的主要任务有哪些", False),
        ("What are the main tasks for rural broadband?", False),
        ("深化制造业与互联网融合发展的指导意见规定的主要任务是哪些？", False),
        ("指南的第二项任务是什么", False),
    ],
)
def test_list_whose_heading_is_named_is_known(notes_index: PassageIndex, reader: QuestionReader, question: str, is_named: bool) -> None:
    retriever = HybridRetriever(notes_index)
    understood = reader.read(question, ())
    assert Arranger(notes_index, retriever).names_list(understood, retriever.explore(understood.query)) is is_named
