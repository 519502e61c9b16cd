"""The contents table and thirty judged quotations are the oracle: page turns are found where the notes were printed."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from corpus.contents import ContentsEntry, ContentsTable, find_contents
from corpus.paragraphs import find_page_turns
from corpus.structure import build_document
from corpus.types import Chunk, Document, PageSpan

JUDGED = [json.loads(line) for line in Path(__file__).with_name("pages.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def source(notes_file: Path) -> str:
    return notes_file.read_text(encoding="utf-8")


def spaceless(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_entry_of_the_contents_table_is_a_section_on_its_printed_page(notes: Document, source: str) -> None:
    printed = re.findall(r"^([\d.]+)\t(?:DONE )?(.+)\t(\d+)$", source, re.MULTILINE)  # read independently
    assert len(printed) == 19
    found = {
        "1" if s.number == "第1章" else s.number: (s.title, s.pages.first)
        for s in notes.sections
        if not s.outline_number or s.id == s.number
    }
    assert {number: found.get(number) for number, _, _ in printed} == {number: (title, int(page)) for number, title, page in printed}


def test_the_body_is_printed_on_thirty_pages_from_2_to_31(notes: Document) -> None:
    assert (notes.first_page, len(notes.page_starts)) == (2, 30)
    assert notes.pages_of(0, len(notes.text)) == PageSpan(2, 31)
    assert list(notes.page_starts) == sorted(set(notes.page_starts))


def test_pages_are_about_equally_long(notes: Document) -> None:
    lengths = [end - start for start, end in zip(notes.page_starts, notes.page_starts[1:], strict=False)]
    assert min(lengths) > 500 and max(lengths) < 1500  # characters; a missed turn would double one


@pytest.mark.parametrize("judged", JUDGED, ids=[f"page {line['page']}" for line in JUDGED])
def test_a_judged_quotation_is_found_on_its_page_and_in_its_section(
    judged: dict[str, object], notes: Document, notes_chunks: list[Chunk]
) -> None:
    quote = str(judged["quote"])
    position = next((m.start() for m in re.finditer(r"\s*".join(map(re.escape, spaceless(quote))), notes.text)), -1)
    assert position >= 0
    assert notes.page_at(position) == judged["page"]
    path = judged["section_path"]
    assert isinstance(path, list)
    decimal = [re.match(r"\d+\.[\d.]*\d(?=\s)", part) for part in path]
    deepest = [m.group() for m in decimal if m and m.group() in {s.id for s in notes.sections}][-1]
    chunk = next(c for c in notes_chunks if c.start <= position < c.end)
    assert chunk.section.outline_number == deepest
    assert chunk.pages.first <= notes.page_at(position) <= chunk.pages.last


def test_the_judged_quotations_cover_every_page_once() -> None:
    assert Counter(line["page"] for line in JUDGED) == Counter(range(2, 32))


def test_a_contents_table_needs_three_lines_and_ends_where_it_ends() -> None:
    table = "目录\n1\t总则\t1\n1.1  目的 ....... 2\n2　附则　　12\n"
    entries = (ContentsEntry("1", "总则", 1), ContentsEntry("1.1", "目的", 2), ContentsEntry("2", "附则", 12))
    assert find_contents(table + "正文。\n3\t不是\t4\n") == ContentsTable(entries, len(table))
    assert find_contents("目录\n1\t总则\t1\n2\t附则\t12\n").entries == ()


def test_title_spacing_before_a_heading_is_no_page_turn_when_the_contents_table_says_so() -> None:
    contents = "1\t甲\t1\n2\t乙\t1\n3\t丙\t2\n\n"
    source = f"{contents}1 甲\n\n\n\n\n2 乙\n\n{'文' * 60}。\n\n\n\n3 丙\n\n末。\n"
    first, turns = find_page_turns(source, find_contents(source))
    assert (first, turns) == (1, [source.index("3 丙")])


def test_a_turn_without_its_blank_lines_is_found_in_the_broken_word() -> None:
    contents = "1\t甲\t1\n2\t乙\t2\n3\t丙\t2\n\n"
    source = f"{contents}1 甲\n\n{'前' * 50}布\n\n局未来。\n\n2 乙\n\n3 丙\n\n末。\n"
    assert find_page_turns(source, find_contents(source)) == (1, [source.index("局未来")])


def test_form_feeds_and_blank_lines_turn_the_page_in_a_file_without_contents() -> None:
    document = build_document("a", "a", "一页。\f二页。\n\n\n\n三页。\r\n\r\n\r\n\r\n四页。\n\n仍是四页。\n\n\n\n\n")
    assert [document.page_at(document.text.index(word)) for word in ("一页", "二页", "三页", "四页", "仍是")] == [1, 2, 3, 4, 4]
    assert len(document.page_starts) == 4


def test_an_empty_page_is_counted() -> None:
    document = build_document("a", "a", "一页。\f\f三页。")
    assert document.page_at(document.text.index("三页")) == 3
