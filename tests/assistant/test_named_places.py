"""A place that is not there is said to be missing, one that is named alone is opened, and a topic beside a document is searched."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Abstention, Answer, Reason


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("第三十章讲什么", "第三十章"),
        ("100号文怎么说宽带", "100号文"),
        ("国发〔2018〕5号的目标", "国发〔2018〕5号"),
        ("第七篇有哪些内容", "第七篇"),
    ],
)
def test_place_that_no_document_has_is_named_in_the_refusal(assistant: Assistant, question: str, missing: str) -> None:
    response = assistant.ask(question)
    assert isinstance(response, Abstention) and response.reason == Reason("unknown_place", (missing,))
    assert response.nearest
    assert assistant.signals(question) is None


def test_two_places_named_alone_are_opened_in_turn(assistant: Assistant) -> None:
    response = assistant.ask("第二十五章和第二十六章", k=4)
    assert isinstance(response, Answer)
    chapters = ["第二十五章" in passage.chunk.section.id for passage in response.passages]
    assert chapters == [True, False, True, False]


def test_topic_beside_a_document_is_searched_in_it_and_not_opened(assistant: Assistant) -> None:
    response = assistant.ask("指南对物联网怎么说？")
    assert isinstance(response, Answer) and len(response.passages) == 5
    assert all(passage.chunk.section.id.startswith("1.6") for passage in response.passages[:3])


def test_topic_in_two_documents_brings_both(assistant: Assistant) -> None:
    response = assistant.ask("十三五规划和指南对大数据各是怎么说的？")
    assert isinstance(response, Answer)
    assert {passage.chunk.section.document for passage in response.passages[:2]} == {"国家十三五规划", "信息产业发展指南"}
