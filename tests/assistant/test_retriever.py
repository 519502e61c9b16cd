"""What each stage of the search finds, and what a filter or a named place does to it."""

import pytest

from assistant.fusion import fuse_scores, share_of_words, weighted_mean
from assistant.question.words import content_words
from assistant.retriever import DENSE_CANDIDATES, LEXICAL_CANDIDATES, HybridRetriever
from index.store import PassageIndex
from index.types import Ranking

QUESTION = "农村宽带提速降费"


@pytest.fixture(scope="module")
def retriever(notes_index: PassageIndex) -> HybridRetriever:
    return HybridRetriever(notes_index)


def positions(index: PassageIndex, ranking: Ranking) -> list[int]:
    return [index.positions[hit.chunk_id] for hit in ranking]


def test_each_stage_is_ranked_and_as_long_as_its_cut_off(retriever: HybridRetriever) -> None:
    search = retriever.explore(QUESTION)
    assert len(search.dense) == DENSE_CANDIDATES and 0 < len(search.lexical) <= LEXICAL_CANDIDATES
    for ranking in (search.lexical, search.dense, search.late, search.fused):
        scores = [hit.score for hit in ranking]
        assert scores == sorted(scores, reverse=True)
        assert len({hit.chunk_id for hit in ranking}) == len(ranking)
    candidates = {hit.chunk_id for hit in [*search.dense, *search.lexical]}
    assert {hit.chunk_id for hit in search.late} == {hit.chunk_id for hit in search.fused} == candidates


def test_fused_score_is_the_formula_over_the_stages(retriever: HybridRetriever) -> None:
    index, search = retriever.index, retriever.explore(QUESTION)
    ideal = index.lexical.ideal_score(content_words(index.lexical.tokenizer.words(QUESTION)))
    shares = {hit.chunk_id: share_of_words(hit.score, ideal) for hit in search.lexical}
    late = {hit.chunk_id: hit.score for hit in search.late}
    assert search.shares == shares
    assert {h.chunk_id: h.score for h in search.fused} == {c: fuse_scores(late[c], shares.get(c, 0.0)) for c in late}


def test_maxsim_of_a_passage_is_the_mean_of_its_tokens_best_matches(retriever: HybridRetriever) -> None:
    search = retriever.explore(QUESTION)
    assert search.encoded is not None and retriever.index.tokens is not None
    for hit in search.late[:5]:
        tokens, _ = retriever.index.tokens.tokens_of(retriever.index.positions[hit.chunk_id])
        best = [max(float(word @ token) for token in tokens) for word in search.encoded.tokens]
        assert hit.score == pytest.approx(sum(best) / len(best), abs=1e-4)


@pytest.mark.parametrize("question", [QUESTION, "What about rural broadband?", "今天天气怎么样", "zzz", "的了吗"])
def test_no_lexical_score_is_zero(retriever: HybridRetriever, question: str) -> None:
    assert all(hit.score > 0 for hit in retriever.explore(question).lexical)


def test_question_without_a_shared_word_is_searched_by_meaning_alone(retriever: HybridRetriever) -> None:
    search = retriever.explore("What is planned for the countryside?")
    assert search.lexical == [] and search.shares == {}
    assert [hit.score for hit in search.fused] == [hit.score for hit in search.late]


def test_within_finds_all_of_the_chunks_allowed_and_no_other(retriever: HybridRetriever) -> None:
    allowed = {3, 50, 120, 190}
    search = retriever.explore(QUESTION, allowed)
    assert set(positions(retriever.index, search.dense)) == allowed == set(positions(retriever.index, search.fused))
    assert set(positions(retriever.index, search.lexical)) <= allowed
    assert retriever.explore(QUESTION, frozenset()).fused == []


def test_favoured_chunk_is_a_candidate_however_far_and_gets_the_bonus(retriever: HybridRetriever) -> None:
    plain = retriever.explore(QUESTION)
    far = next(at for at, c in enumerate(retriever.index.chunks) if c.id not in {hit.chunk_id for hit in plain.fused})
    near = retriever.index.positions[plain.fused[0].chunk_id]
    favoured = {hit.chunk_id: hit.score for hit in retriever.explore(QUESTION, favoured={far, near}).fused}
    assert retriever.index.chunks[far].id in favoured
    assert favoured[plain.fused[0].chunk_id] == pytest.approx(plain.fused[0].score + 0.15)
    assert favoured[plain.fused[1].chunk_id] == plain.fused[1].score


def test_another_wording_is_searched_beside_the_query(retriever: HybridRetriever) -> None:
    together, alone = retriever.explore("城镇光网要多快 那农村呢"), retriever.explore("那农村呢")
    both = retriever.explore("城镇光网要多快 那农村呢", beside=[("那农村呢", 0.5)])
    assert both.fused == weighted_mean([(together.fused, 1.0), (alone.fused, 0.5)])
    assert (both.lexical, both.dense, both.late) == (together.lexical, together.dense, together.late)


def test_search_is_the_beginning_of_the_fused_ranking(retriever: HybridRetriever) -> None:
    assert retriever.search(QUESTION, 3) == retriever.explore(QUESTION).fused[:3]


def test_without_an_encoder_keywords_alone_are_searched(keyword_index: PassageIndex) -> None:
    search = HybridRetriever(keyword_index).explore("岸电泊位有多少")
    assert search.encoded is None and search.dense == search.late == []
    best = keyword_index.chunks[keyword_index.positions[search.fused[0].chunk_id]]
    assert "岸电泊位" in best.text
    assert [hit.score for hit in search.fused] == sorted(search.shares.values(), reverse=True)
    assert HybridRetriever(keyword_index).explore("量子").fused == []
