"""The source panel: a section as it stands in the notes, with the passage and its evidence marked by offset."""

from html import escape

from assistant.citation import format_citation, format_pages
from assistant.page.markup import Marks, button, marked, paragraphs, tag
from assistant.page.places import (
    Place,
    ancestors,
    page_turns,
    parse_spans,
    reading_section,
    reference,
    section_reference,
)
from assistant.page.strings import Strings
from assistant.types import Citation, Span
from corpus.types import Document, Section


def copy_text(text: str, citation: Citation, words: Strings) -> str:
    """A passage with its citation, as it is put on the clipboard."""
    return f"{text}\n——{format_citation(citation, words.language)}"


def passage_panel(place: Place, evidence: str, position: int, count: int, words: Strings) -> str:
    """The panel opened at a passage.

    :param evidence: spans as `places.parse_spans` reads them.
    :param position, count: which of how many passages of the answer this is; 0 where there is no answer around it.
    """
    document, section = place.document, place.section
    shown = reading_section(document, section)
    spans = parse_spans(evidence, (place.start, place.end)) or ((place.start, place.end),)
    marks = Marks((place.start, place.end), spans, page_turns(document, shown.start, shown.end, words))
    take = copy_text(document.text[place.start : place.end], place.citation, words)
    tools = (
        button(words.copy, "copy", ("data-copy", take)),
        button(words.link, "link", ("data-ref", reference(document.id, place.start, place.end))),
        button(words.ask_within, "scope", ("data-within", section.id)),
    )
    head = _head(
        document, section, format_pages(place.citation.pages, words.language), _steps(position, count, words), "".join(tools), words
    )
    return head + _text(document, shown, marks, words) + _neighbours(document, shown, words)


def section_panel(document: Document, section: Section, words: Strings) -> str:
    """The panel with a section opened from the outline: nothing marked."""
    marks = Marks(page_turns=page_turns(document, section.start, section.end, words))
    tools = button(words.ask_within, "scope", ("data-within", section.id)) if section.end > section.body_start else ""
    head = _head(document, section, format_pages(section.pages, words.language), "", tools, words)
    return head + _text(document, section, marks, words) + _neighbours(document, section, words)


def empty_panel(words: Strings) -> str:
    """What the panel says before anything is opened."""
    return tag("p", escape(words.source_empty), ("class", "panel-empty"))


def _head(document: Document, section: Section, page: str, steps: str, tools: str, words: Strings) -> str:
    above = ancestors(document, section)[:-1]
    crumbs = "".join(tag("li", _section_button(document, s, _label(s))) for s in above)
    trail = tag("nav", tag("ol", crumbs), ("class", "crumbs"), ("aria-label", words.outline)) if crumbs else ""
    close = button("×", "close", ("aria-label", words.back_to_answer), css="close")
    title = tag("h2", escape(_label(section)), ("tabindex", "-1"), ("class", "panel-title"), ("lang", "zh-CN"))
    place = tag("p", tag("span", escape(page), ("class", "page")) + steps, ("class", "panel-place"))
    return tag("header", trail + close + title + place + tag("p", tools, ("class", "tools")), ("class", "panel-head"))


def _steps(position: int, count: int, words: Strings) -> str:
    if count < 1:
        return ""
    said = tag("span", f"{position}/{count}", ("aria-label", words.position.format(position=position, count=count)), ("role", "img"))
    back = button("‹", "step", ("data-step", -1), ("aria-label", words.previous_passage), ("disabled", position <= 1 or None))
    on = button("›", "step", ("data-step", 1), ("aria-label", words.next_passage), ("disabled", position >= count or None))
    return tag("span", back + said + on, ("class", "steps"))


def _text(document: Document, shown: Section, marks: Marks, words: Strings) -> str:
    inside = [s for s in document.sections if s is shown or (shown.start <= s.start < shown.end and s.level > shown.level)]
    parts = [_section_text(document, s, shown, marks) for s in inside]
    if not any(s.body_end > s.body_start for s in inside):
        parts.append(tag("p", escape(words.only_heading), ("class", "only-heading")))
    scrolls = (("tabindex", 0), ("role", "region"), ("aria-label", words.source))  # so that the keyboard can scroll it
    return tag("div", "".join(parts), ("class", "panel-text"), ("lang", "zh-CN"), *scrolls)


def _section_text(document: Document, section: Section, shown: Section, marks: Marks) -> str:
    # a heading that opens its paragraph (start == body_start) is printed there, word for word; a second one would double it
    heading = ""
    if section is not shown and section.start < section.body_start:
        heading = tag("h3", escape(_label(section)), ("class", f"depth-{min(len(section.path), 4)}"))
    body = (_paragraph(document, span, marks) for span in paragraphs(document.text, section.body_start, section.body_end))
    return heading + "".join(body)


def _paragraph(document: Document, span: Span, marks: Marks) -> str:
    holds = marks.passage is not None and span[0] < marks.passage[1] and marks.passage[0] < span[1]
    return tag("p", marked(document.text, *span, marks), ("class", "here" if holds else None))


def _neighbours(document: Document, section: Section, words: Strings) -> str:
    before = [s for s in document.sections if s.end <= section.start]
    after = [s for s in document.sections if s.start >= section.end]
    links = []
    if before:
        links.append(_section_button(document, before[-1], f"‹ {words.section_before}：{_label(before[-1])}"))
    if after:
        links.append(_section_button(document, after[0], f"{words.section_after}：{_label(after[0])} ›"))
    return tag("footer", "".join(links), ("class", "panel-foot"))


def _section_button(document: Document, section: Section, label: str) -> str:
    return button(label, "section", ("data-section", section_reference(document, section)), ("lang", "zh-CN"), css="plain")


def _label(section: Section) -> str:
    return section.path[-1] if len(section.path) > 1 else f"《{section.document}》"
