"""Terms that no dictionary has are read off the corpus, and abbreviations off its brackets."""

import pytest

from corpus.types import Chunk
from index.terms import Terms, find_terms, general_count, load_dictionary


@pytest.fixture(scope="module")
def terms(notes_chunks: list[Chunk]) -> Terms:
    return find_terms(chunk.text for chunk in notes_chunks)


@pytest.mark.parametrize("term", ["工业互联网", "信息物理系统", "两化融合", "双随机一公开", "三网融合", "智能硬件", "北斗导航"])
def test_a_term_of_the_notes_is_found(term: str, terms: Terms) -> None:
    assert term in terms.names


@pytest.mark.parametrize("words", ["的发展", "和应用", "宽带", "任务", "推进"])
def test_what_is_no_term_or_in_the_dictionary_is_not(words: str, terms: Terms) -> None:
    assert words not in terms.names


@pytest.mark.parametrize(
    ("name", "abbreviation"),
    [("信息物理系统", "CPS"), ("软件即服务", "SaaS"), ("光纤入户", "FTTH"), ("信息技术服务标准", "ITSS"), ("微机电系统", "MEMS")],
)
def test_an_abbreviation_in_brackets_is_an_alias(name: str, abbreviation: str, terms: Terms) -> None:
    assert (name, abbreviation) in terms.aliases


def test_terms_are_short_and_normalised(terms: Terms) -> None:
    assert terms.names
    assert all(2 <= len(name) <= 12 for name in terms.names)
    assert len(set(terms.aliases)) == len(terms.aliases)


def test_quotation_marks_make_a_term_at_its_first_mention() -> None:
    names = find_terms(["全面推行“双随机、一公开”，实施《量子云纲要》。"]).names
    assert {"双随机一公开", "量子云纲要"} <= names


def test_the_verbs_before_a_bracket_are_no_part_of_the_name() -> None:
    found = find_terms(["积极推进信息物理系统（CPS）应用。", "发展技术（ABC），扩大开放（2017）。"])
    assert found.aliases == (("信息物理系统", "CPS"),)


def test_a_word_added_to_one_dictionary_is_in_no_other_and_counts_for_nothing_in_general() -> None:
    load_dictionary().add_word("量子云纲要", 2_000)
    assert "量子云纲要" not in load_dictionary().FREQ
    assert [general_count(word) for word in ("特点", "特典", "量子云纲要")] == [9047, 3, 0]


def test_words_that_meet_in_changing_company_are_a_term_and_a_chance_meeting_is_not() -> None:
    apart = ["人才培养", "农村电商", "宽带网络", "数据开放", "企业减税", "河流治理", "教师待遇", "道路维修"]
    together = ["推进区块链应用。", "发展区块链产业。", "区块链很重要。", "研究区块链。"]
    chance = ["农村电商。", "宽带网络。"] * 20 + ["支持农村宽带建设。", "关于农村宽带价格。"]  # twice, but each word is everywhere
    names = find_terms([f"{a}。" for a in apart * 3] + together + chance).names
    assert "区块链" in names
    assert "农村宽带" not in names


def test_no_text_has_no_terms() -> None:
    assert find_terms([]) == Terms(frozenset(), ())
