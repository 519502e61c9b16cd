"""Links that reproduce a question: `?q=…&in=…&as=typed`, and back."""

from collections.abc import Mapping
from urllib.parse import urlencode

from assistant.errors import LONGEST_QUESTION
from assistant.page.types import Asked, Exchange
from assistant.types import Turn


def linked_question(exchange: Exchange) -> Asked:
    """The question as it can be asked alone: a follow-up carries the words it took over."""
    asked = exchange.asked
    if isinstance(exchange.outcome, Turn):
        reading = exchange.outcome.response.reading
        if reading.carried and not asked.literal:
            return Asked(reading.searched, asked.within)
    return asked


def write_query(asked: Asked) -> str:
    """The query of the link, without the question mark."""
    pairs = [("q", asked.question), *(("in", key) for key in asked.within)]
    return urlencode([*pairs, ("as", "typed")] if asked.literal else pairs)


def read_query(query: Mapping[str, list[str]]) -> Asked | None:
    """The question of a link; None where it holds none that could be asked."""
    question = (query.get("q") or [""])[0]
    if not 0 < len(question) <= LONGEST_QUESTION:
        return None
    return Asked(question, tuple(query.get("in", []))[:20], (query.get("as") or [""])[0] == "typed")
