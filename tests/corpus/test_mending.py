"""Page turns and hard wraps are mended where they cut a sentence; paragraphs are never glued."""

import pytest

from corpus.structure import build_document
from corpus.types import Document

LONG = "为了贯彻落实国家关于宽带网络提速降费的决策部署，推动信息基础设施"  # longer than any title


def text_of(source: str) -> str:
    return build_document("a", "a", source).text


@pytest.mark.parametrize("mended", ["全面向互联网协议第 6 版（IPv6）演进升级。布局未来网络架构", "跨部门数据资源共享共用", "企业组织变革"])
def test_words_that_the_notes_break_at_a_page_turn_are_whole(mended: str, notes: Document) -> None:
    assert mended in notes.text


def test_a_page_turn_within_a_sentence_leaves_no_trace_but_the_page(notes: Document) -> None:
    at = notes.text.index("跨部门数据资源共享共用") + len("跨部门数据资")
    assert (notes.page_at(at - 1), notes.page_at(at)) == (3, 4)


def test_every_paragraph_of_the_notes_stays_one(notes: Document) -> None:
    paragraphs = notes.text.split("\n")
    assert not [p for p in paragraphs if not p.strip() or p != p.strip()]
    assert max(map(len, paragraphs)) < 800  # characters; two glued ones would be longer


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("宽带网络要提速降\n\n\n\n费，资费要下降。", "宽带网络要提速降费，资费要下降。"),
        (f"{LONG}\n建设，制定本方案。", f"{LONG}建设，制定本方案。"),
        (f"{LONG}\r\n建设，制定本方案。", f"{LONG}建设，制定本方案。"),
        ("推动云计算、\n\n大数据发展。", "推动云计算、大数据发展。"),
        (
            "Villages get fibre and cheap broadband by\n2020 in all regions.",
            "Villages get fibre and cheap broadband by 2020 in all regions.",
        ),
    ],
    ids=["page turn", "hard wrap", "hard wrap of Windows", "enumeration over a blank line", "Latin words keep their space"],
)
def test_what_was_cut_is_mended(source: str, text: str) -> None:
    assert text_of(source) == text


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        (f"{LONG}建设。\n本方案适用于全市。", 2),
        (f"{LONG}建设\n\n本方案适用于全市。", 2),
        (f"{LONG}\n一、总体要求", 2),
        (f"{LONG}\n\n\n\n一、总体要求\n\n文。", 3),
        ("一、总体要求\n坚持新发展理念。", 2),
        ("短句\n另一短句\n第三句", 3),
        ("“引用的话。”\n\n\n\n下一段。", 2),
        ("下列单位：\n\n\n\n甲单位。", 2),
    ],
    ids=[
        "sentence ends",
        "blank line",
        "heading after a wrap",
        "heading after a turn",
        "text under a heading",
        "short lines",
        "quote",
        "colon",
    ],
)
def test_what_stands_apart_stays_apart(source: str, paragraphs: int) -> None:
    assert len(text_of(source).split("\n")) == paragraphs


def test_a_page_turn_between_two_sentences_keeps_the_paragraphs_apart() -> None:
    assert text_of("一页完。\n\n\n\n二页始。") == "一页完。\n二页始。"
