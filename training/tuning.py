"""The measures a stage is tuned on: Tatoeba lines and policy documents that are held out of training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.sources import Pair, held_out, read_lines, read_policy
from training.student import Student, encode

DISTRACTORS = 800  # passages of the same kind without questions
Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TuningSet:
    """Held-out questions, the passages they are asked over, and held-out translations."""

    questions: list[str]
    gold: list[int]  # the position of each question's passage
    passages: list[str]
    translations: list[Pair]


def read_tuning_set(data: Path, translations: list[Pair]) -> TuningSet:
    """Questions of the held-out policy documents over their passages and passages nobody asked about."""
    passages = [passage for passage in read_policy(data) if held_out(passage.document)]
    asked = [(question, row) for row, passage in enumerate(passages) for question in passage.questions]
    known = {passage.text for passage in passages}
    others = [line["text"] for line in read_lines(data / "corpora" / "gov.jsonl.gz") if 60 <= len(line["text"]) <= 400]
    distractors = [text for text in others[:: max(1, len(others) // DISTRACTORS)] if text not in known]
    texts = [passage.text for passage in passages] + distractors
    return TuningSet([question for question, _ in asked], [row for _, row in asked], texts, translations)


def match_ranks(queries: Vectors, corpus: Vectors, gold: Sequence[int]) -> npt.NDArray[np.int64]:
    """How many corpus rows score above the right one, for each query: int64, shape (n_queries,)."""
    scores = queries @ corpus.T
    right = scores[np.arange(len(gold)), list(gold)]
    ranks: npt.NDArray[np.int64] = (scores > right[:, None]).sum(1)
    return ranks


def mean_ndcg(ranks: npt.NDArray[np.int64], k: int = 10) -> float:
    """Mean of 1 / log2(rank + 2) over ranks from 0 below k: nDCG@k with one relevant passage a question."""
    return float(np.where(ranks < k, 1 / np.log2(ranks + 2), 0.0).mean())


def tune(student: Student, tuning: TuningSet) -> dict[str, float]:
    """Measure a student on the held-out part, dense alone."""
    questions = encode(student, tuning.questions, 64)
    passages = encode(student, tuning.passages, 256)
    zh = encode(student, [pair.first for pair in tuning.translations], 64)
    en = encode(student, [pair.second for pair in tuning.translations], 64)
    ranks = match_ranks(questions, passages, tuning.gold)
    english = np.array([question.isascii() for question in tuning.questions])
    found = match_ranks(zh, en, range(len(zh))) == 0
    return {
        "policy zh": mean_ndcg(ranks[~english]),
        "policy en": mean_ndcg(ranks[english]),
        "translation": float(found.mean()),
    }
