"""BM25 against cases worked by hand with the formula of tantivy and Lucene."""

import math
from pathlib import Path

import pytest
from small_corpus import chunk, chunks

from index.lexical import LexicalIndex, idf
from index.store import PassageIndex
from index.tokenizer import WordTokenizer

K1, B = 1.2, 0.75
TEXTS = ["fibre fibre village", "fibre price data open", "data", "water road school price price price"]


def bm25(frequency: int, length: int, mean: float, document_frequency: int, n: int = 4) -> float:
    """Robertson & Zaragoza 2009, with the idf of Lucene."""
    rarity = math.log(1 + (n - document_frequency + 0.5) / (document_frequency + 0.5))
    return rarity * frequency * (K1 + 1) / (frequency + K1 * (1 - B + B * length / mean))


@pytest.fixture
def lexical(tmp_path: Path, tokenizer: WordTokenizer) -> LexicalIndex:
    return LexicalIndex.build(chunks(TEXTS), tokenizer, tmp_path)


def test_idf_of_a_word_in_half_of_the_passages_and_in_none() -> None:
    assert idf(2, 4) == pytest.approx(math.log(2))  # 1 + 2.5 / 2.5
    assert idf(0, 3) == pytest.approx(math.log(8))  # 1 + 3.5 / 0.5
    assert idf(4, 4) == pytest.approx(math.log(10 / 9))  # a word that is everywhere still counts a little


def test_scores_are_those_of_the_formula(lexical: LexicalIndex) -> None:
    mean = (3 + 4 + 1 + 6) / 4
    hits = {hit.chunk_id: hit.score for hit in lexical.search("fibre price", 9)}
    expected = {
        "c0": bm25(2, 3, mean, 2),
        "c1": bm25(1, 4, mean, 2) + bm25(1, 4, mean, 2),
        "c3": bm25(3, 6, mean, 2),
    }
    assert hits == pytest.approx(expected, rel=1e-5)


def test_the_order_is_that_of_the_scores_worked_by_hand(lexical: LexicalIndex) -> None:
    # c1 has both words once: 2 × 0.693 × 0.96; c0 fibre twice among three words; c3 price thrice among six
    assert [hit.chunk_id for hit in lexical.search("fibre price", 9)] == ["c1", "c0", "c3"]
    assert [hit.chunk_id for hit in lexical.search("fibre price", 2)] == ["c1", "c0"]


def test_a_word_in_the_headings_counts_half(tmp_path: Path, tokenizer: WordTokenizer) -> None:
    passages = [chunk("data", "fibre", "a"), chunk("fibre", "data", "b")]
    hits = {hit.chunk_id: hit.score for hit in LexicalIndex.build(passages, tokenizer, tmp_path).search("fibre", 9)}
    assert hits["a"] == pytest.approx(hits["b"] / 2)


def test_no_passage_without_a_shared_word_is_returned(lexical: LexicalIndex) -> None:
    hits = lexical.search("data", 9)
    assert {hit.chunk_id for hit in hits} == {"c1", "c2"}
    assert all(hit.score > 0 for hit in hits)
    assert lexical.search("weather 天气", 9) == []
    assert lexical.search("，。", 9) == []


def test_a_word_asked_twice_counts_once(lexical: LexicalIndex) -> None:
    assert lexical.search_words(["data", "data"], 9) == lexical.search_words(["data"], 9)


def test_the_ideal_score_is_the_idf_of_every_word_once(lexical: LexicalIndex) -> None:
    assert lexical.document_frequency("price") == 2
    assert lexical.ideal_score(["price", "price", "none"]) == pytest.approx(idf(2, 4) + idf(0, 4))


def test_a_word_of_no_dictionary_is_found_by_its_bigrams(tmp_path: Path, tokenizer: WordTokenizer) -> None:
    passages = chunks(["开展投贷联动试点。", "推进宽带提速。"])
    lexical = LexicalIndex.build(passages, tokenizer, tmp_path)
    assert lexical.document_frequency("投贷联动") == 0
    (hit,) = lexical.search_words(["投贷联动"], 9)
    # three bigrams, each in one of two passages; seven in the one, five in the other
    assert hit.chunk_id == "c0"
    assert hit.score == pytest.approx(3 * 0.35 * bm25(1, 7, 6, 1, n=2), rel=1e-5)


def test_the_notes_are_found_by_their_own_terms(notes_index: PassageIndex) -> None:
    for term in ("工业互联网", "信息物理系统", "两化融合", "双随机一公开"):
        best = notes_index.lexical.search(term, 1)[0]
        text = notes_index.chunks[notes_index.positions[best.chunk_id]].text
        assert term in text.replace("、", "").replace("“", "").replace("”", "")


def test_an_opened_index_gives_the_hits_of_the_built_one(lexical: LexicalIndex, tmp_path: Path, tokenizer: WordTokenizer) -> None:
    assert LexicalIndex.open(tmp_path, tokenizer).search("fibre price", 9) == lexical.search("fibre price", 9)


def test_a_folder_without_an_index_is_refused(tmp_path: Path, tokenizer: WordTokenizer) -> None:
    with pytest.raises(ValueError, match="FileDoesNotExist"):
        LexicalIndex.open(tmp_path, tokenizer)
