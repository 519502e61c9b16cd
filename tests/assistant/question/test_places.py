"""Places of the notes that a question names."""

import pytest

from assistant.question.places import Gazetteer, leave_out
from corpus.types import Document

CONSUMPTION = "1.8"  # 国发〔2017〕40号
GUIDE = "1.6"


@pytest.fixture(scope="module")
def gazetteer(notes: Document) -> Gazetteer:
    return Gazetteer([notes])


def found(gazetteer: Gazetteer, question: str) -> list[str]:
    return [place.section.id for place in gazetteer.find(question)]


@pytest.mark.parametrize("brackets", ["〔2017〕", "[2017]", "［2017］", "（2017）", "(2017)", "〔 2017 〕"])
@pytest.mark.parametrize("space", ["", " "])
def test_document_number_is_read_with_every_bracket(gazetteer: Gazetteer, brackets: str, space: str) -> None:
    assert found(gazetteer, f"国发{brackets}40{space}号对农村怎么说") == [CONSUMPTION]


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("国发〔2015〕40号说了什么", "1.4"),
        ("国发〔2016〕28号说了什么", "1.5"),
        ("40号文对农村怎么说", CONSUMPTION),
        ("40号文件对农村怎么说", CONSUMPTION),
        ("2017年第40号文", CONSUMPTION),
        ("What does document no. 40 of 2017 say?", CONSUMPTION),
        ("Document No. 40 on rural areas", CONSUMPTION),
        ("国发2017年40号", CONSUMPTION),
        ("Guofa 2017 No. 40", CONSUMPTION),
        ("四十号文", CONSUMPTION),
        ("2015年40号文说了什么", "1.4"),
        ("28号文说了什么", "1.5"),
        ("What is document No. 28 of 2016?", "1.5"),
    ],
)
def test_short_document_number_is_the_one_with_text(gazetteer: Gazetteer, question: str, section: str) -> None:
    assert found(gazetteer, question) == [section]


@pytest.mark.parametrize("question", ["国发〔2018〕40号", "41号文", "document no. 7 of 2017", "国发〔2017〕4号"])
def test_number_of_another_document_names_nothing(gazetteer: Gazetteer, question: str) -> None:
    assert found(gazetteer, question) == []


@pytest.mark.parametrize(
    ("question", "sections"),
    [
        ("《信息产业发展指南》的目标", [GUIDE]),
        ("国务院关于深化制造业与互联网融合发展的指导意见里有什么", ["1.5"]),
        ("深化制造业与互联网融合发展的指导意见里有什么", ["1.5"]),
        ("国务院关于积极推进“互联网+”行动的指导意见", ["1.4"]),
        ("国务院关于积极推进互联网+行动的指导意见", ["1.4"]),
        ("互联网+行动指导意见对农业怎么说", ["1.4"]),
        ("信息消费指导意见对农村怎么说", [CONSUMPTION]),
        ("十三五规划对宽带怎么说", ["1.1"]),
        ("中国制造２０２５要培养谁", ["1.2"]),
        ("國家信息化發展戰略綱要", ["1.3"]),
        ("指南里对宽带怎么说", [GUIDE]),
        ("What does the Guide say about broadband?", [GUIDE]),
        ("Which laws does the Information Industry Development Guide ask for?", [GUIDE]),
        ("Is there a State Council guideline on drones?", []),
        ("13th Five-Year Plan targets", ["1.1"]),
        ("Thirteenth Five-Year Plan targets", ["1.1"]),
        ("那篇比较文章怎么看德国", ["1.7"]),
        ("in the comparison article", ["1.7"]),
        ("德国工业4.0与中国制造2025的区别", ["1.7"]),
        ("十三五规划和指南各怎么说", ["1.1", GUIDE]),
        ("规划纲要里怎么说", ["1.1"]),
        ("第十三个五年规划纲要", ["1.1"]),
        ("《意见》对农村怎么说", [CONSUMPTION]),
        ("What does the outline say about broadband?", ["1.3"]),
        ("Can you give me the outline of Industry 4.0?", []),
        ("What is the plan about rural broadband?", []),
        ("附件里有什么", ["1.8附件"]),
        ("附件", ["1.8附件"]),
        ("附件的任务分工由谁负责", ["1.8附件"]),
        ("附件里宽带由哪个部门牵头", ["1.8附件"]),
        ("附件分工方案里，“推广数字家庭产品”这条由哪些部委负责？", ["1.8二（五）", "1.8附件"]),
        ("What is in the attachment?", ["1.8附件"]),
        ("compare how the plan and the guide treat IoT", ["1.1", GUIDE]),
        ("the plan versus the guide on cloud", ["1.1", GUIDE]),
        ("重点任务分工方案有哪些部门", ["1.8附件"]),
    ],
)
def test_document_is_named_by_its_title_in_full_or_in_short(gazetteer: Gazetteer, question: str, sections: list[str]) -> None:
    assert sorted(found(gazetteer, question)) == sections


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("第二十六章第二节", "1.1.1第二十六章第二节"),
        ("第26章第2节讲了什么", "1.1.1第二十六章第二节"),
        ("第 26 章 第 2 节", "1.1.1第二十六章第二节"),
        ("第二十七章说什么", "1.1.1第二十七章"),
        ("第六篇的内容", "1.1.1"),
        ("1.6.3（二）", "1.6.3（二）"),
        ("1.6.3(二)里怎么说", "1.6.3（二）"),
        ("see 1.6.3", "1.6.3"),
        ("“加大财税支持力度”里说了什么", "1.8四（二十一）"),
        ("加大财税支持力度这一节", "1.8四（二十一）"),
        ("宽带中国这一段", "1.1.2（一）"),
        ("二十六章二节", "1.1.1第二十六章第二节"),
        ("第二十六章2节", "1.1.1第二十六章第二节"),
        ("第二十六章里的第二节", "1.1.1第二十六章第二节"),
        ("第廿六章", "1.1.1第二十六章"),
        ("Chapter 26 section 2", "1.1.1第二十六章第二节"),
        ("section 2 of chapter 26", "1.1.1第二十六章第二节"),
        ("1.6.3 (2)", "1.6.3（二）"),
        ("1.8三（十三）", "1.8三（十三）"),
        ("政策措施", "1.6.5"),
        ("请看一下“宽带中国”部分", "1.1.2（一）"),
        ("结尾部分说了什么", "1.8结尾"),
        ("大数据中的人才怎么培养", "1.6.4（七）"),
    ],
)
def test_section_is_named_by_number_or_quoted_title(gazetteer: Gazetteer, question: str, section: str) -> None:
    assert found(gazetteer, question) == [section]


@pytest.mark.parametrize(
    ("question", "sections"),
    [
        ("40号文第（七）条", [CONSUMPTION, "1.8二（七）"]),
        ("40号文第七条", [CONSUMPTION, "1.8二（七）"]),
        ("国发〔2017〕40号第13条", [CONSUMPTION, "1.8三（十三）"]),
        ("1.6.4第（四）项", ["1.6.4", "1.6.4（四）"]),
        ("指南的基本原则有哪些", [GUIDE, "1.6.2（二）"]),
        ("40号文十三条", [CONSUMPTION, "1.8三（十三）"]),
        ("意见第十三条", [CONSUMPTION, "1.8三（十三）"]),
        ("Article 13 of document 40", [CONSUMPTION, "1.8三（十三）"]),
        ("指南第五部分", [GUIDE, "1.6.5"]),
        ("指南第三章", [GUIDE, "1.6.3"]),
        ("40号文的四条原则", [CONSUMPTION]),
        ("the 13th Five-Year Plan, chapter 27", ["1.1", "1.1.1第二十七章"]),
        ("发展目标", ["1.6.2（三）", "1.8一（三）"]),
        ("第二十五章和第二十六章分别讲什么", ["1.1.1第二十五章", "1.1.1第二十六章"]),
        ("第二十五章第一节和第二节", ["1.1.1第二十五章第一节", "1.1.1第二十五章第二节"]),
        ("1.6.3和1.6.4有什么区别", ["1.6.3", "1.6.4"]),
        ("信息产业发展指南的附件", [GUIDE]),
        ("40号文的附件", [CONSUMPTION, "1.8附件"]),
    ],
)
def test_item_or_title_counts_inside_the_place_that_is_named(gazetteer: Gazetteer, question: str, sections: list[str]) -> None:
    assert found(gazetteer, question) == sections


@pytest.mark.parametrize(
    "question",
    [
        *("十四五规划说了什么", "技术创新指南里说了什么", "规划是什么", "城市规划怎么做", "有什么意见", "办法有哪些", "解决方案"),
        *("基本原则有哪些", "第二节", "第八章", "第（七）条", "第九十九章第二节", "1.6.9", "2.5倍", "宽带怎么提速"),
        *("大数据中心建在哪", "云计算里程碑", "大数据是什么", "第一章", "有几章"),
        *("增长1.3万亿元了吗", "up 1.3 trillion yuan", "1.6 GHz", "比例是1.2%", "Industry 4.0 features"),
        *("电子邮件的附件怎么加密", "附件怎么加密", "How do I encrypt an email attachment?", "大数据的一点想法", "大数据那点事"),
    ],
)
def test_common_noun_amount_or_unknown_number_names_nothing(gazetteer: Gazetteer, question: str) -> None:
    assert found(gazetteer, question) == []


@pytest.mark.parametrize(
    "question",
    [
        *("1.6.3（二）", "1.8三（十三）", "中国制造 2025", "国发（2017）40 号", "the Guide", "40号文件第（七）条", "40号文十三条"),
        *("第26章第2节", "chapter 26, section 2", "十三五规划纲要"),
    ],
)
def test_question_that_only_names_a_place_leaves_nothing_over(gazetteer: Gazetteer, question: str) -> None:
    places = gazetteer.find(question)
    assert places and leave_out(question, places).replace("the", "").strip() == ""


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("指南对物联网怎么说", ["1.6.4（九）"]),
        ("十三五规划和指南对大数据各是怎么说的", ["1.6.4（七）"]),
        ("指南的基本原则有哪些", ["1.6.2（二）"]),
        ("指南的基本原则", []),
        ("指南里的物联网部分", []),
        ("指南“物联网”里有什么", []),
        ("物联网", []),
        ("指南", []),
        ("德国工业4.0与中国制造2025有哪些区别", ["1.2"]),
        ("中国制造2025和德国工业4.0有什么区别", ["1.2"]),
        ("对比《中国制造2025》与德国工业4.0", ["1.2"]),
        ("工业4.0和中国制造2025里的目标有什么不同", []),
        ("中国制造2025和信息产业发展指南有什么区别", []),
        ("中国制造2025和德国工业4.0", []),
        ("德国工业4.0与中国制造2025的区别", []),
    ],
)
def test_title_beside_a_document_is_a_topic_unless_it_is_marked(gazetteer: Gazetteer, question: str, topics: list[str]) -> None:
    assert [place.section.id for place in gazetteer.find(question) if place.topic] == topics


def test_other_names_of_a_title_name_it_too(notes: Document) -> None:
    gazetteer = Gazetteer([notes], [("中国制造2025", "Made in China 2025"), ("互联网+", "Internet Plus")])
    assert found(gazetteer, "Made in China 2025") == ["1.2"]
    assert found(gazetteer, "the Internet Plus opinions") == ["1.4"]


@pytest.mark.parametrize(
    "question",
    [
        "How does Made in China 2025 differ from Industry 4.0?",
        "Compare Made in China 2025 and Industry 4.0",
        "the difference between Industry 4.0 and Made in China 2025",
    ],
)
def test_document_compared_with_something_else_is_a_topic_under_its_other_name(notes: Document, question: str) -> None:
    gazetteer = Gazetteer([notes], [("中国制造2025", "Made in China 2025")])
    assert [(place.section.id, place.topic) for place in gazetteer.find(question)] == [("1.2", True)]
