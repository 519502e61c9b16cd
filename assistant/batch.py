"""Answer a file of questions in one process: a JSON line in, a JSON line out."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant
from assistant.errors import BatchFileError, QuestionError
from assistant.records import to_record

_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}  # many a reader of lines would end one there


@dataclass(frozen=True, slots=True)
class Line:
    """One question of the file, with the number of its line."""

    number: int
    id: str
    question: str
    history: tuple[str, ...]


def answer_file(questions: Path, out: Path, opener: Callable[[], Assistant], k: int) -> list[str]:
    """Answer every line of a file and write the results beside it, all or nothing.

    :param opener: opens the assistant; called once the file is seen to be readable.
    :return: a sentence for each line that could not be answered, with its number. A question that cannot be asked still
        has a line in the results, abstained, with the reason under `error`.
    :raises BatchFileError: if the file cannot be read or the results cannot be written.
    """
    problems: list[str] = []
    lines = list(_read(questions, problems))
    if not out.parent.is_dir():
        raise BatchFileError(f"{out}: its folder does not exist; make it with: mkdir -p {out.parent}")
    if out.exists() and out.samefile(questions):
        raise BatchFileError(f"{out}: holds the questions; name another file with --out")
    draft = out.with_name(f".{out.name}.part")
    try:
        with draft.open("w", encoding="utf-8", errors="backslashreplace") as stream:
            assistant = opener() if lines else None
            for line in lines:
                record = _answer(assistant, line, k, problems) if assistant else {}
                stream.write(json.dumps(record, ensure_ascii=False).translate(_ESCAPED) + "\n")
        draft.replace(out)
    except OSError as error:
        raise BatchFileError(f"{out}: cannot be written ({error.strerror}); name another file with --out") from error
    finally:
        draft.unlink(missing_ok=True)
    return problems


def _read(path: Path, problems: list[str]) -> Iterator[Line]:
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise BatchFileError(f"{path}: cannot be read ({reason}); name a UTF-8 file of JSON lines") from error
    for number, text in enumerate(content.split("\n"), 1):
        if text.strip():
            try:
                yield _parse(number, json.loads(text))
            except (ValueError, TypeError, RecursionError) as error:
                problems.append(f"{path}:{number}: {error}")


def _parse(number: int, fields: Any) -> Line:
    if not isinstance(fields, dict):
        raise TypeError('not an object; a line is {"id": …, "question": …}')
    if not isinstance(fields.get("id"), str | int) or not isinstance(fields.get("question"), str):
        raise TypeError('"id" and "question" are needed, as text')
    history = fields.get("history") or []
    if not isinstance(history, list) or not all(isinstance(earlier, str) for earlier in history):
        raise TypeError('"history" is a list of earlier questions, as text')
    return Line(number, fields["id"], fields["question"], tuple(history))


def _answer(assistant: Assistant, line: Line, k: int, problems: list[str]) -> dict[str, Any]:
    begun = time.perf_counter()
    try:
        record = to_record(assistant.ask(line.question, line.history, k))
    except QuestionError as error:
        problems.append(f"line {line.number}: {error}")
        record = {"question": line.question, "abstained": True, "error": str(error), "passages": []}
    return {"id": line.id, "abstained": record["abstained"], "latency_ms": round((time.perf_counter() - begun) * 1000, 2), **record}
