"""Calls of the page's script that are answered at once, without the queue: open a passage, open a section.

A call that does not have the expected form gets the same answer as one that leads nowhere.
"""

from collections.abc import Callable
from html import escape

from assistant.page.markup import button, tag
from assistant.page.places import UnknownPlaceError, find_place, find_section
from assistant.page.reader import passage_panel, section_panel
from assistant.page.strings import Strings
from assistant.page.types import Library

Call = Callable[[object], dict[str, object]]


def shelf_calls(library: Library, words: Strings) -> list[Call]:
    """The functions that the script can call; each takes one list of strings and numbers."""

    def passage(sent: object) -> dict[str, object]:
        ref, evidence, position, count = fields(sent, (str, str, int, int), ("", "", 0, 0))
        try:
            return {"html": passage_panel(find_place(library, ref), evidence, position, count, words)}
        except UnknownPlaceError:
            return {"html": _nowhere(words)}

    def section(sent: object) -> dict[str, object]:
        (ref,) = fields(sent, (str,), ("",))
        try:
            return {"html": section_panel(*find_section(library, ref), words)}
        except UnknownPlaceError:
            return {"html": _nowhere(words)}

    return [passage, section]


def fields(sent: object, kinds: tuple[type, ...], otherwise: tuple) -> tuple:  # type: ignore[type-arg]
    """What was sent, if it is a list of these kinds; else `otherwise`."""
    if isinstance(sent, list) and len(sent) == len(kinds) and all(type(a) is b for a, b in zip(sent, kinds, strict=True)):
        return tuple(sent)
    return otherwise


def _nowhere(words: Strings) -> str:
    close = button("×", "close", ("aria-label", words.back_to_answer), css="close")
    title = tag("h2", escape(words.source), ("tabindex", "-1"), ("class", "panel-title"))
    return tag("header", close + title, ("class", "panel-head")) + tag("p", escape(words.unknown_passage), ("class", "panel-empty"))
