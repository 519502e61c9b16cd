"""What stands around the thread: the conversations to choose from, the scope of the next question, notices."""

from html import escape

from assistant.page.markup import button, tag
from assistant.page.places import scope_label
from assistant.page.strings import Strings
from assistant.page.types import Conversation, Library, Memory


def conversation_bar(memory: Memory, words: Strings) -> str:
    """New conversation, the others, export and delete."""
    filled = [(i, c) for i, c in enumerate(memory.conversations) if c.turns]
    entries = "".join(_entry(i, c, i == memory.current, words) for i, c in reversed(filled))
    forget_all = button(words.forget_all, "forget-all", ("data-sure", words.forget_sure)) if filled else ""
    listed = tag("ul", entries) if entries else tag("p", escape(words.untitled))
    chooser = tag(
        "details",
        tag("summary", f"{escape(words.conversations)} {len(filled)}") + tag("div", listed + forget_all, ("class", "menu")),
        ("class", "conversations"),
    )
    taking = (button("Markdown", "export", ("data-format", "markdown")), button("Word", "export", ("data-format", "docx")))
    export = tag("details", tag("summary", escape(words.export)) + tag("div", "".join(taking), ("class", "menu")), ("class", "export"))
    return chooser + (export if memory.conversation.turns else "") + button(words.new, "begin")


def scope_bar(memory: Memory, library: Library, words: Strings) -> str:
    """The scope of the next question, with a way out; empty where everything is searched."""
    within = memory.conversation.within
    if not within:
        return ""
    said = escape(words.scope_next.format(scope=scope_label(library, within)))
    return tag("p", said + button("×", "scope", ("data-within", ""), ("aria-label", words.scope_clear)), ("class", "scope"))


def _entry(position: int, conversation: Conversation, current: bool, words: Strings) -> str:
    title = conversation.turns[0].question[:60]
    opener = button(
        title,
        "select",
        ("data-position", position),
        ("aria-current", "true" if current else None),
        css="plain",
    )
    delete = button(
        "×", "forget", ("data-position", position), ("data-sure", words.forget_sure), ("aria-label", words.forget.format(title=title))
    )
    return tag("li", opener + delete)
