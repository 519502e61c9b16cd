"""Questions and passages with a label: does the passage answer?"""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from training.sources import held_out, read_policy

NEAR_MISSES = Path(__file__).parent / "questions" / "near_misses.jsonl.gz"
QUESTIONS_A_PASSAGE = 3  # of the written ones, where the passage has no near misses


@dataclass(frozen=True, slots=True)
class Labelled:
    """`near`: written on the passage, answered or not; `own`: a question led to its passage; `hard`: to a wrong one."""

    question: str
    passage: str
    answers: bool
    kind: Literal["near", "own", "hard"]
    held_out: bool


def read_pairs(data: Path, passages: int, dice: random.Random) -> list[Labelled]:
    """The near misses, and the questions of as many policy passages besides.

    :param passages: how many policy passages at most; those with near misses come first.
    """
    pairs: list[Labelled] = []
    near: set[str] = set()
    with gzip.open(NEAR_MISSES, "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            near.add(entry["text"])
            titled = f"{entry['doc']} {entry['section'] or ''}\n{entry['text']}"
            for answers in (False, True):
                held = held_out(entry["doc"])
                pairs += [Labelled(q, titled, answers, "near", held) for q in entry["yes" if answers else "no"]]
    policy = sorted(read_policy(data), key=lambda p: p.text not in near)
    for passage in policy[:passages]:
        written = list(passage.questions)
        chosen = written if passage.text in near else dice.sample(written, min(QUESTIONS_A_PASSAGE, len(written)))
        pairs += [Labelled(q, f"{passage.titled}", True, "own", held_out(passage.document)) for q in chosen]
    return pairs
