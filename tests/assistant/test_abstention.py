"""The rule of abstention: a logistic sum of named signals, and what it says on questions nobody could answer from the notes."""

import math

import pytest

from assistant.abstention import Rule
from assistant.assistant import Assistant
from assistant.types import Abstention, Answer, Reason


def test_the_chance_is_the_logistic_of_the_weighted_deviations() -> None:
    rule = Rule({"late": (0.5, 0.1, -2.0), "verdict": (0.0, 1.0, -1.0)}, bias=0.5, limit=0.6)
    assert rule.chance({"late": 0.6, "verdict": 0.25}) == pytest.approx(1 / (1 + math.exp(-(0.5 - 2.0 - 0.25))))


def test_the_rule_that_ships_knows_every_signal(assistant: Assistant) -> None:
    signals = assistant.signals("农村上网网速提多快？")
    assert signals is not None
    assert set(Rule.read().weights) == set(signals.values)


@pytest.mark.parametrize(
    "question", ["今天天气怎么样？", "红烧肉怎么做才不柴？", "Who won the NBA finals last season?", "帮我写一首关于月亮的诗"]
)
def test_other_subjects_are_refused(assistant: Assistant, question: str) -> None:
    response = assistant.ask(question)
    assert isinstance(response, Abstention)
    assert response.nearest


@pytest.mark.parametrize(
    "question",
    ["到2020年信息消费规模预计多大？", "德国工业4.0有哪五个重要特点？", "双随机一公开", "When is 5G to be launched commercially?"],
)
def test_what_the_notes_plainly_say_is_answered(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.ask(question), Answer)


def test_a_country_that_the_notes_lack_is_named_in_the_refusal(assistant: Assistant) -> None:
    response = assistant.ask("2035年韩国半导体产业的出口目标是多少亿美元？")
    assert isinstance(response, Abstention)
    assert response.reason.kind == "unknown_name"
    assert {"2035", "韩国"} <= set(response.reason.terms)


def test_without_the_step_nothing_found_is_ever_refused(assistant: Assistant) -> None:
    from assistant.question.reading import Steps

    lenient = Assistant(assistant.index, steps=Steps(abstention=False))
    assert isinstance(lenient.ask("今天天气怎么样？"), Answer)


@pytest.mark.parametrize(("question", "name"), [("十四五规划怎么说数字经济", "十四五"), ("6G什么时候商用", "6G")])
def test_a_name_that_the_notes_lack_decides_alone(assistant: Assistant, question: str, name: str) -> None:
    response = assistant.ask(question)
    assert isinstance(response, Abstention) and response.reason == Reason("unknown_name", (name,))
