"""The head of the page: name, views, language, light and dark; and what goes into the document's own head."""

from html import escape

from assistant.page.markup import button, tag
from assistant.page.strings import Strings


def header(words: Strings) -> str:
    """The bar across the top, with the link that lets the keyboard skip it."""
    skip = tag("a", escape(words.skip), ("href", "#question"), ("class", "skip"), ("data-act", "skip"))
    name = tag("h1", escape(words.title)) + tag("p", escape(words.subtitle), ("class", "subtitle"))
    views = (("ask", words.ask), ("browse", words.browse), ("compare", words.compare))
    buttons = "".join(
        button(label, "view", ("data-view", view), ("aria-current", "page" if view == "ask" else None), css="view") for view, label in views
    )
    nav = tag("nav", buttons, ("class", "views"), ("aria-label", words.title))
    other = "en" if words.language == "zh" else "zh"
    language = tag(
        "a",
        escape(words.other_language),
        ("href", f"/{other}/"),
        ("class", "language"),
        ("data-act", "language"),
        ("lang", "zh-CN" if other == "zh" else "en"),
    )
    theme = button("◐", "theme", ("aria-label", words.theme), ("title", words.theme), css="theme")
    return tag("header", skip + tag("div", name, ("class", "name")) + nav + language + theme, ("class", "top"))


def notice(words: Strings) -> str:
    """That only keyword search works, said where it cannot be missed."""
    return tag("p", escape(words.encoder_missing), ("class", "notice"), ("role", "status"))


def document_head(words: Strings, version: str) -> str:
    """Tags for the document's head.

    :param version: changes with the files, so that a browser never keeps an old one.
    """
    style = tag("link", "", ("rel", "stylesheet"), ("href", f"/page/page.css?{version}")).removesuffix("</link>")
    preload = tag("link", "", ("rel", "modulepreload"), ("href", "/page/page.js")).removesuffix("</link>")
    said = {"copied": words.copied, "linked": words.linked, "searching": words.searching}
    said |= {"thanks": words.feedback_thanks, "failed": words.feedback_failed, "unreachable": words.unreachable}
    said |= {"lang": words.html_lang, "waiting": words.waiting}
    texts = "".join(tag("meta", "", ("name", f"page-{name}"), ("content", text)).removesuffix("</meta>") for name, text in said.items())
    return f"{style}{preload}{texts}"
