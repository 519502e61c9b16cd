"""What is said before a question is taken off, and nothing of the question."""

import pytest

from assistant.question.filler import strip_filler


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("请问一下,贵州怎么样", "贵州怎么样"),
        ("请问您知道工业互联网是什么吗", "工业互联网是什么吗"),
        ("你能不能告诉我PUE是什么", "PUE是什么"),
        ("我就想问问啊那啥宽带提速", "宽带提速"),
        ("你好!能帮我查一下光网吗", "光网吗"),
        ("请介绍一下大数据", "大数据"),
        ("hello, what is PUE", "what is PUE"),
        ("Could you please tell me what is PUE", "what is PUE"),
        ("好的，谢谢，那农村呢", "那农村呢"),
        ("OK那农村呢", "那农村呢"),
        ("明白了。谁负责？", "谁负责？"),
        ("原来如此！5G什么时候商用", "5G什么时候商用"),
        ("OK, and by when?", "and by when?"),
        ("Thanks! So who pays?", "So who pays?"),
        ("Right, what about rural areas", "what about rural areas"),
        ("Hi there, I'd like to know about 5G", "5G"),
    ],
)
def test_filler_is_taken_off(typed: str, left: str) -> None:
    assert strip_filler(typed) == left


@pytest.mark.parametrize(
    "typed",
    [
        "hi-tech plan",
        "历史上的宽带",
        "给我国带来什么",
        "你知道的有哪些",
        "要求有哪些",
        "you may know",
        "好处有哪些",
        "行政村通光纤",
        "对等开放",
        "right to data",
        "great projects",
        "No. 40 document",
        "谢谢",
        "OK",
        "请问",
        "您好!请问",
    ],
)
def test_question_without_filler_or_of_nothing_else_stays(typed: str) -> None:
    assert strip_filler(typed) == typed
