"""How good a run is: measures of ir-measures where it has them, and the three that it has not."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

import ir_measures
from ir_measures import RR, Success, nDCG

from corpus.types import Chunk
from evaluation.topics import Topic

RANKED = (Success @ 1, Success @ 3, Success @ 5, RR @ 10, nDCG @ 10)
_NAMES = {"Success@1": "hit@1", "Success@3": "hit@3", "Success@5": "hit@5", "RR@10": "RR@10", "nDCG@10": "nDCG@10"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a system answered to one topic: its passages' chunks in rank order, whether it abstained, and how long it took."""

    topic: Topic
    chunks: tuple[Chunk, ...]
    abstained: bool
    latency_ms: float


def measure(outcomes: Sequence[Outcome], chunks: Iterable[Chunk]) -> dict[str, float]:
    """All measures of a run; those that no topic bears on are left out.

    hit@k: share of answerable topics with a relevant passage among the first k (Success@k). RR@10, nDCG@10: binary, per
    passage. parts@5: mean share of a many-part answer's quotes held by the first five passages. refused: share of the
    unanswerable topics refused; refused_wrongly: share of the answerable ones.
    """
    answerable = [o for o in outcomes if o.topic.answerable]
    unanswerable = [o for o in outcomes if not o.topic.answerable]
    measures: dict[str, float] = {"topics": len(outcomes)}
    if answerable:
        measures |= _ranked(answerable, list(chunks))
        measures["refused_wrongly"] = fmean(o.abstained for o in answerable)
    if parts := [_parts_found(o) for o in answerable if o.topic.needs_all]:
        measures["parts@5"] = fmean(parts)
    if unanswerable:
        measures["refused"] = fmean(o.abstained for o in unanswerable)
    return measures


def _ranked(outcomes: Sequence[Outcome], chunks: Sequence[Chunk]) -> dict[str, float]:
    qrels = {o.topic.id: {c.id: 1 for c in chunks if any(gold.is_in(c) for gold in o.topic.gold)} for o in outcomes}
    run = {o.topic.id: {c.id: float(-rank) for rank, c in enumerate(o.chunks)} for o in outcomes}
    totals = dict.fromkeys(_NAMES.values(), 0.0)
    for value in ir_measures.iter_calc(RANKED, qrels, run):
        totals[_NAMES[str(value.measure)]] += value.value
    # a topic that no chunk answers, or that got no passage, scores zero, whether or not ir-measures tells of it
    return {name: total / len(outcomes) for name, total in totals.items()}


def _parts_found(outcome: Outcome) -> float:
    gold = outcome.topic.gold
    return sum(any(g.is_in(c) for c in outcome.chunks[:5]) for g in gold) / len(gold)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(1, math.ceil(share * len(ordered) - 1e-9)) - 1]
