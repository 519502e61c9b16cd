"""Questions for a list, and the passages of the enumeration they ask for."""

import pytest
from tiny_policies import passage

from assistant.question.enumeration import Enumeration, enumerate_asked, find_enumeration, find_thing
from corpus.types import Chunk, PageSpan, Section


def headed(*titles: str) -> list[Chunk]:
    """A passage under `总论 › 主要特点`, then two under each title below it."""
    chunks = [passage("引言。", "总论", "主要特点", at=0)]
    for number, title in enumerate(titles, 1):
        chunks += [passage("正文。", "总论", "主要特点", title, at=100 * number + part) for part in (0, 50)]
    return [*chunks, passage("别的。", "总论", "比较", at=900)]


def test_sections_below_a_heading_are_its_things_each_by_its_first_passage() -> None:
    chunks = headed("1 基础性", "2 策略性", "3 创新性")
    for best in (0, 1, 4):
        assert find_enumeration("德国有哪三个特点", chunks, [best], 3) == [1, 3, 5]


def test_another_count_or_another_heading_is_no_enumeration() -> None:
    chunks = headed("1 基础性", "2 策略性", "3 创新性")
    assert find_enumeration("德国有哪四个特点", chunks, [0], 4) == []
    assert find_enumeration("三项任务", chunks, [0], 3) == [], "the heading shares no word with the question"
    assert find_enumeration("特性的三个方面", chunks, [7], 3) == [], "the best passage stands elsewhere"


def test_first_of_the_best_passages_that_belongs_to_an_enumeration_decides() -> None:
    chunks = headed("1 基础性", "2 策略性", "3 创新性")
    assert find_enumeration("三个特点", chunks, [7, 2], 3) == [1, 3, 5]


def test_numbered_sentences_of_one_section_are_its_things() -> None:
    texts = ("总的要求。", "一是提速。二是降费。", "无关。", "三是普及。")
    chunks = [passage(text, "文件", "三项任务", at=10 * at) for at, text in enumerate(texts)]
    assert find_enumeration("三项任务是什么", chunks, [0], 3) == [1, 3]


def test_as_many_passages_as_things_are_the_things() -> None:
    chunks = [passage(text, "文件", "基本原则", at=10 * at) for at, text in enumerate(("坚持甲。", "坚持乙。", "坚持丙。"))]
    assert find_enumeration("三条原则", chunks, [1], 3) == [0, 1, 2]
    assert find_enumeration("四条原则", chunks, [1], 4) == []


def test_passages_of_another_file_with_the_same_headings_do_not_count() -> None:
    chunks = headed("1 甲", "2 乙", "3 丙")
    other = Chunk("e:0", "e", "正文。", chunks[1].section, 0, 3, chunks[1].pages)
    assert find_enumeration("三个特点", [other, *chunks], [1], 3) == [2, 4, 6]


def named(*path: str) -> Section:
    return Section("", "", path[-1], path, len(path), 0, 9999, 0, 9999, PageSpan(1, 1))


def two_documents() -> list[Chunk]:
    """`甲规划` with three tasks, `乙意见` with four; neither is near anything."""
    tasks = [passage("正文。", "甲规划", "二、主要任务", f"（{n}）任务{n}", at=10 * at) for at, n in enumerate("一二三")]
    other = [passage("正文。", "乙意见", "一、主要任务", f"（{n}）任务{n}", at=100 + 10 * at) for at, n in enumerate("一二三四")]
    return [*tasks, *other, passage("结语。", "乙意见", "结尾", at=200)]


def test_list_whose_last_word_is_counted_is_found_far_from_the_best() -> None:
    chunks = two_documents()
    assert find_enumeration("三大任务", chunks, [7], 3) == [0, 1, 2]
    assert find_enumeration("四项主要任务", chunks, [0], 4) == [3, 4, 5, 6]


def test_list_stands_in_a_place_that_is_named() -> None:
    chunks = two_documents()
    assert find_enumeration("乙意见有哪些主要任务", chunks, [0], None, [named("乙意见")]) == [3, 4, 5, 6]
    assert find_enumeration("乙意见三项主要任务", chunks, [0], 3, [named("乙意见")]) == []
    assert find_enumeration("甲规划的三项", chunks, [7], 3, [named("甲规划", "二、主要任务")]) == [0, 1, 2]


@pytest.mark.parametrize("question", ["主要特点有哪些", "有哪些主要特点？", "主要的特点包括哪些"])
def test_list_of_unstated_length_is_found_by_its_heading(question: str) -> None:
    assert find_enumeration(question, headed("1 基础性", "2 策略性", "3 创新性"), [], None) == [1, 3, 5]


@pytest.mark.parametrize("question", ["主要特点中有哪些技术", "德国有哪些特点", "哪些主要特点明显", "主要特点是什么"])
def test_heading_in_a_question_for_something_else_is_no_list(question: str) -> None:
    assert find_enumeration(question, headed("1 基础性", "2 策略性", "3 创新性"), [0], None) == []


def test_same_heading_in_two_documents_is_decided_by_the_best() -> None:
    chunks = two_documents()
    assert find_enumeration("主要任务有哪些", chunks, [], None) == []
    assert find_enumeration("主要任务有哪些", chunks, [5], None) == [3, 4, 5, 6]


def test_parts_of_a_place_leave_out_its_closing_words() -> None:
    chunks = [
        *(passage("正文。", "意见", "一、要求", f"（{n}）甲", at=at) for at, n in enumerate("一二")),
        *(passage("正文。", "意见", "二、任务", f"（{n}）乙", at=10 + at) for at, n in enumerate("三四")),
        passage("各地要落实。", "意见", "结尾", at=20),
    ]
    assert find_enumeration("意见有哪些部分", chunks, [], None, [named("意见")]) == [0, 2]
    assert find_enumeration("意见有哪三个部分", chunks, [], 3, [named("意见")]) == []


def test_chapters_are_found_below_the_document_that_is_named() -> None:
    path = ("办法", "第一编 总则")
    chunks = [passage("文。", *path, f"第{n}章 甲", f"第{m}节 乙", at=10 * at) for at, (n, m) in enumerate(["一一", "一二", "二一"])]
    assert find_enumeration("办法有几章", chunks, [], None, [named("办法")]) == [0, 2]
    assert find_enumeration("第一章有几节", chunks, [], None, [named("办法"), named(*path, "第一章 甲")]) == [0, 1]


def test_english_question_takes_the_list_whose_heading_ends_with_its_noun() -> None:
    chunks = two_documents()
    for best in ([0, 3], [7], []):
        assert find_enumeration("the four priorities", chunks, best, 4) == [3, 4, 5, 6]
    assert find_enumeration("the four priorities", chunks, [3], 4, [named("甲规划")]) == []
    assert find_enumeration("the three measures", chunks[:3], [0], 3) == [], "these are tasks"
    assert find_enumeration("the three measures", chunks[:3], [0], 3, [named("甲规划")]) == []
    twice = [*chunks, *(passage("文。", "丙", "重点任务", f"{n}、点", at=300 + at) for at, n in enumerate("一二三四"))]
    assert find_enumeration("the four priorities", twice, [7], 4) == [], "there are two"
    assert find_enumeration("the four priorities", twice, [9], 4) == [8, 9, 10, 11]


def test_english_points_may_be_anything_near() -> None:
    chunks = two_documents()
    assert find_enumeration("the four points", chunks, [3], 4) == [3, 4, 5, 6]
    assert find_enumeration("the four points", chunks, [0], 4) == [], "it is not among the best"
    assert find_enumeration("the four points", chunks, [0], 4, [named("乙意见")]) == [3, 4, 5, 6]


def english(question: str, rest: str, chunks: list[Chunk], best: list[int], *favoured: Section) -> Enumeration:
    return enumerate_asked(question, chunks, best, None, favoured, rest)


def test_english_list_of_unstated_length_names_nothing_but_what_its_heading_is_in() -> None:
    chunks = two_documents()
    opinion = named("乙意见")
    assert english("List all tasks of the opinions.", "list all tasks of  .", chunks, [], opinion) == Enumeration((3, 4, 5, 6), True)
    assert english("List all tasks for farms.", "list all tasks for farms.", chunks, [3], opinion) == Enumeration()
    assert english("List all tasks.", "list all tasks.", chunks, [0]) == Enumeration((0, 1, 2), True)
    assert english("Which companies take part?", "which companies take part?", chunks, [0]) == Enumeration()


def test_count_of_what_no_heading_lists_is_no_list() -> None:
    assert find_enumeration("Which three associations run it?", two_documents(), [0], 3) == []


def test_passages_with_names_of_their_own_are_a_list_of_any_length() -> None:
    texts = ("——创新引领。坚持甲。", "——开放合作。坚持乙。")
    chunks = [passage(text, "文件", "基本原则", at=20 * at) for at, text in enumerate(texts)]
    assert find_enumeration("基本原则有哪些", chunks, [], None) == [0, 1]
    plain = [passage(text, "文件", "基本原则", at=20 * at) for at, text in enumerate(("坚持甲，发展乙。", "统筹丙，加强丁。"))]
    assert find_enumeration("基本原则有哪些", plain, [], None) == []


def test_paragraphs_that_open_with_labels_are_a_list_though_one_begins_in_the_middle_of_another() -> None:
    first = passage("生活类消费。发展服务，扩大供给。", "意见", "重点领域", at=0)
    second = passage("公共类消费。\n推广在线服务，便民。", "意见", "重点领域", at=30)
    third = passage("行业类消费。培育平台，降低成本。", "意见", "重点领域", at=second.end)
    rest = passage("提高效率，保障安全。", "意见", "重点领域", at=third.end)
    chunks = [first, second, third, rest, passage("别的。", "意见", "其他", at=200)]
    assert find_enumeration("意见把重点领域划成了哪几类？请全部列出", chunks, [], None) == [0, 1, 2]
    assert find_enumeration("What are the three priority areas?", chunks, [], 3) == [0, 1, 2]


@pytest.mark.parametrize(
    "question",
    [
        "一共几项重大工程，都叫啥名字",
        "重大工程都叫啥",
        "把重大工程列全",
        "请列出全部重大工程",
        "重大工程，一项一项说全",
        "重大工程分几大块",
    ],
)
def test_other_ways_to_ask_for_all(question: str) -> None:
    chunks = [passage("正文。", "规划", "重大工程", f"（{n}）工程{n}", at=10 * at) for at, n in enumerate("一二三")]
    assert enumerate_asked(question, chunks, [], None) == Enumeration((0, 1, 2), True)


def test_heading_is_named_in_short_behind_words_of_its_document() -> None:
    chunks = [passage("正文。", "扩大消费意见", "重点领域", f"（{n}）领域{n}", at=10 * at) for at, n in enumerate("一二三")]
    assert enumerate_asked("县里要写方案，消费的重点到底分哪几大块？", chunks, [1], None) == Enumeration((0, 1, 2), True)
    for question, best in (("消费的重点分哪几块", []), ("农业的重点分哪几块", [1]), ("重点分哪几块", [1])):
        assert enumerate_asked(question, chunks, best, None) == Enumeration()


def test_document_that_is_not_there_has_no_list_of_this_one() -> None:
    chunks = two_documents()
    assert find_enumeration("深海渔业规划的主要任务有哪些", chunks, [0], None) == []
    assert find_enumeration("甲规划的主要任务有哪些", chunks, [], None) == [0, 1, 2]
    assert find_enumeration("三项主要任务", chunks, [0], 3, [named("丙方案")]) == [], "it has no text"


def test_articles_counted_through_a_document_are_its_articles() -> None:
    parts = ("一、总则", "（一）甲"), ("一、总则", "（二）乙"), ("二、任务", "（三）丙"), ("二、任务", "（四）丁")
    chunks = [passage("正文。", "加强管理意见", *path, at=10 * at) for at, path in enumerate(parts)]
    assert find_enumeration("管理意见一共几条", chunks, [], None) == [0, 1, 2, 3]
    assert find_enumeration("管理意见一共几块", chunks, [], None) == [0, 2]


def test_what_is_announced_is_listed_where_the_text_then_counts_it() -> None:
    texts = ("前言。", "面临三方面挑战：一方面来自高端。发达国家领先。", "另一方面来自低端。", "再一方面来自内部。", "首先是别的。")
    chunks = [passage(text, "文件", "形势", at=40 * at) for at, text in enumerate(texts)]
    assert find_enumeration("面临哪三方面的挑战", chunks, [0], 3) == [1, 2, 3]
    assert find_enumeration("面临哪些挑战", chunks, [2, 1], None) == [1, 2, 3]
    assert find_enumeration("What are the three challenges for industry?", chunks, [0], 3) == [1, 2, 3]
    assert find_enumeration("面临哪些挑战", chunks, [0], None) == [], "it is not among the best"


@pytest.mark.parametrize(
    ("question", "count"),
    [("要实现哪四个转变", 4), ("要完成哪些转变", None), ("要从什么变成什么", None), ("Four changes are urged. What are they?", 4)],
)
def test_changes_of_one_sentence_are_found_by_its_frame(question: str, count: int | None) -> None:
    text = "制造业需要从甲转变为乙；从丙转变为丁；从戊转变为己；从庚转变为辛。"
    chunks = [passage(t, "文件", "结语", at=60 * at) for at, t in enumerate(("转变很难；转变很慢。", text))]
    assert find_enumeration(question, chunks, [1], count) == [1]
    assert find_enumeration(question, chunks, [0], count) == [], "it is not among the best"


def test_passage_that_announces_the_count_stands_for_its_list() -> None:
    texts = ("总的情况。", "采取以下 6 项重要措施：甲、乙、丙、丁、戊、己。", "措施还有很多。")
    chunks = [passage(text, "文件", "概况", at=40 * at) for at, text in enumerate(texts)]
    assert find_enumeration("工业4.0六项措施", chunks, [0], 6) == [1]
    assert find_enumeration("工业4.0七项措施", chunks, [0], 7) == []


@pytest.mark.parametrize(
    ("question", "ordinal", "position"),
    [
        ("德国有什么主要特点 它的第二个特点是什么", 2, 3),
        ("德国有哪三个特点 第三个呢", 3, 5),
        ("最后一个特点是什么", -1, 5),
        ("第四个特点是什么", 4, None),
        ("第二项任务是什么", 2, None),
    ],
)
def test_one_thing_is_taken_by_its_number(question: str, ordinal: int, position: int | None) -> None:
    assert find_thing(question, headed("1 基础性", "2 策略性", "3 创新性"), [7], ordinal) == position


def test_things_of_one_passage_are_counted_one_by_one() -> None:
    chunks = [passage(text, "文件", "三项任务", at=20 * at) for at, text in enumerate(("一是提速。二是降费。", "三是普及。"))]
    assert find_thing("三项任务 第二项呢", chunks, [], 2) == 0
    assert find_thing("三项任务 第三项呢", chunks, [], 3) == 1
