"""Other names of what the corpus names."""

import pytest

from assistant.question.aliases import Aliases

PAIRS = [("信息物理系统", "CPS"), ("长期演进", "TD-LTE")]
CORPUS = "推进信息物理系统(cps)和物联网建设,落实十三五规划。发展5g,低碳pue。云计算、信息和通信技术。"


@pytest.fixture
def aliases() -> Aliases:
    return Aliases(PAIRS, CORPUS)


@pytest.mark.parametrize(
    ("question", "added"),
    [
        ("What does it say about IoT?", ("物联网",)),
        ("internet of things", ("物联网",)),
        ("ＩｏＴ 怎么发展", ("物联网",)),
        ("What is CPS?", ("信息物理系统",)),
        ("cyber-physical systems", ("信息物理系统", "cps")),
        ("13th Five-Year Plan", ("十三五",)),
        ("数据中心能源使用效率", ("pue",)),
        ("第五代移动通信", ("5g",)),
        ("云端运算", ("云计算",)),
        ("信息通信技术", ("信息和通信技术",)),
    ],
)
def test_name_of_the_corpus_is_added_to_another_writing(aliases: Aliases, question: str, added: tuple[str, ...]) -> None:
    assert set(aliases.expand(question)) == set(added)


@pytest.mark.parametrize(
    "question", ["物联网怎么发展", "信息物理系统", "biotech", "capsule CPSX", "artificial intelligence", "big data", "宽带"]
)
def test_nothing_is_added_to_a_name_that_the_corpus_uses_or_to_one_it_lacks(aliases: Aliases, question: str) -> None:
    assert aliases.expand(question) == ()


def test_each_name_is_added_once(aliases: Aliases) -> None:
    assert aliases.expand("IoT, the Internet of Things").count("物联网") == 1


def test_names_are_those_of_what_the_corpus_names(aliases: Aliases) -> None:
    names = aliases.names()
    assert {"物联网", "iot", "internet of things", "cps", "13th five-year plan"} <= names
    assert names.isdisjoint({"人工智能", "ai", "td-lte", "长期演进"})
