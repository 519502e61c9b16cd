"""`python -m evaluation` on a corpus and questions of one's own."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.__main__ import main

POLICY = """城市数字规划

一、宽带网络

推进宽带网络提速降费，农村用户带宽达到 50 兆比特。

二、人才培养

实施制造业人才培养计划，提高工人待遇。
"""
SYSTEMS = ("keywords (BM25)", "dense", "assistant")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evaluation")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "policy.txt").write_text(POLICY, encoding="utf-8")
    rows = [
        {"id": "a1", "question": "农村用户带宽多少？", "gold": [{"quote": "农村用户带宽达到50兆比特", "page": 3}]},
        {"id": "a2", "type": "en", "lang": "en", "question": "Who won the match?", "gold": [], "answerable": False},
    ]
    (folder / "mine.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def run(folder: Path, questions: str = "mine.jsonl") -> int:
    options = {"--corpus": "corpus", "--questions": questions, "--out": "results/out.json", "--index": "index"}
    return main([*(part for name, value in options.items() for part in (name, str(folder / value))), "--systems", *SYSTEMS])


@pytest.fixture(scope="module")
def results(folder: Path) -> dict[str, Any]:
    assert run(folder) == 0
    content: dict[str, Any] = json.loads((folder / "results" / "out.json").read_text(encoding="utf-8"))
    return content


def test_results_say_where_and_with_what_they_were_measured(results: dict[str, Any]) -> None:
    assert set(results) == {"machine", "encoder", "systems"}
    assert results["encoder"] == "policy-encoder" and results["machine"]["python"]
    assert set(results["systems"]) == set(SYSTEMS)


def test_questions_are_counted_in_their_part_type_and_language(results: dict[str, Any]) -> None:
    system = results["systems"]["keywords (BM25)"]
    assert set(system) == {"fit", "report", "judged"}
    assert set(system["report"]) == {"all", "type fact", "language zh", "latency_ms"}, "its quote stands on page 3"
    assert set(system["fit"]) == {"all", "type en", "language en", "latency_ms"}
    assert system["report"]["all"] == {"topics": 1, "hit@1": 1, "hit@3": 1, "hit@5": 1, "RR@10": 1, "nDCG@10": 1, "refused_wrongly": 0}
    assert system["fit"]["all"] == {"topics": 1, "refused": 0}, "keywords refuse nothing"
    assert system["judged"] == {}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"id": "x", "question": "?", "gold": [{"quote": "nowhere"}]}', "bad.jsonl:1: the quote 'nowhere' stands nowhere"),
        ("{broken", "bad.jsonl:1: "),
        (None, "No such file"),
    ],
)
def test_questions_that_cannot_be_read_are_one_line_and_status_2(
    folder: Path, results: dict[str, Any], capsys: pytest.CaptureFixture[str], content: str | None, words: str
) -> None:
    if content is not None:
        (folder / "bad.jsonl").write_text(content, encoding="utf-8")
    assert run(folder, "bad.jsonl" if content else "none.jsonl") == 2
    told = capsys.readouterr().err
    assert told.startswith("error: ") and told.count("\n") == 1 and words in told
