"""Questions for a list, and the passages of the enumeration they ask for."""

import pytest
from tiny_policies import passage

from assistant.question.enumeration import count_asked, find_enumeration
from corpus.types import Chunk


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("德国工业4.0有哪五个特点", 5),
        ("八项工程各做什么", 8),
        ("3个方面的差异", 3),
        ("十类产品", 10),
        ("十二项任务是什么", 12),
        ("二十条措施", 20),
        ("一个规划里的五个特点", 5),
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
        ("五个百分点", None),
        ("What does the 13th Five-Year Plan say?", None),
        ("within five years", None),
        ("特点有哪些", None),
    ],
)
def test_count_is_read_where_the_question_asks_for_a_list(question: str, count: int | None) -> None:
    assert count_asked(question) == count


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
    assert find_enumeration("三个特点", chunks, [7], 3) == [], "the best passage stands elsewhere"


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
