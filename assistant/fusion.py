"""How the stages' scores become one.

The measured choice (README, "Results"): late interaction ranks, and the share of the question's words that a passage
holds adds to it. Both lie between 0 and 1 whatever the question, so an English question, which shares no word with
Chinese text, gets nothing from the words and loses nothing by them, while a question made of the text's own rare
words is decided by them. Rank fusion was measured beside it: it cannot tell a leg without signal from one with it.
"""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from index.types import Hit, Ranking

LEXICAL_WEIGHT = 0.3  # MaxSim of good and bad passages differs by 0.05 to 0.2
SCOPE_BONUS = 0.15  # a place that the question names decides between passages that are otherwise near
RRF_K = 60


def share_of_words(score: float, ideal: float) -> float:
    """The part of the question's words, weighted by idf, that a passage holds: BM25 over the ideal score, in [0, 1]."""
    return min(1.0, score / ideal) if ideal > 0 else 0.0


def fuse_scores(late: float, share: float, named_place: bool = False) -> float:
    """MaxSim plus the squared share of words: a single common word in five (share 0.1) adds 0.003, all of them 0.3."""
    return late + LEXICAL_WEIGHT * share**2 + SCOPE_BONUS * named_place


def reciprocal_rank_fusion(rankings: Sequence[Ranking], k: int = RRF_K) -> Ranking:
    """Sum of 1/(k + rank) over the rankings; Cormack, Clarke & Büttcher, SIGIR 2009. Kept as the baseline to beat."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, hit in enumerate(ranking, 1):
            scores[hit.chunk_id] = scores.get(hit.chunk_id, 0.0) + 1 / (k + rank)
    return by_score(scores)


def interleave(rankings: Sequence[Ranking], rest: Ranking) -> Ranking:
    """Take the best hit of each ranking in turn, each chunk once, then what is left of `rest`."""
    turns = [hit for turn in zip_longest(*rankings) for hit in turn if hit is not None]
    taken: dict[str, Hit] = {}
    for hit in [*turns, *rest]:
        taken.setdefault(hit.chunk_id, hit)
    return list(taken.values())


def weighted_mean(rankings: Sequence[tuple[Ranking, float]]) -> Ranking:
    """The mean score over rankings by their weights; a chunk that one of them lacks counts there as its last."""
    scores: dict[str, float] = {}
    for ranking, weight in rankings:
        own = {hit.chunk_id: hit.score for hit in ranking}
        floor = min(own.values(), default=0.0)
        for chunk_id in dict.fromkeys(hit.chunk_id for other, _ in rankings for hit in other):
            scores[chunk_id] = scores.get(chunk_id, 0.0) + weight * own.get(chunk_id, floor)
    total = sum(weight for _, weight in rankings)
    return by_score({chunk_id: score / total for chunk_id, score in scores.items()})


def by_score(scores: Mapping[str, float]) -> Ranking:
    """A ranking from scores, best first; equal scores keep their order."""
    return [Hit(chunk_id, score) for chunk_id, score in sorted(scores.items(), key=lambda pair: -pair[1])]
