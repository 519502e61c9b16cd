"""Answers as JSON, and on a terminal."""

import json
from io import StringIO

import pytest
from rich.console import Console

from assistant.assistant import Assistant
from assistant.printing import print_response
from assistant.records import to_record
from assistant.types import Abstention, Answer


def printed(response: Answer | Abstention) -> str:
    stream = StringIO()
    print_response(response, Console(file=stream, width=4000))
    return stream.getvalue()


def test_answer_as_a_record_is_plain_json(assistant: Assistant) -> None:
    response = assistant.ask("40号文对农村宽带怎么说？", k=2)
    record = to_record(response)
    assert json.loads(json.dumps(record)) == record
    assert set(record) == {"question", "abstained", "searched", "scope", "passages"}
    assert (record["question"], record["abstained"], record["scope"]) == ("40号文对农村宽带怎么说？", False, ["1.8"])
    assert len(record["passages"]) == 2


def test_passage_of_a_record_leads_to_its_place(assistant: Assistant) -> None:
    response = assistant.ask("第二十六章第二节")
    assert isinstance(response, Answer)
    chunk, record = response.passages[0].chunk, to_record(response)["passages"][0]
    expected = {"text": chunk.text, "start": chunk.start, "end": chunk.end, "page": 3, "page_end": 3, "section": "1.1.1", "score": 1.0}
    assert {key: record[key] for key in expected} == expected
    assert record["section_path"] == list(chunk.section.path) and record["document"] == "国家十三五规划"
    evidence = [chunk.text[a:b] for a, b in record["evidence"]]
    assert evidence and all(sentence and chunk.text.count(sentence) for sentence in evidence)


@pytest.mark.parametrize(("question", "words"), [("1.3讲了什么", "只有标题"), ("What does 1.3 say?", "only the heading")])
def test_abstention_says_why_in_the_language_of_the_question(assistant: Assistant, question: str, words: str) -> None:
    response = assistant.ask(question, k=2)
    record = to_record(response)
    assert record["abstained"] and len(record["passages"]) == 2
    assert record["reason"]["kind"] == "empty_section" and record["reason"]["terms"] == ["国家信息化发展战略纲要"]
    assert words in record["reason"]["text"]
    assert printed(response).startswith(record["reason"]["text"])


def test_terminal_shows_each_passage_with_its_citation(assistant: Assistant) -> None:
    response = assistant.ask("第二十六章第二节")
    assert isinstance(response, Answer)
    text = printed(response)
    assert response.passages[0].chunk.text.splitlines()[0] in text
    assert "《国家十三五规划》 › " in text and "· 第 3 页" in text and "[1]" in text
    assert "查找的是" not in text


def test_terminal_says_what_was_searched_where_it_differs(assistant: Assistant) -> None:
    assert printed(assistant.ask("电信普便服务怎么做")).startswith("查找的是: 电信普遍服务怎么做\n")
    assert "查找的是" not in printed(assistant.ask("农村宽带\n"))
    assert printed(assistant.ask("And in the countryside?", ["How fast is broadband?"])).startswith("searched: How fast")


def test_markup_in_a_question_is_printed_as_it_is(assistant: Assistant) -> None:
    assert "[bold]网络强国" in printed(assistant.ask("[bold]网洛强国[/bold]怎么建"))
