"""Which questions lean on the one before, and what they take from it."""

import json
from pathlib import Path

import pytest

from assistant.question.follow_up import carry_over, leans
from evaluation.topics import QUESTIONS

LEANING = [
    *("那农村呢？", "那到2020年呢？", "它的第二个特点是什么", "其中哪些要在2020年完成", "具体怎么做", "城镇地区的宽带接入能力呢？"),
    *("And in the countryside?", "What about rural areas?", "How is it to be paid for?", "目标是多少", "这些工程由谁负责"),
    *("没听懂，再解释一下", "继续", "explain that", "农村", "到2020年", "by 2020", "how many?", "怎么实现", "第五个特点是什么？"),
]
STANDING = [
    *("农村宽带要提速到多少兆？", "其他国家怎么应对工业4.0的挑战", "What does the plan say about rural broadband?"),
    *("信息消费的规模目标是多少", "再工业化战略是哪国提出的", "Which regions are to get 4G coverage first?", "德国工业4.0有哪五个特点？"),
    *("北斗导航", "云计算", "5G商用时间", "PUE是什么", "what is PUE?", "cloud computing"),  # short, but a subject of their own
    "德国工业4.0的第五个特点是什么？",
]


@pytest.mark.parametrize("question", LEANING)
def test_question_that_says_too_little_leans(question: str) -> None:
    assert leans(question)


@pytest.mark.parametrize("question", STANDING)
def test_question_that_says_all_stands_alone(question: str) -> None:
    assert not leans(question)
    assert carry_over(question, ["城镇宽带要多快？"]) == ()


def test_without_history_nothing_is_carried() -> None:
    assert carry_over("那农村呢？", []) == ()


def test_follow_up_takes_the_question_before_it_and_no_more() -> None:
    history = ["德国工业4.0有哪五个特点？", "城镇地区的光网要达到多少兆？"]
    assert carry_over("那农村呢？", history) == ("城镇地区的光网要达到多少兆？",)


def test_chain_of_follow_ups_goes_back_to_the_question_that_began_it() -> None:
    history = ["德国工业4.0有哪五个特点？", "城镇地区的光网要达到多少兆？", "那农村呢？"]
    assert carry_over("那到2020年呢？", history) == ("城镇地区的光网要达到多少兆？", "那农村呢？")


def test_chain_that_no_question_began_is_carried_whole() -> None:
    assert carry_over("那费用呢？", ["那农村呢？", "它呢？"]) == ("那农村呢？", "它呢？")


@pytest.mark.parametrize("file", ["judged.jsonl", "answerable.jsonl", "twins.jsonl"])
def test_nearly_all_judged_follow_ups_are_recognised(file: str) -> None:
    rows = [json.loads(line) for line in Path(QUESTIONS / file).read_text(encoding="utf-8").splitlines()]
    follow_ups = [row["question"] for row in rows if row.get("history")]
    assert follow_ups and sum(map(leans, follow_ups)) / len(follow_ups) >= 0.9
