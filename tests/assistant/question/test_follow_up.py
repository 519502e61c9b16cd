"""Which questions lean on the one before, and what they take from it."""

import json
from pathlib import Path

import pytest

from assistant.question.follow_up import Nearness, carry_over, leans
from evaluation.topics import QUESTIONS

LEANING = [
    *("那农村呢？", "那到2020年呢？", "它的第二个特点是什么", "其中哪些要在2020年完成", "具体怎么做", "城镇地区的宽带接入能力呢？"),
    *("And in the countryside?", "What about rural areas?", "How is it to be paid for?", "目标是多少", "这些工程由谁负责"),
    *("好处呢，有啥机会？", "OK, and the opportunities on the other side?", "for whom?", "Any penalties?", "好的，那农村呢"),
    *(
        "同一年美国做了什么？",
        "当年日本出台了什么战略？",
        "Could that be extended to the whole country?",
        "Is this to be paid for by the provinces?",
    ),
    *("What should China do on this point?", "Who pays for that?"),
    *("怎么处罚？", "能质押吗？", "有奖励吗", "一共几项？", "谁来牵头"),
    *("没听懂，再解释一下", "继续", "explain that", "农村", "到2020年", "by 2020", "how many?", "怎么实现", "第五个特点是什么？"),
]
STANDING = [
    *("农村宽带要提速到多少兆？", "其他国家怎么应对工业4.0的挑战", "What does the plan say about rural broadband?"),
    *("信息消费的规模目标是多少", "再工业化战略是哪国提出的", "Which regions are to get 4G coverage first?", "德国工业4.0有哪五个特点？"),
    *("北斗导航", "云计算", "5G商用时间", "PUE是什么", "what is PUE?", "cloud computing"),  # short, but a subject of their own
    *("德国工业4.0的第五个特点是什么？", "官家攒下的那些数，普通人能用吗？", "“宽带中国”这个工程总投资要多少？", "ITSS那个行动计划管几年"),
    *("这份学习笔记是谁整理的？", "Does it mention blockchain?", "What do these notes say about online fraud?"),
    *("How large a fine does an app pay if it sells personal data?",),
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


def ask_nearness(answer: bool) -> tuple[list[tuple[str, str]], Nearness]:
    """A nearness that always answers this, and what it was asked."""
    asked: list[tuple[str, str]] = []

    def is_near(question: str, earlier: str) -> bool:
        asked.append((question, earlier))
        return answer

    return asked, is_near


@pytest.mark.parametrize("near", [True, False])
@pytest.mark.parametrize(
    "question", ["站点要铺到几成？", "区块链怎么发展？", "封装测试", "Who evaluates quality?", "NFV 怎么搞", "北斗怎么用", "农村有吗"]
)
def test_question_of_one_thing_leans_where_its_answer_is_near(question: str, near: bool) -> None:
    asked, is_near = ask_nearness(near)
    assert carry_over(question, ["信息进村入户是怎么安排的？"], is_near) == (("信息进村入户是怎么安排的？",) if near else ())
    assert asked == [(question, "信息进村入户是怎么安排的？")]


@pytest.mark.parametrize("question", ["信息产业发展指南管的是哪几年？", "Which laws does the Guide want pushed through?", "那农村呢？"])
def test_form_decides_alone_where_it_is_plain(question: str) -> None:
    asked, is_near = ask_nearness(True)
    carry_over(question, ["信息进村入户是怎么安排的？"], is_near)
    assert asked == []


def test_question_of_one_thing_is_compared_with_all_that_the_one_before_it_leans_on() -> None:
    asked, is_near = ask_nearness(True)
    history = ["德国工业4.0有哪五个特点？", "城镇地区的光网要达到多少兆？", "那农村呢？"]
    assert carry_over("站点要铺到几成？", history, is_near) == tuple(history[1:])
    assert asked == [("站点要铺到几成？", "城镇地区的光网要达到多少兆？ 那农村呢？")]


def test_chain_goes_on_through_a_question_of_one_thing() -> None:
    _, is_near = ask_nearness(True)
    history = ["信息进村入户是怎么安排的？", "站点要铺到几成？"]
    assert carry_over("那到什么时候？", history, is_near) == tuple(history)
    assert carry_over("那到什么时候？", history) == ("站点要铺到几成？",)


@pytest.mark.parametrize("file", ["judged.jsonl", "answerable.jsonl", "twins.jsonl"])
def test_nearly_all_judged_follow_ups_are_recognised(file: str) -> None:
    rows = [json.loads(line) for line in Path(QUESTIONS / file).read_text(encoding="utf-8").splitlines()]
    follow_ups = [row["question"] for row in rows if row.get("history")]
    assert follow_ups and sum(map(leans, follow_ups)) / len(follow_ups) >= 0.9
