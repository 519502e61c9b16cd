"""Headings become sections: who stands under whom, which are empty, marked or broken, and what a file is called."""

from collections import Counter

import pytest

from corpus.structure import build_document
from corpus.types import Document, Section


def section(document: Document, section_id: str) -> Section:
    return next(s for s in document.sections if s.id == section_id)


def test_the_notes_hold_every_family_of_headings(notes: Document) -> None:
    by_level = Counter(s.level for s in notes.sections)
    # chapter, 1.x, 1.x.y, 章 and the closing, 节, 一、, （一）, 1.
    assert by_level == {1: 1, 3: 8, 4: 10, 12: 6, 13: 11, 14: 4, 15: 57, 16: 13}
    assert len({s.id for s in notes.sections}) == len(notes.sections) == 110


def test_the_notes_hold_eight_policy_documents_in_the_order_of_their_contents(notes: Document) -> None:
    assert notes.titles() == (
        "国家十三五规划",
        "中国制造 2025",
        "国家信息化发展战略纲要",
        "国务院关于积极推进“互联网+”行动的指导意见",
        "国务院关于深化制造业与互联网融合发展的指导意见",
        "信息产业发展指南",
        "德国工业 4.0 与中国制造 2025 的区别",
        "国务院关于进一步扩大和升级信息消费持续释放内需潜力的指导意见",
    )


def test_done_marks_are_noted_and_no_part_of_any_title(notes: Document) -> None:
    assert [s.id for s in notes.sections if s.done] == ["1.1", "1.7"]
    assert not [s for s in notes.sections if "DONE" in s.title + "".join(s.path)]


def test_no_title_or_number_carries_residue(notes: Document) -> None:
    for one in notes.sections:
        assert not one.title.startswith(("*", "-", ".", "(", "（", " ")) and not one.title.endswith(("*", " ")), one.title
        assert not set(one.number) & set("*-( )"), one.number


def test_the_way_down_to_a_section_begins_with_its_policy_document(notes: Document) -> None:
    path = section(notes, "1.1.1第二十六章第二节").path
    assert path == ("国家十三五规划", "第六篇 拓展网络经济空间", "第二十六章 发展现代互联网产业体系", "第二节 加快多领域互联网融合发展")
    assert section(notes, "1.6.3（二）").outline_number == "1.6.3"


def test_headings_without_text_are_empty_sections(notes: Document) -> None:
    for number in ("1.3", "1.4", "1.5"):
        empty = section(notes, number)
        assert empty.body_start == empty.body_end
        assert notes.children(empty) == ()
        assert notes.text[empty.start : empty.end] == f"{number} {empty.title}"


def test_a_heading_broken_over_two_paragraphs_is_whole_and_its_text_begins_behind_it(notes: Document) -> None:
    broken = section(notes, "1.7.2#3")
    assert broken.title == "战略措施的差异"
    assert not notes.text[broken.body_start :].startswith("的")


def test_several_headings_in_one_paragraph_are_all_found(notes: Document) -> None:
    numbers = [s.number.strip("（）") for s in notes.sections if s.id.startswith("1.8") and s.level == 15]
    ones = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
    assert numbers == [*ones, "十", *("十" + one for one in ones), "二十", "二十一", "二十二"]
    above, below = section(notes, "1.8三"), section(notes, "1.8三（十一）")
    assert above.start < below.start and "\n" not in notes.text[above.start : below.start]


def test_children_are_the_sections_directly_below(notes: Document) -> None:
    assert [s.number for s in notes.children(section(notes, "1.6.5"))] == ["（一）", "（二）", "（三）", "（四）", "（五）"]
    assert [s.number for s in notes.children(section(notes, "1.1"))] == ["1.1.1", "1.1.2"]


def test_sections_nest_and_bodies_do_not_overlap(notes: Document) -> None:
    for above, below in zip(notes.sections, notes.sections[1:], strict=False):
        assert above.start <= above.body_start <= above.body_end <= max(below.start, above.body_start)
        assert below.start >= above.end if below.level <= above.level else below.end <= above.end


def test_run_in_headings_must_count_on(notes: Document) -> None:
    text = "一、甲\n\n（一）提速。加快建设。（三）不是标题。完成。（二）降费。降低资费。\n"
    document = build_document("a", "a", text)
    assert [(s.number, s.title) for s in document.sections] == [("一、", "甲"), ("（一）", "提速"), ("（二）", "降费")]


def test_a_file_of_several_policies_cites_each_by_its_own_title() -> None:
    document = build_document("notes", "notes", "1.1 甲市规划\n\n甲文。\n\n1.2 乙省意见\n\n一、总则\n\n乙文。\n\n1.3 丙\n")
    assert document.titles() == ("甲市规划", "乙省意见", "丙")
    assert [s.path for s in document.sections] == [("甲市规划",), ("乙省意见",), ("乙省意见", "一、总则"), ("丙",)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("一、甲\n\n文。\n\n二、乙\n\n文。\n", "file"),
        ("没有标题的文字。\n", "file"),
        ("城市公共数据管理办法\n\n第一章 总则\n\n文。\n\n第二章 附则\n", "城市公共数据管理办法"),
        (
            "国务院关于进一步扩大和升级信息消费持续释放内需潜力的指导意见\n各省人民政府：\n一、总则\n文。",
            "国务院关于进一步扩大和升级信息消费持续释放内需潜力的指导意见",
        ),
        ("根据有关规定，制定本办法\n\n一、甲\n\n二、乙\n", "file"),
    ],
)
def test_a_file_that_is_one_document_is_called_by_its_first_line_or_else_its_name(text: str, title: str) -> None:
    document = build_document("file", "file", text)
    assert document.title == title
    assert document.titles() == (title,)
    assert {s.document for s in document.sections} == {title}


def test_two_sections_of_one_number_have_different_ids() -> None:
    document = build_document("a", "a", "一、甲\n\n文。\n\n一、乙\n\n文。\n")
    assert [s.id for s in document.sections] == ["a", "a一", "a一~2"]


def test_a_paragraph_to_all_regions_amid_other_headings_is_no_closing() -> None:
    document = build_document("a", "a", "一、保障\n\n（一）领导\n\n各地区要建立机制。\n\n（二）评估\n\n开展评估。\n\n各地区要抓好落实。\n")
    assert [(s.title, len(s.path)) for s in document.sections] == [("a", 1), ("保障", 2), ("领导", 3), ("评估", 3), ("结尾", 2)]
