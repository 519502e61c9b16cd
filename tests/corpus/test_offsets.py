"""Offsets lead back to the source's own characters, on the notes and on documents nobody has written yet."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.chunking import chunk_document
from corpus.structure import build_document
from corpus.types import Document

HEADINGS = [
    "第一章 总则",
    "第二节 目录",
    "一、总体要求",
    "（一）指导思想",
    "（二）目标。要抓紧。",
    "1. 光纤网络",
    "1.1 背景",
    "# 意见",
    "附件",
]
SENTENCES = [
    "宽带要提速。",
    "资费要下降；服务要改善，",
    "Fibre by 2020. Then 5G.",
    "（十二）只是提到。",
    "各地区要落实！",
    "推动“互联网+”行动",
    "%",
]
GAPS = ["\n", "\n\n", "\n\n\n\n\n", "\f", "\r\n", "\r\n\r\n \r\n\r\n\r\n", " \n\u3000\u3000", "\t\n\n"]
pieces = st.sampled_from(HEADINGS) | st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=60).map("".join)
sources = st.lists(st.tuples(pieces, st.sampled_from(GAPS)), max_size=14).map(lambda parts: "".join(a + b for a, b in parts))


def check_offsets(document: Document, source: str) -> None:
    """Every character stands in the source where its offset says, in order, but for newlines and spaces that mending put in."""
    before = -1
    for offset, character in enumerate(document.text):
        at = document.source_offset(offset)
        if not any(s.start <= offset < s.start + s.length for s in document.slices):
            assert character in "\n "
            assert at == before + 1  # the end of the line before
            continue
        assert source[at] == character
        assert at > before
        before = at


def test_every_character_of_the_notes_leads_back_to_its_place(notes: Document, notes_file: Path) -> None:
    check_offsets(notes, notes_file.read_text(encoding="utf-8"))


def test_nothing_but_white_space_and_the_contents_table_is_left_out(notes: Document, notes_file: Path) -> None:
    source = notes_file.read_text(encoding="utf-8")
    body = source[source.index("第 1 章") :]
    assert "".join(notes.text.split()) == "".join(body.split())


@settings(max_examples=150, deadline=None)
@given(sources)
def test_the_offsets_of_any_document_lead_back(source: str) -> None:
    document = build_document("any", "any", source)
    check_offsets(document, source)
    assert "".join(document.text.split()) == "".join(source.split())
    assert list(document.page_starts) == sorted(document.page_starts)


@settings(max_examples=150, deadline=None)
@given(sources)
def test_the_sections_of_any_document_nest_and_its_chunks_are_its_body(source: str) -> None:
    document = build_document("any", "any", source)
    covered: set[int] = set()
    for chunk in chunk_document(document):
        assert document.text[chunk.start : chunk.end] == chunk.text
        assert covered.isdisjoint(range(chunk.start, chunk.end))
        covered |= set(range(chunk.start, chunk.end))
    for section in document.sections:
        assert 0 <= section.start <= section.end <= len(document.text)
        body = range(section.body_start, section.body_end)
        assert all(at in covered or document.text[at].isspace() for at in body)
    assert len({s.id for s in document.sections}) == len(document.sections)


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused_naming_both(offset: int) -> None:
    with pytest.raises(ValueError, match=f"offset {offset} lies outside the text of 3 characters"):
        build_document("a", "a", "三个字").source_offset(offset)


def test_the_end_of_the_text_leads_behind_its_last_character() -> None:
    assert build_document("a", "a", "\n\n三个字\n").source_offset(3) == 5


def test_the_document_without_any_text_has_no_offsets_but_zero() -> None:
    document = build_document("a", "a", " \n\n")
    assert (document.text, document.source_offset(0), document.page_at(0)) == ("", 0, 1)
