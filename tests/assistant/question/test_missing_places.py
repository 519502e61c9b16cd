"""Places that a question names and no document has."""

import pytest

from assistant.question.places import Gazetteer
from corpus.types import Document


@pytest.fixture(scope="module")
def gazetteer(notes: Document) -> Gazetteer:
    return Gazetteer([notes])


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("第三十章", "第三十章"),
        ("第七篇讲什么", "第七篇"),
        ("第二十五章第五节", "第二十五章第五节"),
        ("第６篇第３章", "第６篇第３章"),
        ("第二十六章5节讲什么", "第二十六章5节"),
        ("What is in Chapter 30?", "Chapter 30"),
        ("指南第三十章", "第三十章"),
        ("第五节", "第五节"),
        ("100号文怎么说", "100号文"),
        ("一号文件", "一号文件"),
        ("國發〔2018〕5 號說了什麼", "國發〔2018〕5 號"),
        ("Document No. 7 of 2017", "Document No. 7 of 2017"),
        ("1.6.6", "1.6.6"),
        ("see 1.6.3.2", "1.6.3.2"),
        ("1.9", "1.9"),
        ("第1.9节说了什么", "1.9"),
        ("1.9部分", "1.9"),
        ("section 1.9 on cloud", "1.9"),
        ("1.6.4（十二）", "1.6.4（十二）"),
        ("40号文第三十条", "第三十条"),
        ("信息产业发展指南的附件", "附件"),
        ("指南1.9部分", "1.9"),
        ("请问1.6.9讲什么", "1.6.9"),
        ("请打开1.9里的内容", "1.9"),
        ("总结附录1.9节", "1.9"),
        ("信息产业发展指南第六部分", "第六部分"),
        ("指南第六章", "第六章"),
    ],
)
def test_place_that_no_document_has_is_told_as_typed(gazetteer: Gazetteer, question: str, missing: str) -> None:
    assert gazetteer.missing(question) == (missing,)


@pytest.mark.parametrize(
    "question",
    [
        *("第二十五章第四节", "第二节", "第一章", "1.6.3（二）", "40号文第七条", "40号文的附件", "附件", "国发〔2015〕40号", "28号文"),
        *("指南第三章", "增长1.9", "增长1.9亿", "工业4.0", "版本1.2.3", "v1.2.3", "2017.8.24", "192.168.0.1", "第三节课", "第三方支付"),
        *("有几章", "三十章", "邮件的附件", "宽带怎么提速", "Industry 4.0 features"),
        *(
            "工业4.0里有哪些重点",
            "德国工业4.0讲的是什么",
            "从工业2.0讲起",
            "工业4.0部分",
            "互联网2.0的章节",
            "4.0",
            "17.1",
            "27.6",
            "1.10.0",
        ),
        *("互联网4.1里有什么", "安卓1.2.3", "指南第五部分", "指南的一部分"),
    ],
)
def test_place_that_is_there_and_words_that_name_none_are_not_missing(gazetteer: Gazetteer, question: str) -> None:
    assert gazetteer.missing(question) == ()


def test_several_missing_places_are_told_in_their_order(gazetteer: Gazetteer) -> None:
    assert gazetteer.missing("第三十章和100号文") == ("第三十章", "100号文")


def test_number_that_a_text_only_cites_is_not_missing(policies: list[Document]) -> None:
    harbour = Gazetteer([document for document in policies if document.id == "harbour"])
    assert harbour.missing("市令〔2019〕7号") == () == harbour.missing("7号文")
    assert harbour.missing("市令〔2019〕8号") == ("市令〔2019〕8号",)
