"""Tables that an export lost: the caption is there, the note below it too, and nothing stands between them."""

import re
from dataclasses import dataclass

from corpus.types import Document

# A caption is a short line without an end mark; the note that belongs to a table begins so.
_LOST = re.compile(
    r"^(?P<caption>[^\n。；！？：，.;!?:,]{4,40})\n(?=[ \t]*(?:注|附注|说明|资料来源|数据来源|来源|Notes?|Source)\s*[：:])", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class LostTable:
    """A table of which only the caption is left, at `[start, end)` of the document's text."""

    caption: str
    document_id: str
    start: int
    end: int


def find_lost_tables(document: Document) -> list[LostTable]:
    """The tables that a document announces and annotates but does not hold, in order."""
    headings = {section.start for section in document.sections}
    found = [m for m in _LOST.finditer(document.text) if m.start() not in headings]
    return [LostTable(m["caption"].strip(), document.id, *m.span("caption")) for m in found]
