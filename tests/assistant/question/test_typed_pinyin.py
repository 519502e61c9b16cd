"""Pinyin typed for the corpus's words, and English that only looks like it."""

import pytest

from assistant.question.sound import sound
from assistant.question.typed_pinyin import PinyinReader

WORDS = ("背景", "工业", "云计算", "归定", "根底", "长远", "我们", "盘达", "产能")
READER = PinyinReader({sound(word): word for word in (*WORDS, "北京")} | {"beijin": "背景", "guidin": "归定"}, "北京的工业与云计算")


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("gongye 有什么目标", {"gongye": "工业"}),
        ("yun ji suan", {"yun ji suan": "云计算"}),
        ("what is yun ji suan", {"yun ji suan": "云计算"}),
        ("beijing 有哪些", {"beijing": "北京"}),
        ("shenzhen 有哪些", {}),
        ("guiding 意见", {}),
        ("What are the guiding opinions, gongye?", {}),
        ("How do women change gender?", {}),
    ],
)
def test_pinyin_is_read_and_english_is_not(question: str, read: dict[str, str]) -> None:
    assert READER.read(question) == read
