"""Which texts are trained on, which are held out, and what shares a batch."""

from pathlib import Path

from training.asked import AskedPassage, cloze, policy_asked
from training.batching import batches_by_length
from training.contrast import excluded_pairs
from training.neighbours import bm25_weights, keyword_neighbours, neighbourly_epochs
from training.optimisation import Schedule
from training.parallel import policy_pairs, read_parallel, windows
from training.sources import Pair, held_out, read_policy
from training.vocabulary import parts


def asked(text: str, *questions: str) -> AskedPassage:
    return AskedPassage((text,), questions, "policy", text)


def test_held_out_documents_are_trained_on_by_no_stage(data: Path) -> None:
    kept = [passage for passage in read_policy(data) if held_out(passage.document)]
    assert kept
    trained = {pair.first for pair in read_parallel(data, seed=1).train} | {passage.key for passage in policy_asked(data)}
    assert not trained & {pair.first for pair in policy_pairs(kept)}
    assert not trained & {passage.text for passage in kept}


def test_held_out_translations_are_not_trained_on(data: Path) -> None:
    parallel = read_parallel(data, seed=1)
    assert parallel.held_out
    assert not set(parallel.train) & set(parallel.held_out)


def test_windows_join_neighbours_in_order() -> None:
    pairs = [Pair("一二三", "a", "w"), Pair("四五六", "b", "w"), Pair("七", "c", "w")]
    assert windows(pairs, 6) == [Pair("一二三四五六", "a b", "w_long")]


def test_a_cloze_passage_lacks_the_sentence_that_asks_for_it() -> None:
    import random

    pairs = [Pair(f"第{n}句话。", f"sentence {n}", "w") for n in range(6)]
    for passage in cloze(pairs, 10, random.Random(0)):
        assert not any(question in text for question in passage.questions for text in passage.texts)
        assert len(passage.texts) == 2


def test_batches_hold_every_position_once_within_the_limit() -> None:
    lengths = [5, 3, 9, 1, 7, 2]
    batches = batches_by_length(lengths, max_pieces=12, max_texts=3)
    assert sorted(position for batch in batches for position in batch) == list(range(6))
    assert all(len(batch) * max(lengths[p] for p in batch) <= 12 for batch in batches)


def test_bm25_weight_by_hand() -> None:
    import math

    weights = dict(bm25_weights(["光纤 光纤", "水价"])["光纤"])
    tf, length, mean = 2, 2, 1.5
    assert weights[0] == math.log(1 + 1.5 / 1.5) * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * length / mean))


def test_a_keyword_neighbour_is_the_passage_the_question_would_wrongly_find() -> None:
    passages = [asked("光纤到村", "村里光纤"), asked("光纤价格"), asked("水价"), *(asked(f"其他{n}") for n in range(9))]
    assert keyword_neighbours(passages, 1)[0] == [1]


def test_neighbours_share_a_batch_and_none_comes_twice() -> None:
    neighbours = [[1], [0], [3], [2], [5], [4]]
    for _, batch in zip(range(20), neighbourly_epochs(neighbours, 4, seed=0), strict=False):
        assert len(set(batch)) == len(batch) == 4
        assert sum(neighbours[position][0] in batch for position in batch) == 4


def test_equal_passages_and_passages_of_the_same_question_are_excluded() -> None:
    passages = [asked("甲", "问一"), asked("甲", "问二"), asked("乙", "问一")]
    table = excluded_pairs(passages, ["问一", "问二", "问一"], [0, 1, 2])
    assert table.tolist() == [[False, True, True], [True, False, False], [True, False, False]]


def test_the_schedule_rises_holds_and_falls() -> None:
    schedule = Schedule(steps=100, warm_up=10, decay_share=0.2)
    assert schedule.factor(0) == 0.1
    assert schedule.factor(50) == 1.0
    assert schedule.factor(99) < 0.1


def test_a_word_is_cut_into_its_best_scoring_parts() -> None:
    scores = {"行政村": -9.0, "行政": -5.0, "村": -6.0, "行": -8.0, "政": -8.0, "政村": -20.0}
    assert parts("行政村", scores) == ("行政", "村")
