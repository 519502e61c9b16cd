"""Lists that stand inside the text."""

import pytest
from tiny_policies import passage

from assistant.question.series import announced, numbered, repeated
from corpus.types import Chunk


def under_one_heading(*texts: str) -> list[Chunk]:
    return [passage(text, "文件", "情况", at=100 * at) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "at"),
    [
        (("一是甲。二是乙。", "三是丙。"), [[0, 0, 1]]),
        (("一要甲；二要乙。",), [[0, 0]]),
        (("第一，甲。", "第二，乙。"), [[0, 1]]),
        (("1. 甲。\n2. 乙。",), [[0, 0]]),
        (("一是甲。二是乙。", "一是丙。二是丁。三是戊。"), [[0, 0], [1, 1, 1]]),
        (("注：1. 甲；2. 乙。",), []),
        (("一是甲。三是乙。",), []),
        (("说一是一。",), []),
    ],
)
def test_marks_count_from_one_on_without_a_gap(texts: tuple[str, ...], at: list[list[int]]) -> None:
    chunks = under_one_heading(*texts)
    assert [[n for n, _ in series] for series in numbered(chunks, range(len(chunks)))] == at


@pytest.mark.parametrize(
    ("texts", "count", "at"),
    [
        (("迎来三大机遇。首先是甲。", "其次是乙。", "最后是丙。"), 3, [0, 1, 2]),
        (("迎来三大机遇。首先是甲。", "其次是乙。"), 3, [0]),
        (("迎来 3 个重要机遇：甲；乙；丙。", "机遇很多。"), 3, [0]),
        (("迎来 3 个重要机遇：甲；乙；丙。", "机遇很多。"), None, [0]),
        (("三大机遇和四大挑战。", "三大机遇：甲；乙；丙。"), 3, [1]),
        (("三大机遇：甲。", "三大机遇：乙。"), 3, []),
        (("三大机遇都在。",), None, []),
        (("三大机遇：甲。",), 4, []),
    ],
)
def test_announced_list(texts: tuple[str, ...], count: int | None, at: list[int]) -> None:
    chunks = under_one_heading(*texts)
    assert announced(chunks, range(len(chunks)), "(?:重要)*机遇", count) == at


@pytest.mark.parametrize(
    ("text", "word", "count", "is_found"),
    [
        ("要从甲转变为乙；从丙转变为丁；从戊转变为己。", "转变", 3, True),
        ("要从甲转变为乙；从丙转变为丁；从戊转变为己。", "转变", None, True),
        ("要从甲转变为乙；从丙转变为丁；从戊转变为己。", "转变", 4, False),
        ("道路：甲与乙相结合; 丙与丁相结合; 戊与己相结合。", "相结合", None, True),
        ("发展服务；提供服务好；加强服务业。", "服务", 3, False),
        ("从甲转变为乙；从丙转变为丁。", "转变", None, False),
    ],
)
def test_clauses_in_one_frame(text: str, word: str, count: int | None, is_found: bool) -> None:
    assert repeated(under_one_heading("别的。", text), [0, 1], [word], count) == ([1] if is_found else [])


def test_frame_that_stands_twice_is_no_answer() -> None:
    text = "从甲转变为乙；从丙转变为丁；从戊转变为己。"
    assert repeated(under_one_heading(text, text), [0, 1], ["转变"], 3) == []
