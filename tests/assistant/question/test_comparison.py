"""Questions with several sides are split into one question a side."""

import re

import pytest

from assistant.question.comparison import split_sides
from assistant.question.reading import QuestionReader

WORDS = "公共数据|个人|数据|协同|机构|方面|德国|美国|日本|我国|指南|农村|城镇|宽带|目标|再工业化|信息|消费|意见|十三五|规划|比较|重大|工程"


def cut(text: str) -> list[str]:
    """The words above, and every other character by itself."""
    return re.findall(WORDS + r"|[A-Za-z\d.]+|.", text)


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("在协同机构方面德国和我国各有什么安排？", ("在协同机构方面德国各有什么安排？", "在协同机构方面我国各有什么安排？")),
        ("税收方面，指南和意见各提了什么？", ("税收方面，指南各提了什么？", "税收方面，意见各提了什么？")),
        ("美国、欧盟和日本各自出了什么举措？", ("美国各自出了什么举措？", "欧盟各自出了什么举措？", "日本各自出了什么举措？")),
        ("“引进来”和“走出去”分别靠什么办法？", ("引进来分别靠什么办法？", "走出去分别靠什么办法？")),
        ("德国、美国、日本各采取什么战略", ("德国各采取什么战略", "美国各采取什么战略", "日本各采取什么战略")),
        ("农村和城镇宽带目标对比", ("农村宽带目标对比", "城镇宽带目标对比")),
        ("美国跟德国再工业化有何区别", ("美国再工业化有何区别", "德国再工业化有何区别")),
        ("4G和5G目标有什么不同", ("4G目标有什么不同", "5G目标有什么不同")),
        ("十三五规划和指南各怎么说", ("十三五规划各怎么说", "指南各怎么说")),
        ("宽带方面十三五规划和指南各怎么说", ("宽带方面十三五规划各怎么说", "宽带方面指南各怎么说")),
        ("十三五的重大工程和40号文各怎么定调", ("十三五的重大工程各怎么定调", "40号文各怎么定调")),
        ("德国的目标和我国的目标差在哪里", ("德国的目标差在哪里", "我国的目标差在哪里")),
        ("农村和城镇宽带，规划与指南有什么不同", ("农村和城镇宽带，规划有什么不同", "农村和城镇宽带，指南有什么不同")),
        ("个人数据和公共数据各怎么保护", ("个人数据各怎么保护", "公共数据各怎么保护")),
        (
            "德国在战略思想、战略基础、战略措施方面和美国有哪些差异",
            ("在战略思想、战略基础、战略措施方面，德国有哪些差异", "在战略思想、战略基础、战略措施方面，美国有哪些差异"),
        ),
        ("德国和美国在基础、措施方面有哪些差异", ("德国在基础、措施方面有哪些差异", "美国在基础、措施方面有哪些差异")),
        ("比较德国和日本的目标", ("比较德国的目标", "比较日本的目标")),
        ("Compare Germany and Japan", ("Compare Germany", "Compare Japan")),
        ("the plan versus the guide on cloud", ("the plan on cloud", "the guide on cloud")),
        ("What are the differences between 4G and 5G?", ("What are the differences between 4G?", "What are the differences between 5G?")),
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
        *("五个特点分别与什么相关", "生产、流通各环节", "比较好的办法和措施是什么", "在安全、流通方面，各部门做什么"),
        *("德国和我国的安排是什么", "各地要做什么", "各级政府和企业要做什么", "有什么不同的要求", "各有什么安排"),
        *("资源和业务各层面怎么管理", "东部和西部如何形成差异化发展格局"),
        *("Germany and China cooperate on what?", "How do the plans help each other?"),
    ],
)
def test_question_with_one_side_is_not_split(question: str) -> None:
    assert split_sides(question, cut) == ()


def test_first_side_is_as_many_words_long_as_the_last(reader: QuestionReader) -> None:
    understood = reader.read("跨境信息通道，十三五规划和国发〔2017〕40号各怎么说？", ())
    assert understood.sides == ("跨境信息通道,十三五规划各怎么说?", "跨境信息通道,国发〔2017〕40号各怎么说?")
