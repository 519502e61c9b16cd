"""Two documents or sections side by side for one question."""

from html import escape

from assistant.errors import QuestionError
from assistant.page import thread
from assistant.page.answers import Answers
from assistant.page.markup import tag
from assistant.page.outline import choices
from assistant.page.places import known_scope, scope_label
from assistant.page.strings import Strings
from assistant.page.types import Asked, Library
from assistant.types import Answer
from assistant.wording import reason_text


def compare_form(library: Library, words: Strings) -> str:
    """Two choices and a question."""
    titles = [title for document in library.documents for title in document.titles()]
    sides = ((words.compare_left, "left", titles[:1]), (words.compare_right, "right", titles[-1:]))
    selects = "".join(
        tag("label", escape(label) + tag("select", choices(library, "".join(chosen)), ("name", name), ("lang", "zh-CN")))
        for label, name, chosen in sides
    )
    ask = tag("input", "", ("name", "question"), ("type", "text"), ("required", True), ("autocomplete", "off")).removesuffix("</input>")
    question = tag("label", escape(words.compare_question) + ask, ("class", "wide"))
    go = tag("button", escape(words.compare_go), ("type", "submit"), ("class", "send"))
    intro = tag("h2", escape(words.compare)) + tag("p", escape(words.compare_how))
    return intro + tag("form", selects + question + go, ("class", "compare-form"), ("data-act", "compare"))


def side_by_side(answers: Answers, question: str, left: str, right: str, words: Strings) -> str:
    """What the two sides have to say to the question."""
    if left == right:
        return tag("p", escape(words.compare_same), ("class", "problem-text"), ("role", "alert"))
    try:
        columns = [_column(answers, question, key, words) for key in (left, right)]
    except QuestionError as error:
        return thread.problem_text(error, words)
    return tag("div", "".join(columns), ("class", "beside"))


def _column(answers: Answers, question: str, key: str, words: Strings) -> str:
    within = known_scope(answers.library, (key,))
    response = answers.ask(Asked(question, within))
    heading = tag("h3", escape(scope_label(answers.library, within)), ("lang", "zh-CN"))
    if isinstance(response, Answer):
        inner = thread.passage_list(response.passages, words)
    else:
        reason = tag("p", escape(reason_text(response.reason, words.language)), ("class", "reason"))
        inner = reason + thread.nearest(response.nearest, words)
    return tag("section", heading + inner, ("class", "side"))
