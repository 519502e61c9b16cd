"""The numbering grammar, family by family, on headings of the notes and on ones that they do not have."""

import pytest

from corpus.headings import Heading, normal_number, read_heading

LISTED = {"1.1": "总则", "1.1.1": "一、背景"}


def read(paragraph: str, *subjects: str, listed: dict[str, str] | None = None) -> Heading:
    heading = read_heading(paragraph, listed or {}, subjects)
    assert heading is not None
    return heading


@pytest.mark.parametrize(
    ("paragraph", "family", "number", "title", "label"),
    [
        ("第 1 章", "chapter", "第1章", "", "第1章"),
        ("第3章 总则", "chapter", "第3章", "总则", "第3章 总则"),
        ("第二编　总论", "part", "第二编", "总论", "第二编 总论"),
        ("第六篇 拓展网络经济空间", "part", "第六篇", "拓展网络经济空间", "第六篇 拓展网络经济空间"),
        ("第一章 总则", "chapter", "第一章", "总则", "第一章 总则"),
        ("第一百零二章　附则", "chapter", "第一百零二章", "附则", "第一百零二章 附则"),
        ("第 二 节 监督检查", "section", "第二节", "监督检查", "第二节 监督检查"),
        ("第三节完善新一代网络", "section", "第三节", "完善新一代网络", "第三节 完善新一代网络"),
        ("一、总体要求", "clause", "一、", "总体要求", "一、总体要求"),
        ("二十一、其他事项", "clause", "二十一、", "其他事项", "二十一、其他事项"),
        ("（一）指导思想", "bracket", "（一）", "指导思想", "（一）指导思想"),
        ("( 十九 ) 基本原则", "bracket", "（十九）", "基本原则", "（十九）基本原则"),
        ("1. 基础性", "item", "1", "基础性", "1 基础性"),
        ("12. 光纤网络", "item", "12", "光纤网络", "12 光纤网络"),
        ("3 战略措施", "item", "3", "战略措施", "3 战略措施"),
        ("附件 2", "attachment", "附件2", "", "附件2"),
        ("## 背景", "markdown", "", "背景", "背景"),
        ("# 关于促进家政服务的意见 #", "markdown", "", "关于促进家政服务的意见", "关于促进家政服务的意见"),
    ],
)
def test_every_family_gives_its_number_title_and_label(paragraph: str, family: str, number: str, title: str, label: str) -> None:
    heading = read(paragraph)
    assert (heading.family, heading.number, heading.title, heading.label) == (family, number, title, label)
    assert heading.start == paragraph.index(paragraph.lstrip("# ")[0])
    assert not heading.run_in


@pytest.mark.parametrize(
    ("paragraph", "family", "number", "title"),
    [
        ("1. 第二十五章 构建泛在高效的信息网络", "chapter", "第二十五章", "构建泛在高效的信息网络"),
        ("(a) 第一节完善新一代高速光纤网络", "section", "第一节", "完善新一代高速光纤网络"),
        ("（c）第三节 宽带", "section", "第三节", "宽带"),
        ("1. (一) 宽带中国", "bracket", "（一）", "宽带中国"),
        ("- 1.（二）“十三五”发展形势", "bracket", "（二）", "“十三五”发展形势"),
        ("****（一）“十二五”发展回顾", "bracket", "（一）", "“十二五”发展回顾"),
        ("**** (六) 强化安全保障", "bracket", "（六）", "强化安全保障"),
        ("1. 1 战略思想的差异", "item", "1", "战略思想的差异"),
        ("5. 5 加强中国制造 2025 基础工作", "item", "5", "加强中国制造 2025 基础工作"),
        ("**一、总体要求**", "clause", "一、", "总体要求"),
        ("### （三）监管", "bracket", "（三）", "监管"),
        ("> 第一章 总则", "chapter", "第一章", "总则"),
        ("A. 第一章 总则", "chapter", "第一章", "总则"),
    ],
)
def test_counters_and_markup_of_an_export_are_part_of_neither_number_nor_title(
    paragraph: str, family: str, number: str, title: str
) -> None:
    heading = read(paragraph)
    assert (heading.family, heading.number, heading.title) == (family, number, title)
    assert normal_number(paragraph[heading.start :]).startswith(number)
    assert paragraph[: heading.title_end].rstrip("*").endswith(title)


@pytest.mark.parametrize(
    "paragraph",
    [
        "第三条 本办法适用于中华人民共和国境内。",
        "第三条规定的情形除外。",
        "第三方支付发展很快。",
        "第五代移动通信",
        "第一，要加强领导。",
        "第一次会议",
        "①加强领导",
        "⑴ 加强领导",
        "(1) 指导思想",
        "(a) 指导思想",
        "一是加强领导。",
        "二、三线城市要加快建设。",
        "一、二季度增长较快。",
        "3. 在协同机构方面，德国有三大协会。",
        "2025年目标",
        "100 个城市",
        "10 个城市要先行先试。",
        "5G 商用",
        "3.5 亿用户",
        "12 万个基站",
        "16/14 纳米",
        "- 3 个月内完成整改。",
        "- 每年培训一万人。",
        "5.1 系统应当支持国产密码算法。",
        "#话题不是标题",
        "各地区有关部门的工作",
    ],
)
def test_numbered_text_that_is_no_heading_stays_text(paragraph: str) -> None:
    assert read_heading(paragraph, {}) is None


def test_an_unlisted_decimal_is_a_counter_and_a_number_when_the_file_has_a_contents_table() -> None:
    heading = read("4.4 高度重视企业组织变革", listed=LISTED)
    assert (heading.family, heading.number, heading.title, heading.start) == ("item", "4", "高度重视企业组织变革", 2)


def test_the_same_decimal_is_a_section_number_in_a_file_without_contents_table() -> None:
    heading = read("4.4 高度重视企业组织变革")
    assert (heading.family, heading.depth, heading.number, heading.title) == ("decimal", 3, "4.4", "高度重视企业组织变革")


def test_a_listed_decimal_is_cited_by_its_title_alone() -> None:
    heading = read("1.1.1 一、 背景", listed=LISTED)
    assert (heading.family, heading.depth, heading.number, heading.label) == ("decimal", 4, "1.1.1", "一、背景")


def test_a_decimal_behind_a_markdown_mark_begins_at_its_number() -> None:
    heading = read("## 1.2 背景")
    assert (heading.family, heading.number, heading.title, heading.start) == ("decimal", "1.2", "背景", 3)


@pytest.mark.parametrize(
    ("paragraph", "title", "rest"),
    [
        ("（一）指导思想。坚持新发展理念。", "指导思想", "。坚持新发展理念。"),
        ("（二）三网融合 推动三网融合是大势所趋，要抓紧。", "三网融合", " 推动三网融合是大势所趋，要抓紧。"),
        ("二、做好宣传。要广泛宣传；要准确解读。", "做好宣传", "。要广泛宣传；要准确解读。"),
    ],
)
def test_a_run_in_heading_ends_before_the_text_of_its_paragraph(paragraph: str, title: str, rest: str) -> None:
    heading = read(paragraph)
    assert (heading.title, heading.run_in, paragraph[heading.title_end :]) == (title, True, rest)


def test_a_title_that_ends_with_a_full_stop_alone_does_not_run_in() -> None:
    heading = read("（一）指导思想。")
    assert (heading.title, heading.run_in) == ("指导思想", False)


def test_a_glued_title_ends_where_a_name_of_the_titles_above_begins() -> None:
    text = "2. 2 战略基础的差异中国制造 2025 与德国工业 4.0 的产业基础差别很大，不能照搬彼此的做法，需要因地制宜"
    assert read(text, "德国工业 4.0 与中国制造 2025 的区别").title == "战略基础的差异"
    assert read(text).title != "战略基础的差异"


def test_a_glued_title_without_such_a_name_ends_at_the_first_mark() -> None:
    text = "（三）夯实基础，着力突破，" + "推动产业迈向中高端" * 6 + "。"
    assert read(text).title == "夯实基础"


@pytest.mark.parametrize("paragraph", ["各地区、各部门要高度重视，抓好落实。", "各省级人民政府要制定方案。", "附件：1. 分工方案"])
def test_the_closing_of_a_document_opens_a_section_of_its_own(paragraph: str) -> None:
    heading = read(paragraph)
    assert (heading.family, heading.title, heading.run_in) == ("closing", "结尾", True)
