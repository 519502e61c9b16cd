"""How many things, which of them, or all: what a question for a list says."""

import pytest

from assistant.question.counting import asks_in_english, asks_list, count_asked, ordinal_asked, parts_asked, plainly


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("德国有哪五个特点", 5),
        ("八项工程各做什么", 8),
        ("3个方面的差异", 3),
        ("十类产品", 10),
        ("十二项任务是什么", 12),
        ("二十条措施", 20),
        ("一个规划里的五个特点", 5),
        ("工业4.0五个特点", 5),
        ("工业4.0六项措施", 6),
        ("中国制造2025十个重点行业", 10),
        ("the five features of Industry 4.0", 5),
        ("Which three differences?", 3),
        ("两个特点", None),
        ("二十二条措施", None),
        ("21项措施", None),
        ("第二十三条说什么", None),
        ("第五条", None),
        ("第13条", None),
        ("十三五方面的目标", None),
        ("三个月内", None),
        ("2.5个百分点", None),
        ("二点五个百分点", None),
        ("五个百分点", None),
        ("What does the 13th Five-Year Plan say?", None),
        ("within five years", None),
        ("特点有哪些", None),
        ("四大块内容", 4),
        ("三块钱", None),
        ("the twelve tasks", 12),
        ("What does part six say?", None),
    ],
)
def test_count_is_read_where_the_question_asks_for_a_list(question: str, count: int | None) -> None:
    assert count_asked(question) == count


@pytest.mark.parametrize(
    ("question", "ordinal"),
    [
        ("它的第二个特点是什么", 2),
        ("第三个呢", 3),
        ("第3条措施是什么", 3),
        ("第十二项任务", 12),
        ("第2点说了什么", 2),
        ("最后一个特点", -1),
        ("What about the second one?", 2),
        ("and the third?", 3),
        ("its last feature", -1),
        ("第二章第三节", None),
        ("第六篇", None),
        ("第十三条怎么说", None),
        ("那第四条呢", None),
        ("第二大经济体", None),
        ("第一个百年目标", None),
        ("第四代移动通信", None),
        ("第三方支付", None),
        ("三个特点", None),
        ("in the second half of 2016", None),
        ("the first time", None),
        ("the third key task", 3),
        ("the last mile problem of broadband", None),
        ("the fifth industrial revolution", None),
        ("the second industrialisation", None),
        ("the second largest producer", None),
    ],
)
def test_ordinal_is_read_where_it_counts_the_things_of_a_list(question: str, ordinal: int | None) -> None:
    assert ordinal_asked(question) == ordinal


@pytest.mark.parametrize(
    "question",
    ["任务有哪些", "有哪些任务", "哪几项任务", "分几类", "共有多少项", "有几章", "分哪几大块", "一共提了几条原则", "要从什么转向什么"],
)
def test_list_of_unstated_length(question: str) -> None:
    assert asks_list(question)


@pytest.mark.parametrize("question", ["任务是什么", "几点开始", "多少钱", "哪个部门负责"])
def test_no_list_is_asked_for(question: str) -> None:
    assert not asks_list(question)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("第二十五章有哪几节", "节"),
        ("第六篇有几章", "章"),
        ("意见有哪些部分", "部分"),
        ("四大部分", "部分"),
        ("第二部分有哪些任务", None),
        ("第三章第二节", None),
        ("哪些章程", None),
        ("哪些部门", None),
    ],
)
def test_parts_of_a_document_are_asked_for(question: str, kind: str | None) -> None:
    assert parts_asked(question) == kind


@pytest.mark.parametrize(
    ("question", "english"),
    [
        *((text, True) for text in ("And the six measures?", "Four shifts are urged. What are they?")),
        *((text, True) for text in ("the five features", "What are its five features?", "list all of the five", "the second one")),
        *((text, False) for text in ("五个 features", "What are the features?", "who chairs the five bodies?", "which five-step plan")),
    ],
)
def test_english_is_told_by_the_word_that_counts(question: str, english: bool) -> None:
    assert asks_in_english(question) is english


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("把主要任务列全", "主要任务有哪些"),
        ("请把主要任务全部列出来。", "主要任务有哪些"),
        ("主要任务,一条一条说全", "主要任务有哪些"),
        ("列出所有的主要任务", "主要任务有哪些"),
        ("主要任务都叫什么名字?", "主要任务有哪些"),
        ("主要任务有哪几条,列全", "主要任务有哪几条,列全"),
        ("主要任务是什么", "主要任务是什么"),
        ("说说主要任务", "说说主要任务"),
    ],
)
def test_other_words_for_all_there_are(question: str, plain: str) -> None:
    assert plainly(question) == plain
