"""Questions with several sides are split into one question a side."""

import pytest

from assistant.question.comparison import split_sides
from assistant.question.reading import QuestionReader

CUT = {"协同机构方面德国": ["协同", "机构", "方面", "德国"], "美国": ["美国"], "我国": ["我国"], "指南": ["指南"]}


def cut(text: str) -> list[str]:
    return CUT.get(text, [text])


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("在协同机构方面德国和我国各有什么安排？", ("在协同机构方面德国各有什么安排？", "在协同机构方面我国各有什么安排？")),
        ("税收方面，指南和意见各提了什么？", ("税收方面，指南各提了什么？", "税收方面，意见各提了什么？")),
        ("美国、欧盟和日本各自出了什么举措？", ("美国各自出了什么举措？", "欧盟各自出了什么举措？", "日本各自出了什么举措？")),
        ("“引进来”和“走出去”分别靠什么办法？", ("引进来分别靠什么办法？", "走出去分别靠什么办法？")),
        (
            "How do Made in China 2025 and Industry 4.0 differ?",
            ("How do Made in China 2025 differ?", "How do Industry 4.0 differ?"),
        ),
    ],
)
def test_each_side_is_asked_by_itself(question: str, sides: tuple[str, ...]) -> None:
    assert split_sides(question, cut) == sides


@pytest.mark.parametrize(
    "question",
    [
        *("德国和我国的安排是什么", "各地要做什么", "各级政府和企业要做什么", "有什么不同的要求", "各有什么安排"),
        *("Germany and China cooperate on what?", "How do the plans help each other?"),
    ],
)
def test_question_with_one_side_is_not_split(question: str) -> None:
    assert split_sides(question, cut) == ()


def test_first_side_is_as_many_words_long_as_the_last(reader: QuestionReader) -> None:
    understood = reader.read("跨境信息通道，十三五规划和国发〔2017〕40号各怎么说？", ())
    assert understood.sides == ("跨境信息通道,十三五规划各怎么说?", "跨境信息通道,国发〔2017〕40号各怎么说?")
