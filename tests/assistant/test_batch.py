"""A file of questions: a line in, a line out, and no question costs another its answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.batch import answer_file
from assistant.errors import BatchFileError

PASSAGE_KEYS = {"rank", "text", "document", "section", "section_path", "page", "page_end", "start", "end", "score"}
RURAL = {"id": "q1", "question": "农村宽带提速多快？"}


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    return tmp_path / "questions.jsonl"


def lines(*rows: Any) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)


def answer(assistant: Assistant, questions: Path, content: str | bytes, k: int = 3) -> tuple[list[dict[str, Any]], list[str]]:
    """Write the questions, answer them, read the results."""
    questions.write_bytes(content if isinstance(content, bytes) else content.encode())
    out = questions.with_name("results.jsonl")
    problems = answer_file(questions, out, lambda: assistant, k)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()], problems


def test_line_out_has_the_agreed_keys(assistant: Assistant, questions: Path) -> None:
    [record], problems = answer(assistant, questions, lines(RURAL))
    assert problems == []
    assert (record["id"], record["abstained"]) == ("q1", False)
    assert 0 < record["latency_ms"] < 60_000
    assert len(record["passages"]) == 3
    text = assistant.documents[0].text
    for rank, passage in enumerate(record["passages"], 1):
        assert set(passage) >= PASSAGE_KEYS and passage["rank"] == rank
        assert text[passage["start"] : passage["end"]] == passage["text"]
        assert passage["document"] == passage["section_path"][0]
        assert passage["page"] <= passage["page_end"] <= 31
        assert set(passage["section"]) <= set("0123456789.") and passage["section"].startswith("1.")


def test_abstention_holds_the_nearest_passages(assistant: Assistant, questions: Path) -> None:
    [record], _ = answer(assistant, questions, lines({"id": 7, "question": "1.3讲了什么"}))
    assert (record["id"], record["abstained"], record["reason"]["kind"]) == (7, True, "empty_section")
    assert len(record["passages"]) == 3


def test_history_is_read_and_other_keys_are_ignored(assistant: Assistant, questions: Path) -> None:
    plain = {"id": "a", "question": "那农村呢？", "history": ["城镇宽带多快？"]}
    extra = {**plain, "id": "b", "gold": [{"quote": "x"}], "k": 99, "within": ["1.3"], "literal": True}
    bare = {"id": "c", "question": "那农村呢？", "history": None}
    (first, second, third), problems = answer(assistant, questions, lines(plain, extra, bare))
    assert problems == []
    assert first["searched"] == second["searched"] == "城镇宽带多快? 那农村呢?"
    assert first["passages"] == second["passages"] != third["passages"]


BAD_LINES = [
    "not json",
    "[1, 2]",
    '"text"',
    '{"id": "x"}',
    '{"question": "宽带"}',
    '{"id": "x", "question": 5}',
    '{"id": null, "question": "宽带"}',
    '{"id": "x", "question": "宽带", "history": "earlier"}',
    '{"id": "x", "question": "宽带", "history": [1]}',
    "[" * 100_000,
    '{"id": "x", "question": "宽',
]


@pytest.mark.parametrize("bad", BAD_LINES, ids=range(len(BAD_LINES)))
def test_bad_line_is_reported_by_number_and_the_rest_answered(assistant: Assistant, questions: Path, bad: str) -> None:
    records, problems = answer(assistant, questions, lines(RURAL, "", bad, {**RURAL, "id": "q4"}), k=1)
    assert [record["id"] for record in records] == ["q1", "q4"]
    assert len(problems) == 1 and problems[0].startswith(f"{questions}:3: ")
    assert "\n" not in problems[0] and len(problems[0]) < 400


def test_question_that_cannot_be_asked_keeps_its_line_with_the_error(assistant: Assistant, questions: Path) -> None:
    bad = ["", "宽" * 1001, "\x00宽带", "광대역 인터넷", "\ud83d宽带"]
    rows = [json.dumps({"id": at, "question": question}) for at, question in enumerate(bad)]
    records, problems = answer(assistant, questions, lines(*rows, RURAL), k=1)
    assert [record["id"] for record in records] == [0, 1, 2, 3, 4, "q1"]
    for at, record in enumerate(records[:-1]):
        assert (record["question"], record["abstained"], record["passages"]) == (bad[at], True, [])
        assert record["latency_ms"] >= 0 and record["error"]
        assert problems[at] == f"line {at + 1}: {record['error']}"
    assert records[-1]["passages"]


def test_windows_line_ends_and_a_byte_order_mark_are_read(assistant: Assistant, questions: Path) -> None:
    content = b"\xef\xbb\xbf" + lines(RURAL, {**RURAL, "id": "q2"}).replace("\n", "\r\n").encode()
    records, problems = answer(assistant, questions, content, k=1)
    assert ([record["id"] for record in records], problems) == (["q1", "q2"], [])


def test_line_separators_inside_a_question_do_not_end_the_line(assistant: Assistant, questions: Path) -> None:
    [record], problems = answer(assistant, questions, lines({"id": "x", "question": "农村\u2028宽带\u0085提速"}), k=1)
    assert record["id"] == "x" and not record["passages"]
    assert problems and "U+0085" in problems[0]
    [record], problems = answer(assistant, questions, lines({"id": "x", "question": "农村\u2028宽带\u2029提速"}), k=1)
    assert (record["question"], problems) == ("农村\u2028宽带\u2029提速", [])
    assert record["passages"]


def never_opened() -> Assistant:
    raise AssertionError("opened before the files were seen to be right")


def test_empty_file_gives_an_empty_file_without_opening_anything(questions: Path) -> None:
    questions.write_text("\n \n", encoding="utf-8")
    out = questions.with_name("out.jsonl")
    assert answer_file(questions, out, never_opened, 3) == []
    assert out.read_bytes() == b""


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00bad", "宽带".encode("gb18030")])
def test_file_that_cannot_be_read_is_told_with_the_reason(questions: Path, content: bytes | None) -> None:
    if content is not None:
        questions.write_bytes(content)
    with pytest.raises(BatchFileError, match=r"questions\.jsonl: cannot be read \((No such file|not UTF-8)"):
        answer_file(questions, questions.with_name("out.jsonl"), never_opened, 3)
    assert not questions.with_name("out.jsonl").exists()


def test_results_that_cannot_be_written_are_told_with_the_remedy(assistant: Assistant, questions: Path) -> None:
    questions.write_text(lines(RURAL), encoding="utf-8")
    with pytest.raises(BatchFileError, match="mkdir -p"):
        answer_file(questions, questions.with_name("missing") / "out.jsonl", never_opened, 3)
    with pytest.raises(BatchFileError, match="holds the questions"):
        answer_file(questions, questions, never_opened, 3)
    folder = questions.with_name("folder")
    folder.mkdir()
    with pytest.raises(BatchFileError, match="name another file with --out"):
        answer_file(questions, folder, lambda: assistant, 3)
    assert sorted(file.name for file in questions.parent.iterdir() if file.name != "index") == ["folder", "questions.jsonl"]


def test_run_that_breaks_off_leaves_the_earlier_results_and_no_draft(questions: Path) -> None:
    questions.write_text(lines(RURAL), encoding="utf-8")
    out = questions.with_name("out.jsonl")
    out.write_text("earlier\n", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        answer_file(questions, out, interrupted, 3)
    assert out.read_text(encoding="utf-8") == "earlier\n"
    assert sorted(file.name for file in questions.parent.glob("*.jsonl*")) == ["out.jsonl", "questions.jsonl"]
    assert not list(questions.parent.glob(".*.part"))


def interrupted() -> Assistant:
    raise KeyboardInterrupt
