"""Measure retrieval and abstention: each stage alone, ways to fuse them, the assistant whole and without each step.

Usage: python -m evaluation [--corpus FOLDER] [--questions FILE ...] [--out FILE] [--systems NAME ...]
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.opening import load
from corpus.errors import CorpusError
from evaluation.machine import describe_machine
from evaluation.measures import Outcome, measure, percentile
from evaluation.systems import assistant_systems, stage_systems
from evaluation.topics import QUESTIONS, Topic, read_topics
from index.errors import IndexStoreError
from index.store import PassageIndex

RESULTS = Path(__file__).parent / "results"


def main(arguments: list[str] | None = None) -> int:
    """Run every system on every topic; write the results and print the table of the reporting part."""
    options = _parse(arguments)
    try:
        index, _ = load(options.index, options.corpus, options.encoder)
        topics = read_topics(options.questions, index.documents)
    except (CorpusError, IndexStoreError, ValueError, OSError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    results = run_all(index, topics, options.systems)
    out = options.out or (RESULTS / "retrieval.json" if options.systems is None else None)  # a part is no record of the whole
    content = {"machine": describe_machine(), "encoder": index.encoder.name if index.encoder else None, "systems": results}
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    _print(results)
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="Measure retrieval and abstention on judged questions.")
    parser.add_argument("--corpus", type=Path, help="a file or folder of documents (default: the policy notes)")
    parser.add_argument(
        "--questions", type=Path, nargs="+", default=sorted(QUESTIONS.glob("*.jsonl")), help="JSON lines of judged questions"
    )
    parser.add_argument("--out", type=Path, help="where the results go (default: results/retrieval.json; with --systems nowhere)")
    parser.add_argument("--systems", nargs="+", help="only these systems")
    parser.add_argument("--index", type=Path, help="folder of the index (default: .index)")
    parser.add_argument("--encoder", help="a sentence-transformers folder or hub name (default: the embedded model)")
    return parser.parse_args(arguments)


def run_all(index: PassageIndex, topics: Sequence[Topic], names: Sequence[str] | None = None) -> dict[str, Any]:
    """Measure the systems on both parts of the topics, in all and by type and language."""
    systems = stage_systems(index) | assistant_systems(index)
    results: dict[str, Any] = {}
    for name, system in systems.items():
        if names is None or name in names:
            outcomes = [system(topic) for topic in track(topics, description=name, console=Console(stderr=True), transient=True)]
            results[name] = {part: _tabulate([o for o in outcomes if o.topic.part == part], index) for part in ("fit", "report")}
            results[name]["judged"] = _tabulate([o for o in outcomes if o.topic.id.startswith("g")], index)
    return results


def _tabulate(outcomes: Sequence[Outcome], index: PassageIndex) -> dict[str, Any]:
    groups: dict[str, list[Outcome]] = {"all": list(outcomes)}
    for outcome in outcomes:
        groups.setdefault(f"type {outcome.topic.type}", []).append(outcome)
        groups.setdefault(f"language {outcome.topic.language}", []).append(outcome)
    table: dict[str, Any] = {}
    for name, group in sorted(groups.items()):
        if group:
            table[name] = {key: round(value, 4) for key, value in measure(group, index.chunks).items()}
    if outcomes:
        latencies = [o.latency_ms for o in outcomes]
        table["latency_ms"] = {"p50": round(percentile(latencies, 0.5), 1), "p95": round(percentile(latencies, 0.95), 1)}
    return table


def _print(results: dict[str, Any]) -> None:
    columns = ("hit@1", "hit@3", "hit@5", "RR@10", "nDCG@10", "parts@5", "refused", "refused_wrongly")
    table = Table("system", *columns, title="Reporting part")
    for name, parts in results.items():
        row = parts["report"].get("all", {})
        table.add_row(name, *(f"{row[c]:.3f}" if c in row else "" for c in columns))
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
