"""The outline of all documents, and the choices of the comparison: what can be opened and what can be searched in."""

from html import escape

from assistant.citation import format_pages
from assistant.page.markup import button, tag
from assistant.page.places import section_reference
from assistant.page.strings import Strings
from assistant.page.types import Library
from corpus.types import Document, Section


def outline(library: Library, words: Strings) -> str:
    """The Browse view: every document as a tree of sections with pages."""
    trees = "".join(_tree(document, _tops(document), words) for document in library.documents)
    intro = tag("h2", escape(words.outline)) + tag("p", escape(words.outline_how))
    return tag("section", intro + trees, ("class", "outline"))


def choices(library: Library, chosen: str) -> str:
    """The options of a select: documents, and their sections of up to two levels below."""
    groups = []
    for document in library.documents:
        for title in document.titles():
            sections = [s for s in document.sections if s.document == title and 2 <= len(s.path) <= 3 and not _empty(s)]
            options = [_option(title, f"《{title}》", chosen)]
            options += [_option(s.id, "　" * (len(s.path) - 1) + s.path[-1], chosen) for s in sections]
            groups.append(tag("optgroup", "".join(options), ("label", title)))
    return "".join(groups)


def _option(value: str, label: str, chosen: str) -> str:
    return tag("option", escape(label), ("value", value), ("selected", value == chosen or None))


def _tops(document: Document) -> list[Section]:
    titles = set(document.titles())
    return [s for s in document.sections if len(s.path) == 1 and s.document in titles]


def _tree(document: Document, sections: list[Section], words: Strings) -> str:
    return tag("ul", "".join(tag("li", _entry(document, section, words)) for section in sections)) if sections else ""


def _entry(document: Document, section: Section, words: Strings) -> str:
    children = [s for s in document.children(section) if s.document == section.document]
    line = _line(document, section, words)
    if not children:
        return tag("div", line, ("class", "leaf"))
    summary = tag("summary", "", ("aria-label", section.path[-1]), ("lang", "zh-CN"))
    tree = tag("details", summary + _tree(document, children, words), ("open", len(section.path) < 2 or None))
    return tag("div", line + tree, ("class", "branch"))


def _line(document: Document, section: Section, words: Strings) -> str:
    label = f"《{section.document}》" if len(section.path) == 1 else section.path[-1]
    opener = button(label, "section", ("data-section", section_reference(document, section)), ("lang", "zh-CN"), css="plain")
    done = tag("span", "DONE", ("class", "done"), ("title", words.done)) if section.done else ""
    page = tag("span", escape(format_pages(section.pages, words.language)), ("class", "page"))
    return tag("span", opener + done + page, ("class", "line empty" if _empty(section) else "line"))


def _empty(section: Section) -> bool:
    return section.body_start >= section.end
