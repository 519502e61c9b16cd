"""Judged questions: what is asked, and the spans of the documents that answer."""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.types import Chunk, Document

QUESTIONS = Path(__file__).parent / "questions"
COVERED = 0.8  # share of a span that a passage must hold
_REPORTED_ONLY = ("judged", "blind")  # files


@dataclass(frozen=True, slots=True)
class Gold:
    """One quote that answers, and every place where it stands: document id, start, end."""

    quote: str
    spans: tuple[tuple[str, int, int], ...]

    def is_in(self, chunk: Chunk) -> bool:
        """The chunk holds at least four fifths of the quote."""
        return any(
            document == chunk.document_id and min(end, chunk.end) - max(start, chunk.start) >= COVERED * (end - start)
            for document, start, end in self.spans
        )


@dataclass(frozen=True, slots=True)
class Topic:
    """A judged question. `needs_all`: every gold quote is a part of the answer; else each alone answers."""

    id: str
    type: str
    language: str
    question: str
    history: tuple[str, ...]
    gold: tuple[Gold, ...]
    answerable: bool
    needs_all: bool
    part: str  # "fit" or "report"


def read_topics(files: Iterable[Path], documents: Sequence[Document]) -> list[Topic]:
    """Read question files in the order given, and find their quotes in the documents.

    :raises ValueError: naming the file and line of what is no question, a quote that stands nowhere, or an id that comes twice.
    """
    located = [_Locator(document) for document in documents]
    topics: dict[str, Topic] = {}
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8-sig").split("\n"), 1):
            if line.strip():
                topic = _parse(line, file, f"{file}:{number}", located)
                if topic.id in topics:
                    raise ValueError(f"{file}:{number}: the id {topic.id} is taken")
                topics[topic.id] = topic
    return list(topics.values())


def _parse(line: str, file: Path, where: str, located: Sequence["_Locator"]) -> Topic:
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from error
    try:
        return _read(fields, file, where, located)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f'{where}: not a question; a line is {{"id": …, "question": …, "gold": [{{"quote": …}}]}}') from error


def _read(fields: dict[str, Any], file: Path, where: str, located: Sequence["_Locator"]) -> Topic:
    gold = tuple(_locate(entry["quote"], where, located) for entry in fields.get("gold", []))
    return Topic(
        id=str(fields["id"]),
        type=fields.get("type", "fact"),
        language=fields.get("lang", "zh"),
        question=fields["question"],
        history=tuple(fields.get("history") or ()),
        gold=gold,
        answerable=bool(fields.get("answerable", bool(gold))),
        needs_all=fields.get("need") == "all",
        part=choose_part(fields, file.stem),
    )


def choose_part(fields: dict[str, Any], file: str) -> str:
    """Which part a question belongs to, by a rule that looks at nothing but where it comes from.

    `judged.jsonl` and `blind.jsonl` are never fitted on. Of the others, a question whose first quote stands on a page divisible by three
    is reported on, the rest is fitted on, so that two questions on one passage are on one side; one without an answer goes by its number.
    """
    if file in _REPORTED_ONLY:
        return "report"
    pages = [entry.get("page", 0) for entry in fields.get("gold", [])]
    number = pages[0] if pages else int(re.sub(r"\D", "", str(fields["id"])) or 0)
    return "report" if number % 3 == 0 else "fit"


class _Locator:
    """Finds quotes in a document whatever the spacing and the width of the characters."""

    def __init__(self, document: Document) -> None:
        self.id = document.id
        folded = [(c, at) for at, character in enumerate(document.text) for c in _fold(character)]
        self._text = "".join(c for c, _ in folded)
        self._offsets = [at for _, at in folded]

    def find(self, quote: str) -> list[tuple[str, int, int]]:
        wanted = _fold(quote)
        starts = [m.start() for m in re.finditer(f"(?={re.escape(wanted)})", self._text)] if wanted else []
        return [(self.id, self._offsets[at], self._offsets[at + len(wanted) - 1] + 1) for at in starts]


def _locate(quote: str, where: str, located: Sequence[_Locator]) -> Gold:
    spans = tuple(span for locator in located for span in locator.find(quote))
    if not spans:
        raise ValueError(f"{where}: the quote {quote[:30]!r} stands nowhere in the corpus")
    return Gold(quote, spans)


def _fold(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
