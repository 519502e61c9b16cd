"""The systems that are measured, on a small policy."""

from dataclasses import fields

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.question.reading import Steps
from assistant.retriever import HybridRetriever
from assistant.types import Abstention
from corpus.structure import build_document
from corpus.types import Document
from evaluation.measures import Outcome
from evaluation.systems import assistant_systems, stage_systems
from evaluation.topics import Topic
from index.store import PassageIndex
from index.types import Encoder, Ranking

POLICY = """城市数字规划

一、宽带网络

推进宽带网络提速降费，农村用户带宽达到 50 兆比特。

二、数据开放

推动政府数据向社会开放，保护个人信息。

三、人才培养

实施制造业人才培养计划，提高工人待遇。
"""
TOPIC = Topic("t1", "followup", "zh", "那农村用户的宽带呢？", ("城市宽带多快？",), (), False, False, "fit")


@pytest.fixture(scope="module")
def policy() -> Document:
    return build_document("policy", "policy", POLICY)


@pytest.fixture(scope="module")
def index(policy: Document, hash_encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> PassageIndex:
    return PassageIndex.build(tmp_path_factory.mktemp("systems"), [policy], hash_encoder)


def ids(outcome: Outcome) -> list[str]:
    return [chunk.id for chunk in outcome.chunks]


def names(ranking: Ranking) -> list[str]:
    return [hit.chunk_id for hit in ranking]


def test_each_stage_answers_with_its_own_ranking_and_reads_nothing_into_the_question(index: PassageIndex) -> None:
    search, systems = HybridRetriever(index).explore(TOPIC.question), stage_systems(index)
    stages = {
        "keywords (BM25)": search.lexical,
        "dense": search.dense,
        "late interaction": search.late,
        "late + share of words": search.fused,
    }
    for name, ranking in stages.items():
        outcome = systems[name](TOPIC)
        assert ids(outcome) == names(ranking) and ranking
        assert (outcome.topic, outcome.abstained) == (TOPIC, False) and outcome.latency_ms > 0


def test_z_scores_weigh_the_words_seven_tenths(index: PassageIndex) -> None:
    search = HybridRetriever(index).explore(TOPIC.question)
    scores: dict[str, float] = {}
    for ranking, weight in ((search.dense, 1.0), (search.lexical, 0.7)):
        values = np.array([hit.score for hit in ranking])
        for hit, z in zip(ranking, (values - values.mean()) / (values.std() or 1.0), strict=True):
            scores[hit.chunk_id] = scores.get(hit.chunk_id, 0.0) + weight * float(z)
    expected = sorted(scores, key=lambda name: -scores[name])
    assert ids(stage_systems(index)["z-scores of dense + 0.7 keywords"](TOPIC)) == expected


def test_whole_assistant_and_one_system_without_each_step_are_measured(index: PassageIndex) -> None:
    systems = assistant_systems(index)
    assert set(systems) == {"assistant", *(f"without {step.name.replace('_', '-')}" for step in fields(Steps))}
    response = Assistant(index).ask(TOPIC.question, TOPIC.history, 10)
    shown = response.nearest if isinstance(response, Abstention) else response.passages
    assert ids(systems["assistant"](TOPIC)) == [passage.chunk.id for passage in shown]
    assert systems["assistant"](TOPIC).abstained == isinstance(response, Abstention)
    assert not systems["without abstention"](TOPIC).abstained
