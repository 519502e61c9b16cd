"""The judged questions that nothing is fitted on: floors well below the measured figures, scored here and not by `evaluation`."""

import json
import re
import unicodedata
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.types import Abstention
from evaluation.topics import QUESTIONS

Row = dict[str, Any]


def plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def is_hit(assistant: Assistant, row: Row) -> bool:
    """One of the first five passages holds four fifths of a quote, counted in its longest common stretch."""
    response = assistant.ask(row["question"], row.get("history") or (), 5)
    passages = response.nearest if isinstance(response, Abstention) else response.passages
    texts = [plain(passage.chunk.text) for passage in passages[:5]]
    return any(holds(text, plain(gold["quote"])) for text in texts for gold in row["gold"])


def holds(text: str, quote: str) -> bool:
    wanted = -(-len(quote) * 4 // 5)
    return any(quote[at : at + wanted] in text for at in range(len(quote) - wanted + 1))


@pytest.fixture(scope="module")
def hits(assistant: Assistant) -> dict[str, list[bool]]:
    rows = [json.loads(line) for line in (QUESTIONS / "judged.jsonl").read_text(encoding="utf-8").splitlines()]
    found: dict[str, list[bool]] = {}
    for row in rows:
        if row["answerable"]:
            found.setdefault(row["type"], []).append(is_hit(assistant, row))
    return found


@pytest.mark.parametrize(("kinds", "floor"), [(("fact", "keyword", "mixed"), 0.97), (("en",), 0.9)])
def test_questions_of_a_kind_are_answered_among_the_first_five(hits: dict[str, list[bool]], kinds: tuple[str, ...], floor: float) -> None:
    found = [hit for kind in kinds for hit in hits[kind]]
    assert len(found) >= 10 and sum(found) / len(found) >= floor, f"{sum(found)} of {len(found)}"


def test_answerable_questions_are_answered_among_the_first_five(hits: dict[str, list[bool]]) -> None:
    found = [hit for kind in hits.values() for hit in kind]
    assert len(found) >= 80 and sum(found) / len(found) >= 0.85, f"{sum(found)} of {len(found)}"
