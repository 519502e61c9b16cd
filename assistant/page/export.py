"""A conversation to take away: Markdown or Word, every passage with its section path, page and GB/T 7714 reference."""

import base64
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.citation import format_citation, gbt7714
from assistant.errors import QuestionError
from assistant.page.strings import Strings
from assistant.page.types import Exchange
from assistant.types import Answer, Language, Passage
from assistant.wording import reason_text

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the record: `kind` is question, note, quote, cite or reference."""

    kind: str
    text: str


def take_away(exchanges: list[Exchange], form: str, words: Strings) -> dict[str, str]:
    """A file for the browser to save.

    :param form: `docx` for Word, anything else for Markdown.
    :return: name, media type and the bytes in base 64.
    """
    lines = list(record(exchanges, words))
    if form == "docx":
        name, kind, content = "policy-notes.docx", WORD, word_file(lines, words)
    else:
        name, kind, content = "policy-notes.md", "text/markdown", markdown(lines, words).encode()
    return {"name": name, "type": kind, "base64": base64.b64encode(content).decode("ascii")}


def record(exchanges: list[Exchange], words: Strings) -> Iterator[Line]:
    """The conversation as lines: each question, then its passages and their references."""
    for exchange in exchanges:
        yield Line("question", exchange.asked.question)
        if isinstance(exchange.outcome, QuestionError):
            yield Line("note", exchange.outcome.text(words.language))
            continue
        response = exchange.outcome.response
        if isinstance(response, Answer):
            yield from _passages(response.passages, words.language)
        else:
            yield Line("note", reason_text(response.reason, words.language))
            if response.nearest:
                yield Line("note", words.export_not_answer)
            yield from _passages(response.nearest, words.language)


def _passages(passages: tuple[Passage, ...], language: Language) -> Iterator[Line]:
    for passage in passages:
        yield Line("quote", passage.chunk.text)
        yield Line("cite", f"[{passage.rank}] {format_citation(passage.citation, language)}")
        yield Line("reference", gbt7714(passage.citation, language))


def markdown(lines: list[Line], words: Strings) -> str:
    """The record as Markdown; characters that Markdown would read are escaped, so that the words stay as they are."""
    written = [f"# {words.export_title}"]
    for line in lines:
        text = _escaped(line.text)
        if line.kind == "question":
            written.append(f"## {' '.join(text.split())}")
        elif line.kind == "quote":
            written.append("\n>\n".join(f"> {part}" for part in text.split("\n") if part.strip()))
        else:
            written.append(text)
    return "\n\n".join(written) + "\n"


def _escaped(text: str) -> str:
    return re.sub(r"(?m)([\\`*_\[\]<>#|~]|^\s*(?:[-+](?=\s)|\d+(?=[.)]\s)))", _escape, text)


def _escape(found: re.Match[str]) -> str:
    piece = found[0]
    # a list number is escaped behind it (`1\.`), everything else in front
    return f"{piece}\\" if piece.strip().isdigit() else f"{piece[:-1]}\\{piece[-1]}"


def word_file(lines: list[Line], words: Strings) -> bytes:
    """The record as a Word file."""
    import docx  # half a second; only for those who take a file away
    from docx.oxml.ns import qn

    document = docx.Document()
    styles = {"question": "Heading 1", "quote": "Quote", "note": "Normal", "cite": "Normal", "reference": "Caption"}
    normal = document.styles["Normal"]
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "SimSun")
    document.core_properties.title = words.export_title
    document.core_properties.author = ""
    document.add_heading(words.export_title, 0)
    for line in lines:
        for part in line.text.split("\n"):
            document.add_paragraph(_printable(part), style=styles[line.kind])
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _printable(text: str) -> str:
    # XML 1.0 has no place for these; a corpus file may hold them
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
