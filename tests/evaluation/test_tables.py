"""The README's tables are those of the results, and writing them twice changes nothing."""

import json
from pathlib import Path

import pytest

from evaluation import tables

PARTS = {"fact": 0.9876, "en": 1.0, "keyword": 0.0}
README = """# Title

<!-- table retrieval -->
old
<!-- end -->
between
<!-- table steps -->
<!-- end -->

<!-- table speed -->
<!-- end -->
last
"""


@pytest.fixture(autouse=True)
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Results of three figures, and a README beside them."""
    report = {f"type {kind}": {"hit@5": value} for kind, value in PARTS.items()}
    report["all"] = {"hit@1": 0.5, "hit@5": 0.75, "RR@10": 2 / 3, "parts@5": 0.25, "refused": 0.7, "refused_wrongly": 0.049}
    names = [*tables._SYSTEMS, "without places"]
    machine = {"date": "2026-01-01", "processor": "A", "cores": 2, "python": "3.11", "libraries": {"torch": "2.13.0"}}
    times = {"p50": 11.0, "p95": 22.0}
    speed = {"machine": machine, "answer_ms": times, "everything_but_encoding_ms": times, "keywords_alone_ms": times}
    (tmp_path / "retrieval.json").write_text(json.dumps({"systems": {name: {"report": report} for name in names}}), encoding="utf-8")
    (tmp_path / "speed.json").write_text(json.dumps({**speed, "index_build_s": 9, "memory_mb": 700}), encoding="utf-8")
    page = {"answer_p50_ms": 66, "answer_p95_ms": 82, "interactive_first_s": 1.1, "transferred_kb": 381}
    load = {"readers": 50, "errors": 0, "p95_ms": 1481, "server_memory_mb": 1011}
    (tmp_path / "page_speed.json").write_text(json.dumps(page), encoding="utf-8")
    (tmp_path / "page_load.json").write_text(json.dumps(load), encoding="utf-8")
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    monkeypatch.setattr(tables, "RESULTS", tmp_path)
    monkeypatch.setattr(tables, "README", tmp_path / "README.md")
    return tmp_path


def test_tables_hold_the_figures_of_the_reporting_part() -> None:
    text = tables.fill(README)
    cells = [line.split(" | ") for line in text.splitlines() if line.startswith("| sentence vectors alone")]
    assert [cell.strip("| ") for cell in cells[0]] == [
        "sentence vectors alone",
        ".75",
        ".99",
        ".00",
        "",
        "1.0",
        "",
        "",
        "",
        "",
        "",
        "",
        ".67",
    ]
    assert "| without places | .50 | .75 | .25 | .70 | .05 |" in text
    assert "| question to cited passages | 11.0 ms | 22.0 ms |" in text
    assert "old" not in text


def test_text_around_the_tables_stays() -> None:
    text = tables.fill(README)
    assert text.startswith("# Title\n\n<!-- table retrieval -->\n|") and text.endswith("<!-- end -->\nlast\n")
    assert "<!-- end -->\nbetween\n<!-- table steps -->\n|" in text


def test_filling_twice_changes_nothing() -> None:
    once = tables.fill(README)
    assert tables.fill(once) == once


def test_text_without_tables_or_without_an_end_mark_stays_as_it_is() -> None:
    for text in ("no table\n", "<!-- table steps -->\nkept\n"):
        assert tables.fill(text) == text


def test_check_says_whether_the_readme_is_up_to_date_and_changes_nothing(results: Path) -> None:
    assert tables.main(["--check"]) == 1
    assert (results / "README.md").read_text(encoding="utf-8") == README
    assert tables.main([]) == 0
    assert tables.main(["--check"]) == 0


def test_every_row_of_a_table_has_as_many_cells() -> None:
    for table in (tables.retrieval_table(), tables.steps_table(), tables.speed_table().partition("\n\n")[0]):
        assert len({line.count("|") for line in table.strip().splitlines()}) == 1
