"""What a stretch of a question is made of, and what it would become."""

from itertools import accumulate

import pytest

from assistant.question.slips import CutRun, Slip
from assistant.question.sound import Likeness


def cut(text: str) -> CutRun:
    words = tuple(text.split("/"))
    return CutRun("".join(words), words, tuple(accumulate((len(word) for word in words), initial=0)))


SLIP = Slip(cut("推进/网/洛/强国/的/建设"), 2, "网络")


def test_a_slip_knows_its_stretch_and_what_changes() -> None:
    assert (SLIP.typed, SLIP.end, SLIP.changes()) == ("网洛", 4, [("洛", "络")])
    assert SLIP.likeness() is Likeness.TONE


def test_the_words_around_are_told_with_and_without_it() -> None:
    assert SLIP.around() == (("推进", "网", "洛", "强国", "的"), "推进网络强国的")
    assert SLIP.neighbours() == (["推进"], ["强国"])
    assert Slip(cut("网/洛"), 0, "网络").neighbours() == ([], [])


def test_a_stretch_that_ends_within_a_word_has_no_neighbour_there() -> None:
    slip = Slip(cut("推进/数/剧中/心"), 2, "数据")
    assert slip.neighbours() == (["推进"], [])
    assert slip.around() == (("推进", "数", "剧中", "心"), "推进数据中心")


@pytest.mark.parametrize(
    ("text", "start", "meant", "everyday"),
    [
        ("光线/入户", 0, "光纤入户", True),
        ("锂/梨子/电池", 0, "锂离子电池", True),
        ("数/剧中/心", 0, "数据", False),
        ("网/洛/强国", 0, "网络强国", False),
    ],
)
def test_an_everyday_word_counts_where_it_lies_within_and_changes(text: str, start: int, meant: str, everyday: bool) -> None:
    assert Slip(cut(text), start, meant).changes_everyday() is everyday


def test_counts_and_grammar_are_seen() -> None:
    assert Slip(cut("量子/几/算"), 0, "量子计算").counts()
    assert not SLIP.counts()
    assert Slip(cut("普/会/金融"), 0, "普惠").holds_grammar()
    assert not SLIP.holds_grammar()


def test_a_name_may_be_cut_apart_where_a_character_is_left() -> None:
    assert Slip(cut("谭/志/源/在/哪"), 1, "资源").leaves_a_character()
    assert not Slip(cut("人力/姿/源/在/哪"), 2, "资源").leaves_a_character()


def test_neighbours_that_ask_name_nothing_but_measures_do() -> None:
    assert Slip(cut("哪些/特/典/呢"), 2, "特点").naming_neighbours() == ([], [])
    assert Slip(cut("个/特/典/鲜明"), 1, "特点").naming_neighbours() == (["个"], ["鲜明"])
