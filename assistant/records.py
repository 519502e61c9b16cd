"""Answers as plain JSON: the form that the command line and other programs exchange."""

from typing import Any

from assistant.types import Abstention, Answer, Passage
from assistant.wording import reason_text


def to_record(response: Answer | Abstention) -> dict[str, Any]:
    """One question's answer; when it abstains, `passages` holds the nearest ones and `reason` says why."""
    abstained = isinstance(response, Abstention)
    passages = response.nearest if isinstance(response, Abstention) else response.passages
    record: dict[str, Any] = {"question": response.question, "abstained": abstained}
    if isinstance(response, Abstention):
        record["reason"] = {
            "kind": response.reason.kind,
            "terms": list(response.reason.terms),
            "text": reason_text(response.reason, response.reading.language),
        }
    record["searched"] = response.reading.searched
    record["scope"] = list(response.reading.scope)
    record["passages"] = [passage_record(passage) for passage in passages]
    return record


def passage_record(passage: Passage) -> dict[str, Any]:
    """One passage: the text verbatim, where it stands, and its evidence as offsets into `text`."""
    section, start = passage.chunk.section, passage.chunk.start
    return {
        "rank": passage.rank,
        "text": passage.chunk.text,
        "document": section.document,
        "section": section.outline_number or section.id,
        "section_path": list(section.path),
        "page": passage.chunk.pages.first,
        "page_end": passage.chunk.pages.last,
        "start": start,
        "end": passage.chunk.end,
        "score": round(passage.score, 6),
        "evidence": [[a - start, b - start] for a, b in passage.evidence],
    }
