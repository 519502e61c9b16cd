"""The training texts on disk: which folder they come from, how a line is read, which documents are held out."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DEFAULT_DATA = Path("../shared/data")
OWN_QUESTIONS = Path(__file__).parent / "questions"
HELD_OUT_SHARE = 20  # one document in twenty is kept for tuning and never trained on
PARALLEL_KINDS = frozenset({"parallel", "dict"})


class MissingTextsError(FileNotFoundError):
    """The training texts are not where they should be; the message says what to put where."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that belong together: Chinese and English, or question and passage."""

    first: str
    second: str
    group: str  # the file it came from


@dataclass(frozen=True, slots=True)
class PolicyPassage:
    """A passage of a policy document with the questions written for it."""

    id: str
    document: str
    section: str
    text: str
    questions: tuple[str, ...]  # zh1, zh2, zh3, en1, en2, en3, kw
    translations: tuple[tuple[str, str], ...]  # (Chinese, English)

    @property
    def titled(self) -> str:
        """The passage with its document and section in front, as the index embeds it."""
        return f"{self.document} {self.section}\n{self.text}"


def read_lines(path: Path) -> Iterator[dict[str, str]]:
    """Read gzipped JSON lines.

    :raises MissingTextsError: if the file is absent, naming it and the layout expected.
    """
    if not path.exists():
        raise MissingTextsError(
            f"No training text at {path}. Put the parallel, heading and question files under DATA/train/*.jsonl.gz and the "
            f"monolingual ones under DATA/corpora/*.jsonl.gz (fields in training/README.md), then pass --data DATA."
        )
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def held_out(document: str) -> bool:
    """Whether a document belongs to the part kept for tuning (about 5 %, fixed by its name)."""
    return zlib.crc32(document.encode()) % HELD_OUT_SHARE == 0


def read_pairs(data: Path, name: str, kinds: frozenset[str]) -> list[Pair]:
    """The pairs of one training file whose kind is wanted, in the order of the file (neighbours share a document)."""
    lines = read_lines(data / "train" / f"{name}.jsonl.gz")
    return [Pair(line["a"], line["b"], name) for line in lines if line["kind"] in kinds]


def read_policy(data: Path) -> list[PolicyPassage]:
    """All policy passages with questions: the shared ones and the project's own."""
    paths = [data / "train" / "policy_questions.jsonl.gz", OWN_QUESTIONS / "policy_questions.jsonl.gz"]
    return [policy_passage(line) for path in paths for line in read_lines(path)]


def read_written() -> list[dict[str, str]]:
    """The project's own encyclopaedic passages in both languages: zh, en, and zh1, en1, zh2, en2 that ask the same in each."""
    return list(read_lines(OWN_QUESTIONS / "encyclopaedic_questions.jsonl.gz"))


def policy_passage(line: dict[str, str]) -> PolicyPassage:
    """One line of a policy question file as a passage with its questions."""
    questions = tuple(line[key] for key in ("zh1", "zh2", "zh3", "en1", "en2", "en3", "kw") if line.get(key))
    keys = (("zh1", "en1"), ("zh2", "en2"), ("zh_key", "en_key"))
    translations = tuple((line[zh], line[en]) for zh, en in keys if line.get(zh) and line.get(en))
    return PolicyPassage(line["id"], line["doc"], line["section"] or "", line["text"], questions, translations)
