"""One passage in an answer: its best sentence and marker first, the rest folded away with why it is here."""

from html import escape

from assistant.citation import format_citation, format_pages
from assistant.page.markup import Marks, button, marked, tag
from assistant.page.places import reference
from assistant.page.reader import copy_text
from assistant.page.strings import Strings
from assistant.types import Passage, Span


def passage_item(passage: Passage, words: Strings) -> str:
    """A passage as a list entry of the answer."""
    chunk, citation = passage.chunk, passage.citation
    said = format_citation(citation, words.language)
    text = _sentence(passage)
    # the last characters hold on to the marker, so that it never stands alone on a line
    tail = tag("span", escape(text[-2:]) + marker(passage, words), ("class", "tail"))
    sentence = tag("p", escape(text[:-2]) + tail, ("class", "sentence"), ("lang", "zh-CN"))
    return tag(
        "li",
        sentence + tag("p", escape(said), ("class", "cite"), ("lang", "zh-CN")) + _unfolded(passage, words),
        ("class", "passage"),
        ("data-ref", reference(chunk.document_id, chunk.start, chunk.end)),
    )


def marker(passage: Passage, words: Strings) -> str:
    """The button `[1]` that opens the source; what its hover card says travels with it."""
    chunk, citation = passage.chunk, passage.citation
    said = format_citation(citation, words.language)
    return button(
        f"[{passage.rank}]",
        "open",
        ("data-ref", reference(chunk.document_id, chunk.start, chunk.end)),
        ("data-evidence", ",".join(f"{a}-{b}" for a, b in passage.evidence)),
        ("data-where", " › ".join((f"《{citation.document}》", *citation.section_path))),
        ("data-page", format_pages(citation.pages, words.language)),
        ("data-first", _first_words(chunk.text)),
        ("aria-label", words.open_passage.format(rank=passage.rank, citation=said)),
        css="marker",
    )


def _sentence(passage: Passage) -> str:
    start, end = passage.evidence[0]
    return passage.chunk.text[start - passage.chunk.start : end - passage.chunk.start].strip()


def _first_words(text: str, length: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length] + "……"


def _unfolded(passage: Passage, words: Strings) -> str:
    chunk = passage.chunk
    evidence: tuple[Span, ...] = tuple((a - chunk.start, b - chunk.start) for a, b in passage.evidence)
    whole = marked(chunk.text, 0, len(chunk.text), Marks(evidence=evidence))
    tools = (
        button(words.copy, "copy", ("data-copy", copy_text(chunk.text, passage.citation, words))),
        button(words.link, "link", ("data-ref", reference(chunk.document_id, chunk.start, chunk.end))),
    )
    inner = tag("blockquote", whole, ("lang", "zh-CN")) + _why(passage, words) + tag("p", "".join(tools), ("class", "tools"))
    return tag("details", tag("summary", escape(words.unfold)) + inner)


def _why(passage: Passage, words: Strings) -> str:
    said = {"lexical": words.keyword_rank, "dense": words.meaning_rank, "late": words.reordered_rank}
    ranks = [said[stage.name].format(rank=stage.rank) for stage in passage.stages if stage.name in said]
    parts = [tag("span", escape(rank)) for rank in ranks]
    if passage.matched:
        matched = " ".join(tag("b", escape(word), ("lang", "zh-CN")) for word in passage.matched)
        parts.insert(0, tag("span", f"{escape(words.matched)} {matched}"))
    return tag("p", "".join(parts), ("class", "why")) if parts else ""
