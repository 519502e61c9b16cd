"""Write the measured tables into the README, between their markers.

Usage: python -m evaluation.tables [--check]
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

README = Path(__file__).resolve().parent.parent / "README.md"
RESULTS = Path(__file__).parent / "results"
_SYSTEMS = {
    "keywords (BM25)": "keywords alone (jieba, BM25)",
    "dense": "sentence vectors alone",
    "rank fusion of dense and keywords": "the two by reciprocal rank fusion",
    "z-scores of dense + 0.7 keywords": "the two by z-scores",
    "late interaction": "late interaction",
    "rank fusion of late and keywords": "late interaction and keywords by rank fusion",
    "late + share of words": "late interaction + share of words (chosen)",
    "assistant": "**the assistant: the question read first**",
}
_TYPES = ("fact", "keyword", "paraphrase", "en", "mixed", "list", "compare", "scope", "followup", "noise")


def main(arguments: list[str] | None = None) -> int:
    """Rewrite the tables; with --check only say whether they are those of the results."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.tables", description="Write the measured tables into the README.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 where the README is out of date")
    options = parser.parse_args(arguments)
    text = README.read_text(encoding="utf-8")
    written = fill(text)
    if options.check:
        return int(text != written)
    README.write_text(written, encoding="utf-8")
    return 0


def fill(text: str) -> str:
    """The text with each `<!-- table NAME -->` … `<!-- end -->` filled from the results."""
    tables = {"retrieval": retrieval_table, "steps": steps_table, "speed": speed_table}
    for name, make in tables.items():
        before, mark, rest = text.partition(f"<!-- table {name} -->\n")
        _, end, after = rest.partition("<!-- end -->")
        if mark and end:
            text = before + mark + make() + end + after
    return text


def retrieval_table() -> str:
    """hit@5 by type on the reporting part, a row a system."""
    systems = _read("retrieval.json")["systems"]
    header = ("", "all", *_TYPES, "RR@10")
    rows = [header, ("---",) * len(header)]
    for name, label in _SYSTEMS.items():
        part = systems[name]["report"]
        cells = [_figure(part.get(f"type {kind}", {}).get("hit@5")) for kind in _TYPES]
        rows.append((label, _figure(part["all"]["hit@5"]), *cells, _figure(part["all"]["RR@10"])))
    return _markdown(rows)


def steps_table() -> str:
    """What each step of reading the question is worth: the whole, and the whole without it."""
    systems = _read("retrieval.json")["systems"]
    columns = ("hit@1", "hit@5", "parts@5", "refused", "refused_wrongly")
    rows: list[tuple[str, ...]] = [("", "hit@1", "hit@5", "parts found", "refused rightly", "refused wrongly"), ("---",) * 6]
    for name, parts in systems.items():
        if name == "assistant" or name.startswith("without"):
            rows.append((name, *(_figure(parts["report"]["all"].get(column)) for column in columns)))
    return _markdown(rows)


def speed_table() -> str:
    """Times and memory, with the machine they were measured on."""
    speed = _read("speed.json")
    machine = speed["machine"]
    rows = [
        ("", "p50", "p95"),
        ("---", "---", "---"),
        ("question to cited passages", f"{speed['answer_ms']['p50']} ms", f"{speed['answer_ms']['p95']} ms"),
        ("of which everything but encoding", *(f"{speed['everything_but_encoding_ms'][q]} ms" for q in ("p50", "p95"))),
        ("keywords alone, for scale", *(f"{speed['keywords_alone_ms'][q]} ms" for q in ("p50", "p95"))),
    ]
    line = (
        f"\nIndex of the notes built in {speed['index_build_s']} s; process memory {speed['memory_mb']} MB. "
        f"Measured on {machine['date']}: {machine['processor']}, {machine['cores']} cores, Python {machine['python']}, "
        f"torch {machine['libraries']['torch']}.\n"
    )
    return _markdown(rows) + line + _page_line()


def _page_line() -> str:
    page, load = _read("page_speed.json"), _read("page_load.json")
    return (
        f"\nIn the browser: the answer stands {page['answer_p50_ms']} ms after Enter (p95 {page['answer_p95_ms']} ms); "
        f"the page takes questions after {page['interactive_first_s']} s and weighs {page['transferred_kb']} kB. "
        f"{load['readers']} readers asking at once: {load['errors']} errors, p95 {load['p95_ms']} ms, "
        f"server memory {load['server_memory_mb']} MB.\n"
    )


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((RESULTS / name).read_text(encoding="utf-8"))
    return content


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".lstrip("0") if value < 1 else "1.0"


def _markdown(rows: list[tuple[str, ...]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    sys.exit(main())
