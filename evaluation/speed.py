"""Measure time and memory: building the index, opening it, and answering, beside encoding alone and keywords alone.

Usage: python -m evaluation.speed [--out FILE]
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import psutil

from assistant.assistant import Assistant
from assistant.opening import NOTES
from corpus.readers import read_corpus
from evaluation.machine import describe_machine
from evaluation.measures import percentile
from evaluation.topics import QUESTIONS, read_topics
from index.encoder import SentenceEncoder
from index.store import PassageIndex

T = TypeVar("T")
RESULTS = Path(__file__).parent / "results"
ROUNDS = 3  # over all judged questions


def main(arguments: list[str] | None = None) -> int:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.speed", description="Measure time and memory.")
    parser.add_argument("--out", type=Path, default=RESULTS / "speed.json", help="where the results go")
    options = parser.parse_args(arguments)
    results = {"machine": describe_machine()} | measure_speed()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(results, ensure_ascii=False, indent=1) + "\n")
    return 0


def measure_speed() -> dict[str, Any]:
    """Times in seconds and milliseconds, memory in megabytes."""
    documents = read_corpus(NOTES)
    encoder, loading = _timed(SentenceEncoder)
    with tempfile.TemporaryDirectory() as folder:
        _, building = _timed(lambda: PassageIndex.build(Path(folder), documents, encoder))
        index, opening = _timed(lambda: PassageIndex.open(Path(folder), documents, encoder))
        assistant, reading = _timed(lambda: Assistant(index))
        topics = read_topics([QUESTIONS / "judged.jsonl"], documents)
        questions, history = [topic.question for topic in topics], {topic.question: topic.history for topic in topics}
        for question in questions:
            assistant.ask(question, history[question])  # warm
        answer = _repeat(lambda q: assistant.ask(q, history[q]), questions)
        encode = _repeat(encoder.encode_query, questions)
        keywords = _repeat(lambda q: index.lexical.search(q, 10), questions)
    beside = [max(0.0, a - e) for a, e in zip(answer, encode, strict=True)]
    return {
        "encoder_load_s": round(loading, 2),
        "index_build_s": round(building, 2),
        "index_open_s": round(opening + reading, 2),
        "passages": len(index.chunks),
        "questions": len(answer),
        "answer_ms": _quantiles(answer),
        "encoding_ms": _quantiles(encode),
        "everything_but_encoding_ms": _quantiles(beside),
        "keywords_alone_ms": _quantiles(keywords),
        "answer_to_encoding_ratio": round(percentile(answer, 0.5) / percentile(encode, 0.5), 2),
        "memory_mb": round(psutil.Process().memory_info().rss / 1e6),
    }


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    return work(), time.perf_counter() - begun


def _repeat(work: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    """Milliseconds of each question: the median of the rounds, so that one interruption does not count."""
    rounds = [[_timed(partial(work, q))[1] * 1000 for q in questions] for _ in range(ROUNDS)]
    return [percentile(list(times), 0.5) for times in zip(*rounds, strict=True)]


def _quantiles(values: Sequence[float]) -> dict[str, float]:
    return {"p50": round(percentile(values, 0.5), 2), "p95": round(percentile(values, 0.95), 2)}


if __name__ == "__main__":
    sys.exit(main())
