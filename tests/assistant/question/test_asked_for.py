"""What a question asks for: a number, a time, a person or body; nouns alone ask too."""

import re

import pytest

from assistant.question.asked_for import ASKS_NUMBER, ASKS_WHEN, ASKS_WHO


@pytest.mark.parametrize(
    "question", ["杭州跨境电商交易额", "移动互联网用户数是？", "战略预算有多高", "工信部的电话", "资费要降百分之几", "5G 普及率 2020年"]
)
def test_nouns_of_amount_ask_for_a_number(question: str) -> None:
    assert ASKS_NUMBER.search(question)


@pytest.mark.parametrize("question", ["如何控制预算支出", "电话用户的权益", "价格有关的规定", "数量庞大的设备", "网络设施怎么建"])
def test_the_same_nouns_before_others_do_not(question: str) -> None:
    assert not ASKS_NUMBER.search(question)


@pytest.mark.parametrize(
    ("pattern", "question"),
    [
        (ASKS_WHO, "中国铁塔公司的总裁"),
        (ASKS_WHO, "国务院总理叫什么"),
        (ASKS_WHO, "the CEO of China Tower"),
        (ASKS_WHEN, "5G商用时间"),
        (ASKS_WHEN, "完成期限是"),
    ],
)
def test_nouns_of_office_and_of_time_ask_for_them(pattern: re.Pattern[str], question: str) -> None:
    assert pattern.search(question)


def test_time_that_is_not_asked_for() -> None:
    assert not ASKS_WHEN.search("缩短时间间隔的办法")
