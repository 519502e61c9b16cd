"""Numbers of sections as questions write them."""

import pytest

from assistant.question.document_numbers import Numbered, document_numbers
from assistant.question.place_numbers import Item, Ordinal, items, ordinals, outlines, printed_numbers


@pytest.mark.parametrize(
    ("number", "title", "printed"),
    [
        ("第二十六章", "发展现代互联网产业体系", {("章", 26)}),
        ("1.1.1", "第六篇拓展网络经济空间", {("篇", 6)}),
        ("1.6.5", "五、政策措施", {("、", 5)}),
        ("(七)", "大数据", {("(", 7)}),
        ("3", "创新性", {("#", 3)}),
        ("1.1.2", "信息化重大工程", set()),
    ],
)
def test_number_is_read_from_the_heading(number: str, title: str, printed: set[tuple[str, int]]) -> None:
    assert printed_numbers(number, title) == printed


def test_chapter_is_read_before_the_section_it_holds() -> None:
    assert ordinals("section 2 of chapter 26") == [Ordinal(0, 23, 26, "章", True), Ordinal(0, 23, 2, "节", True)]


@pytest.mark.parametrize("text", ["第三节课", "第一编辑部", "第二篇文章", "第三章程", "第六节能", "part 5g"])
def test_word_that_begins_like_a_unit_is_no_ordinal(text: str) -> None:
    assert ordinals(text) == []


def test_item_without_its_prefix_counts_right_behind_a_document_only() -> None:
    assert items("40号文十三条", frozenset({4})) == [Item(4, 7, 13, "条")]
    assert items("40号文十三条", frozenset()) == []
    assert items("40号文三条原则", frozenset({4})) == []


@pytest.mark.parametrize("text", ["增长1.5亿", "1.3万亿元", "1.2%", "1.6 ghz"])
def test_amount_is_no_outline_number(text: str) -> None:
    assert list(outlines(text)) == []


def test_year_and_number_are_read_from_every_way_of_writing() -> None:
    written = ["国发〔2017〕40号", "国发2017年40号", "guofa 2017 no. 40", "2017年第40号文", "document no. 40 of 2017"]
    assert [document_numbers(text) for text in written] == [[Numbered(0, len(text), 40, 2017)] for text in written]
