"""A reader's verdict, kept on this machine as a line in the form of the judged questions, so that it can be evaluated."""

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path

from assistant.errors import LONGEST_QUESTION
from assistant.page.places import UnknownPlaceError, find_place, parse_spans
from assistant.page.shelf import Call, fields
from assistant.page.types import Library

VERDICTS = ("right", "wrong_evidence", "should_have_refused")
LARGEST_FILE = 10_000_000  # bytes; some 20,000 verdicts, then nothing more is written

_writing = threading.Lock()


def feedback_call(library: Library, path: Path, clock: Callable[[], float] = time.time) -> Call:
    """The function that the script calls with question, verdict, and the first passage with its evidence."""

    def feedback(sent: object) -> dict[str, object]:
        question, verdict, ref, evidence = fields(sent, (str, str, str, str), ("", "", "", ""))
        if verdict not in VERDICTS or not 0 < len(question) <= LONGEST_QUESTION:
            return {"kept": False}
        line = judged_line(library, question, verdict, ref, evidence) | {"id": f"f{int(clock() * 1000)}"}
        return {"kept": _append(path, json.dumps(line, ensure_ascii=False))}

    return feedback


def judged_line(library: Library, question: str, verdict: str, ref: str, evidence: str) -> dict[str, object]:
    """The verdict as a judged question: right evidence becomes gold, wrong evidence only a note."""
    quotes = _quotes(library, ref, evidence)
    chinese = any("\u4e00" <= character <= "\u9fff" for character in question)
    return {
        "id": "",
        "lang": "zh" if chinese else "en",
        "type": "feedback",
        "question": question,
        "gold": quotes if verdict == "right" else [],
        "answerable": verdict != "should_have_refused",
        "note": verdict if verdict == "right" else f"{verdict}: {ref[:200]}",
    }


def _quotes(library: Library, ref: str, evidence: str) -> list[dict[str, object]]:
    try:
        place = find_place(library, ref)
    except UnknownPlaceError:
        return []
    text, section = place.document.text, place.section
    spans = parse_spans(evidence, (place.start, place.end)) or ((place.start, place.end),)
    return [
        {"quote": text[start:end], "section": section.outline_number, "page": place.document.page_at(start)} for start, end in spans[:1]
    ]


def _append(path: Path, line: str) -> bool:
    try:
        with _writing:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and path.stat().st_size > LARGEST_FILE:
                return False
            with path.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
    except OSError:
        return False
    return True
