"""What is said when there is no answer, for every reason in both languages."""

from typing import get_args

import pytest

from assistant.types import Reason, ReasonKind
from assistant.wording import reason_text


@pytest.mark.parametrize(
    ("reason", "chinese", "english"),
    [
        (Reason("nothing_found"), "文件里没有找到与这个问题有关的内容。", "Nothing in the notes has to do with this question."),
        (
            Reason("not_answered"),
            "文件里没有回答这个问题。下面是最接近的段落，仅供参考，不是答案。",
            "The notes do not answer this question. The nearest passages below are not an answer.",
        ),
        (
            Reason("unknown_name", ("韩国", "三星")),
            "文件里没有提到“韩国”、“三星”。下面是最接近的段落，仅供参考，不是答案。",
            "The notes do not mention ‘韩国’, ‘三星’. The nearest passages below are not an answer.",
        ),
        (
            Reason("empty_section", ("甲", "乙")),
            "文件里《甲》、《乙》只有标题，没有正文。",
            "The notes have only the heading of 《甲》, 《乙》, not its text.",
        ),
        (
            Reason("unknown_place", ("第七篇",)),
            "文件里没有“第七篇”这一处。下面是最接近的段落，仅供参考，不是答案。",
            "The notes have no ‘第七篇’. The nearest passages below are not an answer.",
        ),
        (
            Reason("lost_table", ("甲",)),
            "文件里《甲》这张表只留下了标题和注，表中的内容缺失，无从回答。",
            "Of the table 《甲》 the notes have only the caption and the note; its contents are missing.",
        ),
    ],
)
def test_reason_is_said_in_both_languages(reason: Reason, chinese: str, english: str) -> None:
    assert (reason_text(reason, "zh"), reason_text(reason, "en")) == (chinese, english)


@pytest.mark.parametrize("kind", get_args(ReasonKind))
def test_every_reason_has_its_words(kind: ReasonKind) -> None:
    for language in ("zh", "en"):
        text = reason_text(Reason(kind, ("甲",)), language)
        assert text and "{" not in text
