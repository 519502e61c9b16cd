"""Questions that name their subject stand alone, whatever small words they hold; those that do not lean on the one before."""

import pytest

from assistant.question.follow_up import carry_over, leans


@pytest.mark.parametrize(
    "question",
    [
        *("How does the Guide solve the last mile problem of broadband?", "What is the second industrialisation?"),
        *("What is IT infrastructure?", "IT 基础设施有哪些", "Is there a policy on e-commerce?", "How does Germany protect its industry?"),
        *("Are there measures to protect the elderly?", "How do people in rural areas get their broadband?"),
        *("企业应该怎么保护用户数据", "该不该限制数据出境", "企业如何提高其核心竞争力", "德国在竞争中面临压力，它采取了什么战略"),
        *("尤其是农村地区宽带怎么建设", "标准及其制定由哪个部门负责", "如何加强基础研究呢？", "解释一下信息物理系统", "请详细介绍云计算"),
        *("Please explain cyber-physical systems", "继续教育的在线资源怎么开发", "展开信息消费体验活动", "不太明白什么是PUE"),
        *("不懂信息技术的老年人怎么培训", "具体实施方案由谁制定", "具体到农村，宽带有什么目标", "另外想问电信资费怎么降"),
        *("同样是制造业，德国有什么优势", "而德国的战略措施有哪些", "这些年网络零售增长如何"),
    ],
)
def test_question_with_a_subject_carries_nothing(question: str) -> None:
    assert carry_over(question, ["北斗导航"]) == ()


@pytest.mark.parametrize(
    "question",
    [
        *("应对措施是什么", "基本原则是什么", "要求是什么", "怎么实现它的目标", "规划怎么评价它", "What are their goals?"),
        *("How do they pay for it?", "Who is responsible there?", "再详细说说", "怎么实现呢", "具体措施有哪些", "再往前一年发布了什么？"),
        *("该规划有哪些任务", "其中哪些要在2020年完成", "目标是多少呢", "What about the second one?", "再说说农村"),
    ],
)
def test_question_without_a_subject_leans(question: str) -> None:
    assert leans(question)
