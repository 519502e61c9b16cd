"""A caption with its note and nothing between is a lost table; a table that is there, and a plain note, are none."""

import pytest

from corpus.structure import build_document
from corpus.tables import find_lost_tables
from corpus.types import Document

HEAD = "港口发展规划\n\n一、目标\n\n到2030年建成八个泊位。\n\n"


def captions(body: str) -> list[str]:
    return [table.caption for table in find_lost_tables(build_document("harbour", "harbour", HEAD + body))]


@pytest.mark.parametrize("note", ["注：单位为万吨。", "资料来源：港务局。", "Note: in tonnes.", "数据来源: 统计局。"])
def test_caption_above_its_note_is_a_lost_table(note: str) -> None:
    assert captions(f"表1 主要货物吞吐量\n\n{note}\n\n二、措施\n\n扩建码头。\n") == ["表1 主要货物吞吐量"]


@pytest.mark.parametrize(
    "body",
    [
        "表1 主要货物吞吐量\n\n煤炭 300 万吨，矿石 200 万吨。\n\n注：单位为万吨。\n",  # the table is there
        "泊位要在两年内建成。\n\n注：不含私人码头。\n",  # a note on a sentence
        "注意安全。\n\n注：见后。\n",
    ],
)
def test_nothing_is_lost_where_text_stands_above_the_note(body: str) -> None:
    assert captions(body) == []


def test_heading_is_no_caption() -> None:
    assert captions("二、措施\n\n注：待定。\n") == []


def test_place_of_a_lost_table_is_its_caption(notes: Document) -> None:
    (table,) = find_lost_tables(notes)
    assert notes.text[table.start : table.end] == table.caption == "2020 年信息产业发展主要指标"
