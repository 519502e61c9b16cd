"""Words for BM25: jieba in search mode, with the corpus's own terms, and bigrams beneath."""

import pytest

from index.tokenizer import WordTokenizer, bigrams


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("宽带网络", ["宽带", "网络"]),
        ("中华人民共和国", ["中华", "华人", "人民", "共和", "共和国", "中华人民共和国"]),
        ("中國製造 ２０２５", ["中国", "制造", "2025"]),
        ("工业 4.0", ["工业", "4.0", "4", "0"]),
        ("TD-LTE 网络", ["td-lte", "td", "lte", "网络"]),
        ("互联网+行动", ["互联", "联网", "互联网", "行动"]),
        ("Villages get fibre by 2020.", ["villages", "get", "fibre", "by", "2020"]),
        ("，。 ！", []),
        ("", []),
    ],
)
def test_words_are_cut_in_search_mode(text: str, words: list[str], tokenizer: WordTokenizer) -> None:
    assert tokenizer.words(text) == words


def test_a_term_of_the_corpus_is_cut_as_one_word_and_its_parts() -> None:
    terms = WordTokenizer(["双随机一公开", "两化融合"])
    assert terms.words("双随机一公开")[-1] == "双随机一公开"
    assert "两化融合" in terms.words("推进两化融合发展")
    assert "融合" in terms.words("推进两化融合发展")
    assert terms.plain_words("推进两化融合发展") == ["推进", "两化融合", "发展"]
    assert terms.knows("两化融合")


def test_a_word_that_is_in_no_dictionary_is_cut_apart(tokenizer: WordTokenizer) -> None:
    assert not tokenizer.knows("投贷联动")
    assert "投贷联动" not in tokenizer.words("推进投贷联动")


def test_plain_words_hold_every_character_of_the_han_runs_once(tokenizer: WordTokenizer) -> None:
    assert "".join(tokenizer.plain_words("建设 100 个信息物理系统（CPS）标准")) == "建设个信息物理系统标准"


def test_bigrams_are_all_neighbours_within_a_run() -> None:
    assert bigrams("投贷联动，試點 5G") == ["投贷", "贷联", "联动", "试点"]
    assert bigrams("字 a") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("韩国和大湾区的规划", ["韩国", "大湾区"]),  # the dictionary has 大湾
        ("华为在国务院", ["华为", "国务院"]),
        ("谢谢，文件印发了", []),
        ("韩国的韩国", ["韩国"]),
    ],
)
def test_proper_names_are_whole_and_no_ordinary_words(text: str, names: list[str], tokenizer: WordTokenizer) -> None:
    assert tokenizer.proper_names(text) == names
