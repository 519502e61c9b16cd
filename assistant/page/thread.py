"""The conversation as HTML: welcome, questions, answers, abstentions and questions that cannot be asked."""

from html import escape

from assistant.errors import QuestionError
from assistant.page import links
from assistant.page.markup import button, tag
from assistant.page.passages import passage_item
from assistant.page.places import scope_label
from assistant.page.strings import Strings
from assistant.page.types import Asked, Exchange, Library
from assistant.types import Abstention, Answer, Passage, Reading
from assistant.wording import reason_text


def welcome(words: Strings) -> str:
    """What stands in an empty conversation."""
    examples = "".join(
        tag("li", button(text, "ask", ("data-question", text), ("lang", "en" if text.isascii() else "zh-CN"), css="example"))
        for text in words.examples
    )
    return tag(
        "section",
        tag("h2", escape(words.welcome))
        + tag("p", escape(words.welcome_how))
        + tag("h3", escape(words.examples_title))
        + tag("ul", examples, ("class", "examples")),
        ("class", "welcome"),
    )


def turn(exchange: Exchange, position: int, library: Library, words: Strings) -> str:
    """One question with its answer.

    :param position: of the turn in its conversation, from 0.
    """
    asked, outcome = exchange.asked, exchange.outcome
    inner = problem_text(outcome, words) if isinstance(outcome, QuestionError) else _response(outcome.response, asked, library, words)
    heading = tag("h2", escape(asked.question), ("class", "question"))
    return tag(
        "article",
        heading + inner,
        ("class", "turn"),
        ("id", f"turn-{position}"),
        ("data-link", links.write_query(links.linked_question(exchange))),
        ("data-question", asked.question),
    )


def problem(question: str, error: QuestionError, words: Strings) -> str:
    """A question that was not asked, shown once and not remembered."""
    short = question if len(question) <= 80 else question[:80] + "……"
    heading = tag("h2", escape(short), ("class", "question")) if question.strip() else ""
    return tag("article", heading + problem_text(error, words), ("class", "turn problem"))


def problem_text(error: QuestionError, words: Strings) -> str:
    """The sentence that says what to change."""
    return tag("p", escape(error.text(words.language)), ("class", "problem-text"), ("role", "alert"))


def _response(response: Answer | Abstention, asked: Asked, library: Library, words: Strings) -> str:
    frame = _scope(asked, library, words) + _reading(response.reading, asked, words)
    if isinstance(response, Answer):
        found = tag("p", escape(_found(response.passages, words)), ("class", "found"))
        return frame + found + passage_list(response.passages, words) + _verdicts(words)
    reason = tag("p", escape(reason_text(response.reason, words.language)), ("class", "reason"))
    return frame + reason + nearest(response.nearest, words) + _verdicts(words)


def _verdicts(words: Strings) -> str:
    labels = {"right": words.feedback_right, "wrong_evidence": words.feedback_wrong, "should_have_refused": words.feedback_refuse}
    buttons = (button(label, "feedback", ("data-verdict", verdict), ("aria-pressed", "false")) for verdict, label in labels.items())
    group = (("class", "turn-foot"), ("role", "group"), ("aria-label", words.feedback))
    return tag("div", tag("span", escape(words.feedback)) + "".join(buttons), *group)


def passage_list(passages: tuple[Passage, ...], words: Strings) -> str:
    """Passages in rank order, numbered by their markers."""
    return tag("ol", "".join(passage_item(passage, words) for passage in passages), ("class", "passages"))


def nearest(passages: tuple[Passage, ...], words: Strings) -> str:
    """The nearest passages of an abstention, set apart from answers."""
    if not passages:
        return ""
    return tag("section", tag("h3", escape(words.nearest)) + passage_list(passages, words), ("class", "nearest"))


def _found(passages: tuple[Passage, ...], words: Strings) -> str:
    documents = len({passage.citation.document for passage in passages})
    if len(passages) == 1:
        return words.found_one
    return (words.found_in_one if documents == 1 else words.found).format(count=len(passages), documents=documents)


def _scope(asked: Asked, library: Library, words: Strings) -> str:
    if not asked.within:
        return ""
    return tag("p", escape(words.scope.format(scope=scope_label(library, asked.within))), ("class", "scope-said"))


def _reading(reading: Reading, asked: Asked, words: Strings) -> str:
    if asked.literal:
        return tag("p", escape(words.was_literal), ("class", "reading"))
    if not reading.corrections and not reading.carried:
        return ""
    said = words.resolved if reading.carried else words.corrected
    again = button(
        words.as_typed,
        "ask",
        ("data-question", asked.question),
        ("data-literal", True),
        ("data-within", "\n".join(asked.within)),
    )
    return tag("p", escape(said.format(searched=reading.searched)) + " " + again, ("class", "reading"))
