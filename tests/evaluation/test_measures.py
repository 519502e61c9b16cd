"""Measures worked by hand on runs of a few lines."""

from math import log2

import pytest

from corpus.structure import build_document
from corpus.types import Chunk, PageSpan
from evaluation.measures import Outcome, measure, percentile
from evaluation.topics import Gold, Topic

SECTION = build_document("d", "d", "题\n\n一、甲\n\n乙。\n").sections[0]
CHUNKS = [Chunk(f"d:{at}", "d", "字" * 10, SECTION, at * 10, at * 10 + 10, PageSpan(1, 1)) for at in range(20)]


def outcome(name: str, run: list[int], *gold: int, needs_all: bool = False, refused: bool = False) -> Outcome:
    """A topic that the chunks of `gold` answer, unanswerable without any, and the chunks found for it."""
    golds = tuple(Gold("字" * 10, (("d", at * 10, at * 10 + 10),)) for at in gold)
    topic = Topic(name, "fact", "zh", "?", (), golds, bool(gold), needs_all, "report")
    return Outcome(topic, tuple(CHUNKS[at] for at in run), refused, 1.0)


def test_ranks_of_the_first_hit_give_hits_and_reciprocal_rank() -> None:
    run = [outcome("a", [1, 2, 3], 1), outcome("b", [1, 2, 3], 3), outcome("c", [5, 6, 7, 8, 9, 1], 1), outcome("d", [1, 2], 9)]
    found = measure(run, CHUNKS)
    assert (found["hit@1"], found["hit@3"], found["hit@5"]) == (1 / 4, 2 / 4, 2 / 4)
    assert found["RR@10"] == pytest.approx((1 + 1 / 3 + 1 / 6 + 0) / 4)
    assert found["nDCG@10"] == pytest.approx((1 + 1 / log2(4) + 1 / log2(7) + 0) / 4)
    assert found["topics"] == 4


def test_ndcg_of_two_relevant_passages_is_discounted_by_rank() -> None:
    found = measure([outcome("a", [5, 1, 6, 2], 1, 2)], CHUNKS)
    ideal = 1 + 1 / log2(3)
    assert found["nDCG@10"] == pytest.approx((1 / log2(3) + 1 / log2(5)) / ideal)


def test_passages_behind_the_tenth_do_not_count() -> None:
    found = measure([outcome("a", [*range(10), 15], 15), outcome("b", [*range(9), 15], 15)], CHUNKS)
    assert found["RR@10"] == pytest.approx((0 + 1 / 10) / 2)
    assert found["hit@5"] == 0


def test_topic_without_a_passage_counts_as_zero() -> None:
    found = measure([outcome("a", [1], 1), outcome("b", [], 1), outcome("c", [], 1)], CHUNKS)
    assert [found[name] for name in ("hit@1", "hit@5", "RR@10", "nDCG@10")] == pytest.approx([1 / 3] * 4)


def test_topic_that_no_chunk_holds_counts_as_zero() -> None:
    found = measure([outcome("a", [1], 1), outcome("b", [1], 99)], CHUNKS)
    assert [found[name] for name in ("hit@1", "hit@5", "RR@10", "nDCG@10")] == pytest.approx([1 / 2] * 4)


def test_run_in_which_no_chunk_holds_any_answer_is_zero() -> None:
    found = measure([outcome("a", [1, 2], 99)], CHUNKS)
    assert [found[name] for name in ("hit@1", "hit@5", "RR@10", "nDCG@10")] == [0, 0, 0, 0]


def test_parts_are_the_share_of_the_quotes_in_the_first_five() -> None:
    run = [
        outcome("a", [1, 9, 2], 1, 2, 3, needs_all=True),
        outcome("b", [1, 9, 8, 7, 6, 2], 1, 2, needs_all=True),
        outcome("c", [9], 1, 2),
    ]
    assert measure(run, CHUNKS)["parts@5"] == pytest.approx((2 / 3 + 1 / 2) / 2)


def test_refusals_are_counted_apart_for_answerable_and_unanswerable_topics() -> None:
    run = [
        *(outcome(f"a{at}", [1], 1, refused=at == 0) for at in range(4)),
        *(outcome(f"u{at}", [1], refused=at < 2) for at in range(3)),
    ]
    found = measure(run, CHUNKS)
    assert (found["refused_wrongly"], found["refused"]) == (1 / 4, 2 / 3)
    assert found["hit@1"] == 1, "a refused topic is ranked all the same; an unanswerable one is not"


def test_measures_that_no_topic_bears_on_are_left_out() -> None:
    assert set(measure([outcome("u", [1], refused=True)], CHUNKS)) == {"topics", "refused"}
    assert {"parts@5", "refused"}.isdisjoint(measure([outcome("a", [1], 1)], CHUNKS))
    assert measure([], CHUNKS) == {"topics": 0}


@pytest.mark.parametrize(("share", "value"), [(0.0, 10), (0.2, 10), (0.21, 20), (0.5, 30), (0.8, 40), (0.95, 50), (0.999, 50), (1.0, 50)])
def test_percentile_is_the_smallest_value_that_the_share_does_not_exceed(share: float, value: float) -> None:
    assert percentile([50, 10, 40, 20, 30], share) == value


def test_percentile_of_a_hundred_values_is_the_value_of_its_number() -> None:
    values = [float(value) for value in range(1, 101)]
    assert [percentile(values, n / 100) for n in range(1, 101)] == values
    assert percentile([7.0], 0.5) == 7.0
