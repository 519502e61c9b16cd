"""The systems that are measured: each leg alone, ways to fuse them, and the whole with one step switched off in turn."""

import time
from collections.abc import Callable
from dataclasses import fields, replace

import numpy as np

from assistant.assistant import Assistant
from assistant.fusion import by_score, reciprocal_rank_fusion
from assistant.question.reading import Steps
from assistant.retriever import HybridRetriever, Search
from assistant.types import Abstention
from evaluation.measures import Outcome
from evaluation.topics import Topic
from index.store import PassageIndex
from index.types import Ranking

System = Callable[[Topic], Outcome]
CUTOFF = 10


def stage_systems(index: PassageIndex) -> dict[str, System]:
    """Retrieval alone: the question as it is typed, nothing read into it, nothing refused."""
    retriever = HybridRetriever(index)

    def system(choose: Callable[[Search], Ranking]) -> System:
        def answer(topic: Topic) -> Outcome:
            begun = time.perf_counter()
            ranking = choose(retriever.explore(topic.question))[:CUTOFF]
            latency = (time.perf_counter() - begun) * 1000
            return Outcome(topic, tuple(index.chunks[index.positions[hit.chunk_id]] for hit in ranking), False, latency)

        return answer

    return {
        "keywords (BM25)": system(lambda s: s.lexical),
        "dense": system(lambda s: s.dense),
        "late interaction": system(lambda s: s.late),
        "rank fusion of dense and keywords": system(lambda s: reciprocal_rank_fusion([s.dense, s.lexical])),
        "z-scores of dense + 0.7 keywords": system(_fuse_z_scores),
        "rank fusion of late and keywords": system(lambda s: reciprocal_rank_fusion([s.late, s.lexical])),
        "late + share of words": system(lambda s: s.fused),
    }


def assistant_systems(index: PassageIndex) -> dict[str, System]:
    """The whole assistant, and the whole without each step of reading the question."""
    whole = Steps()
    systems = {"assistant": _assistant(index, whole)}
    for step in fields(Steps):
        systems[f"without {step.name.replace('_', '-')}"] = _assistant(index, replace(whole, **{step.name: False}))
    return systems


def _assistant(index: PassageIndex, steps: Steps) -> System:
    assistant = Assistant(index, steps=steps)

    def answer(topic: Topic) -> Outcome:
        begun = time.perf_counter()
        response = assistant.ask(topic.question, topic.history, CUTOFF)
        latency = (time.perf_counter() - begun) * 1000
        passages = response.nearest if isinstance(response, Abstention) else response.passages
        return Outcome(topic, tuple(p.chunk for p in passages), isinstance(response, Abstention), latency)

    return answer


def _fuse_z_scores(search: Search) -> Ranking:
    scores: dict[str, float] = {}
    for ranking, weight in ((search.dense, 1.0), (search.lexical, 0.7)):
        values = np.array([hit.score for hit in ranking] or [0.0])
        mean, deviation = float(values.mean()), float(values.std()) or 1.0
        for hit in ranking:
            scores[hit.chunk_id] = scores.get(hit.chunk_id, 0.0) + weight * (hit.score - mean) / deviation
    return by_score(scores)
