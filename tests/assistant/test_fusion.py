"""Every formula of the fusion, worked by hand."""

import pytest

from assistant.fusion import by_score, fuse_scores, interleave, reciprocal_rank_fusion, share_of_words, weighted_mean
from index.types import Hit, Ranking


def ranking(names: str) -> Ranking:
    return [Hit(name, float(-at)) for at, name in enumerate(names)]


def names(hits: Ranking) -> str:
    return "".join(hit.chunk_id for hit in hits)


def test_share_of_words_is_the_score_over_the_ideal_and_never_above_one() -> None:
    assert share_of_words(3.0, 12.0) == 1 / 4
    assert share_of_words(15.0, 12.0) == 1.0
    assert share_of_words(3.0, 0.0) == 0.0


@pytest.mark.parametrize(
    ("late", "share", "named", "score"),
    [(0.5, 0.0, False, 0.5), (0.5, 1.0, False, 0.8), (0.5, 0.5, False, 0.575), (0.5, 0.1, False, 0.503), (0.5, 0.5, True, 0.725)],
)
def test_share_counts_squared_and_a_named_place_adds_its_bonus(late: float, share: float, named: bool, score: float) -> None:
    assert fuse_scores(late, share, named) == pytest.approx(score, abs=1e-12)


def test_question_without_shared_words_is_ranked_by_meaning_alone() -> None:
    assert [fuse_scores(late, 0.0) for late in (0.9, 0.2)] == [0.9, 0.2]


def test_reciprocal_ranks_are_summed() -> None:
    fused = reciprocal_rank_fusion([ranking("ab"), ranking("bc")])
    assert names(fused) == "bac"
    assert [hit.score for hit in fused] == pytest.approx([1 / 62 + 1 / 61, 1 / 61, 1 / 62], abs=1e-15)
    assert reciprocal_rank_fusion([ranking("a")], k=1) == [Hit("a", 1 / 2)]


def test_rankings_take_turns_and_no_chunk_comes_twice() -> None:
    assert names(interleave([ranking("abc"), ranking("bd")], ranking("aez"))) == "abdcez"
    assert names(interleave([[], ranking("x")], ranking("yx"))) == "xy"
    assert interleave([], []) == []


def test_hit_keeps_the_score_of_the_ranking_that_brought_it_first() -> None:
    assert interleave([[Hit("a", 0.1)]], [Hit("a", 0.9)]) == [Hit("a", 0.1)]


def test_scores_of_several_wordings_are_averaged_by_weight() -> None:
    together, alone = [Hit("a", 0.9), Hit("b", 0.6)], [Hit("b", 0.3), Hit("c", 0.2)]
    mean = {hit.chunk_id: hit.score for hit in weighted_mean([(together, 1.0), (alone, 0.5)])}
    # a chunk that a wording lacks has that wording's lowest score: a 0.2 alone, c 0.6 together
    assert mean == pytest.approx({"a": (0.9 + 0.1) / 1.5, "b": (0.6 + 0.15) / 1.5, "c": (0.6 + 0.1) / 1.5}, abs=1e-12)


def test_mean_of_one_ranking_is_that_ranking() -> None:
    assert weighted_mean([(ranking("abc"), 2.0)]) == ranking("abc")


def test_equal_scores_keep_their_order() -> None:
    assert names(by_score({"b": 1.0, "a": 1.0, "c": 2.0})) == "cba"
