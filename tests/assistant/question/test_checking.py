"""A question that cannot be asked is told so in both languages; one that can is cleaned."""

import pytest

from assistant.errors import QuestionError
from assistant.question import check_question, detect_language
from assistant.question.checking import keep_askable

BAD = [
    ("", "blank", "问题是空的。请输入一个问题。", "The question is empty. Type a question."),
    (" \t\n\u3000", "blank", "问题是空的。请输入一个问题。", "The question is empty. Type a question."),
    ("\u200b\ufeff\u2066", "blank", "问题是空的。请输入一个问题。", "The question is empty. Type a question."),
    (
        "宽" * 1001,
        "too_long",
        "问题有 1,001 个字符，最多 1000 个。请缩短后再问。",
        "The question has 1,001 characters; at most 1000 are allowed.",
    ),
    ("宽" * 2**20, "too_long", "问题有 1,048,576 个字符", "The question has 1,048,576 characters"),
    ("宽带\x00提速", "control_character", "问题里有控制字符 U+0000。请删去后再问。", "holds the control character U+0000. Remove it"),
    ("宽带\x1b[31m", "control_character", "问题里有控制字符 U+001B。", "holds the control character U+001B."),
    ("宽带\ud83d提速", "control_character", "问题里有控制字符 U+D83D。", "holds the control character U+D83D."),
    ("ブロードバンドはどうなりますか", "language", "问题是用日文写的。请用中文或英文提问。", "The question is written in Japanese."),
    ("광대역 인터넷", "language", "问题是用韩文写的。", "The question is written in Korean. Ask in Chinese or English."),
    ("Что сказано о связи?", "language", "问题是用俄文写的。", "The question is written in Russian."),
    ("ما هي الخطة", "language", "问题是用阿拉伯文写的。", "The question is written in Arabic."),
    ("แผนคืออะไร", "language", "问题是用泰文写的。", "The question is written in Thai."),
    ("😀🎉👍🏽", "no_words", "问题“😀🎉👍🏽”里没有文字。请用中文或英文提问。", "“😀🎉👍🏽” holds no words. Ask in Chinese or English."),
    ("？！……", "no_words", "问题“？！……”里没有文字。", "“？！……” holds no words."),
]


@pytest.mark.parametrize(("question", "problem", "chinese", "english"), BAD, ids=[f"{at}-{row[1]}" for at, row in enumerate(BAD)])
def test_bad_question_is_told_what_to_change_in_both_languages(question: str, problem: str, chinese: str, english: str) -> None:
    with pytest.raises(QuestionError) as caught:
        check_question(question)
    assert caught.value.problem == problem
    assert caught.value.text("zh").startswith(chinese) and english in caught.value.text("en")
    assert str(caught.value) == f"{caught.value.text('zh')} / {caught.value.text('en')}"
    assert len(str(caught.value)) < 250, "the question itself is not repeated at length"


@pytest.mark.parametrize(
    ("question", "cleaned"),
    [
        ("宽" * 1000, "宽" * 1000),
        ("  农村\t宽带\r\n怎么\u3000提速？ ", "农村 宽带 怎么 提速？"),
        ("农\u200b村\u00ad宽带\u202e提速\u2069", "农村宽带提速"),
        ("ＰＵＥ２０２５", "ＰＵＥ２０２５"),
        ("５Ｇ", "５Ｇ"),
        ("日本的“インダストリー”战略在这份文件里是怎么评价的，与德国的工业四点零相比有什么不同之处呢", None),
        ("What does the note say about the word 광대역 in connection with broadband?", None),
        ("宽带😀提速", "宽带😀提速"),
        ("5", "5"),
    ],
)
def test_question_that_can_be_asked_is_cleaned_and_nothing_else(question: str, cleaned: str | None) -> None:
    assert check_question(question) == (cleaned or question)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("农村宽带", "zh"),
        ("PUE 是多少", "zh"),
        ("What is PUE?", "en"),
        ("5G", "en"),
        ("中國製造", "zh"),
        ("O2O online education 怎么推", "zh"),
    ],
)
def test_any_han_character_makes_a_question_chinese(question: str, language: str) -> None:
    assert detect_language(question) == language


def test_earlier_questions_that_could_not_be_asked_are_left_out() -> None:
    assert keep_askable(["农村\n宽带", "", "a\x00", "宽" * 1001, "\ud83d", "5G？"]) == ("农村 宽带", "5G？")
