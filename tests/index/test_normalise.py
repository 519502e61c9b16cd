"""One way of writing for searching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.normalise import normalise, simplify, simplify_question


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("中國製造 ２０２５", "中国制造2025"),
        ("中国制造 2025", "中国制造2025"),
        ("工业 4.0", "工业4.0"),
        ("第 1 章", "第1章"),
        ("98% 的行政村", "98%的行政村"),
        ("ＴＤ－ＬＴＥ", "td-lte"),
        ("（ＣＰＳ）", "(cps)"),
        ("5G 商用", "5g商用"),
        ("Industry 4.0 战略", "industry 4.0战略"),
        ("Broadband for Villages", "broadband for villages"),
        ("後來的網路頻寬", "后来的网路频宽"),
        ("宽带\t网络", "宽带网络"),
        ("一行\n二行", "一行\n二行"),
        ("①", "1"),
        ("", ""),
    ],
)
def test_all_writings_of_one_thing_become_the_same(written: str, searched: str) -> None:
    assert normalise(written) == searched


@given(st.text(st.sampled_from("中國国製造2０Ａa 　%．.（(着著乾干發後\n①ﬁ"), max_size=30))
def test_what_is_normalised_stays_as_it_is(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(max_size=40))
def test_simplifying_keeps_the_length(text: str) -> None:
    assert len(simplify(text)) == len(text)


@pytest.mark.parametrize(
    ("asked", "searched"),
    [
        ("資訊安全", "信息安全"),
        ("軟體和網路頻寬", "软件和网络带宽"),
        ("人工智慧與區塊鏈", "人工智能与区块链"),
        ("積體電路產業", "集成电路产业"),
        ("農村寬帶20", "农村宽带20"),
        ("程序和智慧城市", "程序和智慧城市"),
        ("Industry 4.0", "Industry 4.0"),
        ("", ""),
    ],
)
def test_taiwan_words_of_a_question_in_traditional_characters_become_the_mainland_ones(asked: str, searched: str) -> None:
    assert simplify_question(asked) == searched
