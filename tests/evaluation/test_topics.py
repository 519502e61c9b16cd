"""Judged questions: quotes found whatever their spacing, errors with file and line, and a split that looks at nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.chunking import chunk_document
from corpus.readers import read_document
from corpus.structure import build_document
from corpus.types import Chunk, Document, PageSpan
from evaluation.topics import QUESTIONS, Gold, Topic, choose_part, read_topics

PAGED = """第 1 章 汇编

1.1 宽带规划

到 2025 年，农村用户带宽达到 50 兆比特每秒，跨部门数据资



源共享共用。宽带（ＦＴＴＨ）要普及。

宽带要提速。宽带要提速。
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return build_document("paged", "paged", PAGED)


def read(tmp_path: Path, documents: list[Document], *rows: Any, name: str = "questions") -> list[Topic]:
    file = tmp_path / f"{name}.jsonl"
    file.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8")
    return read_topics([file], documents)


def asked(quote: str, name: str = "a1") -> dict[str, Any]:
    return {"id": name, "question": "?", "gold": [{"quote": quote}]}


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("到2025年，农村用户带宽达到50兆比特每秒", "到 2025 年，农村用户带宽达到 50 兆比特每秒"),
        ("到 2 0 2 5 年,农村", "到 2025 年，农村"),
        ("跨部门数据资源共享共用", None),
        ("宽带(FTTH)要普及", "宽带（ＦＴＴＨ）要普及"),
    ],
)
def test_quote_is_found_across_spaces_widths_and_page_turns(tmp_path: Path, document: Document, quote: str, printed: str | None) -> None:
    [topic] = read(tmp_path, [document], asked(quote))
    [(name, start, end)] = topic.gold[0].spans
    assert name == "paged"
    found = document.text[start:end]
    assert found == printed if printed else "".join(found.split()) == quote


def test_quote_that_stands_twice_has_both_places(tmp_path: Path, document: Document) -> None:
    [topic] = read(tmp_path, [document], asked("宽带要提速"))
    assert [document.text[start:end] for _, start, end in topic.gold[0].spans] == ["宽带要提速"] * 2


def test_quote_is_looked_for_in_every_document(tmp_path: Path, document: Document) -> None:
    other = build_document("other", "other", "别的文件\n\n一、总则\n\n宽带要提速。\n")
    [topic] = read(tmp_path, [document, other], asked("宽带要提速"))
    assert [name for name, _, _ in topic.gold[0].spans] == ["paged", "paged", "other"]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (asked("窄带要提速"), "窄带要提速"),
        (asked("宽带要提速"), "the id a1 is taken"),
        ("{broken", "Expecting property name"),
        ("[1]", "not a question"),
        ({"question": "?"}, "not a question"),
        ({"id": "b"}, "not a question"),
        ({"id": "b", "question": "?", "gold": [{}]}, "not a question"),
        ({"id": "b", "question": "?", "gold": [{"quote": " "}]}, "stands nowhere"),
    ],
)
def test_line_that_is_wrong_is_named_with_its_file_and_number(tmp_path: Path, document: Document, bad: Any, words: str) -> None:
    with pytest.raises(ValueError, match=r"questions\.jsonl:3: ") as caught:
        read(tmp_path, [document], asked("宽带要提速"), "", bad)
    assert words in str(caught.value)


def test_id_taken_in_another_file_is_named(tmp_path: Path, document: Document) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(asked("宽带要提速")), encoding="utf-8")
    with pytest.raises(ValueError, match=r"two\.jsonl:1: the id a1 is taken"):
        read_topics([tmp_path / "one.jsonl", tmp_path / "two.jsonl"], [document])


def test_what_a_line_leaves_out_has_its_default(tmp_path: Path, document: Document) -> None:
    bare, full = read(
        tmp_path,
        [document],
        {"id": 1, "question": "甲"},
        asked("宽带要提速") | {"type": "list", "lang": "en", "history": ["乙"], "need": "all"},
    )
    assert (bare.id, bare.type, bare.language, bare.history, bare.gold) == ("1", "fact", "zh", (), ())
    assert (bare.answerable, bare.needs_all) == (False, False)
    assert (full.type, full.language, full.history) == ("list", "en", ("乙",))
    assert (full.answerable, full.needs_all) == (True, True)


@pytest.mark.parametrize(
    ("fields", "file", "part"),
    [
        ({"id": "g2", "gold": [{"page": 4}]}, "judged", "report"),
        ({"id": "a1", "gold": [{"page": 4}, {"page": 3}]}, "answerable", "fit"),
        ({"id": "a2", "gold": [{"page": 6}, {"page": 4}]}, "answerable", "report"),
        ({"id": "u012", "gold": []}, "unanswerable", "report"),
        ({"id": "u013"}, "unanswerable", "fit"),
        ({"id": "word"}, "mine", "report"),
    ],
)
def test_part_follows_from_the_file_the_page_or_the_number(fields: dict[str, Any], file: str, part: str) -> None:
    assert choose_part(fields, file) == part


def passage(start: int, end: int, name: str = "d") -> Chunk:
    section = build_document("d", "d", "题\n\n一、甲\n\n乙。\n").sections[0]
    return Chunk(f"{name}:{start}", name, "字" * (end - start), section, start, end, PageSpan(1, 1))


@pytest.mark.parametrize(
    ("chunk", "inside"),
    [
        (passage(0, 30), True),
        (passage(10, 18), True),
        (passage(12, 40), True),
        (passage(13, 40), False),
        (passage(0, 17), False),
        (passage(30, 40), False),
        (passage(0, 30, "e"), False),
    ],
)
def test_passage_holds_a_quote_with_four_fifths_of_it(chunk: Chunk, inside: bool) -> None:
    assert Gold("字" * 10, (("d", 10, 20),)).is_in(chunk) is inside


def test_quote_counts_at_each_of_its_places() -> None:
    gold = Gold("字" * 10, (("e", 10, 20), ("d", 110, 120)))
    assert gold.is_in(passage(100, 130)) and not gold.is_in(passage(0, 30))


def test_every_judged_question_of_the_project_can_be_answered_or_not_as_it_says(notes: Document) -> None:
    topics = read_topics(sorted(QUESTIONS.glob("*.jsonl")), [notes])
    chunks = chunk_document(notes)
    assert len({topic.question for topic in topics}) > 500
    assert all(bool(topic.gold) == topic.answerable for topic in topics)
    lost = [t.id for t in topics for gold in t.gold if not any(gold.is_in(chunk) for chunk in chunks)]
    assert len(lost) <= 0.02 * len(topics), lost
    parts = [topic.part for topic in topics if not topic.id.startswith("g")]
    assert 0.2 < parts.count("report") / len(parts) < 0.5


def test_notes_read_from_their_file_and_as_a_corpus_are_the_same(notes_file: Path, notes: Document) -> None:
    assert read_document(notes_file) == notes
