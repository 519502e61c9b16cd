"""Words that name something, and where they stand in print."""

import pytest

from assistant.question.words import content_words, find_printed


def test_words_that_ask_or_link_are_left_out_and_the_rest_keep_their_order() -> None:
    assert content_words(["农村", "的", "宽带", "怎么", "提速", "宽带", "what", "is", "pue"]) == ["农村", "宽带", "提速", "pue"]


@pytest.mark.parametrize("word", ["任务", "安全", "重大", "加强", "扩大", "移动", "建设", "目标", "国家"])
def test_words_of_policy_are_never_taken_for_function_words(word: str) -> None:
    assert content_words([word]) == [word]


@pytest.mark.parametrize(
    ("words", "text", "printed"),
    [
        (["工业4.0"], "德国工业 4.0 的特点", ("工业 4.0",)),
        (["中国制造2025"], "《中国制造 ２０２５》", ("中国制造 ２０２５",)),
        (["pue"], "效率（ＰＵＥ）低于 1.5", ("ＰＵＥ",)),
        (["网络"], "網絡強國", ("網絡",)),
        (["跨部门"], "跨部\n门数据", ("跨部\n门",)),
        (["5g"], "5G 与 15G", ("5G",)),
        (["5g"], "只有 15G 和 5GHz", ()),
        (["ai"], "said TRAIN aid", ()),
        (["ai"], "发展AI技术", ("AI",)),
        (["宽带", "宽带中国"], "宽带中国战略", ("宽带中国",)),
        (["宽带", "资费"], "资费和宽带", ("宽带", "资费")),
        (["a.b"], "axb", ()),
        ([], "宽带", ()),
    ],
)
def test_word_is_found_as_it_is_printed(words: list[str], text: str, printed: tuple[str, ...]) -> None:
    assert find_printed(words, text) == printed
    assert all(piece in text for piece in printed)


def test_text_whose_width_changes_when_folded_keeps_its_offsets() -> None:
    assert find_printed(["宽带"], "ﬁ㎒ ½ 宽带") == ("宽带",)
