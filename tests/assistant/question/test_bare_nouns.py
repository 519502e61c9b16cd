"""Nouns that say nothing without what they are of."""

import pytest

from assistant.question.bare_nouns import is_bare_noun


@pytest.mark.parametrize(
    "question",
    [
        *("应对措施是什么", "后果是什么？", "主要难点有哪些", "预算多少", "好处", "政策依据是什么", "What is the aim?"),
        *("what are the main challenges?", "What's the budget"),
    ],
)
def test_noun_of_something_else_is_bare(question: str) -> None:
    assert is_bare_noun(question)


@pytest.mark.parametrize(
    "question", ["宽带目标是什么", "云计算", "信息消费的好处有哪些", "What is the aim of the Guide?", "What is the internet?"]
)
def test_noun_that_says_of_what_is_not(question: str) -> None:
    assert not is_bare_noun(question)
