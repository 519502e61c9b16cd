"""Is there an answer among the passages found, or only near misses?

A logistic rule over the named signals of `signals.py`, fitted by `python -m evaluation.fit` on the fitting part of the judged
questions; `abstention.json` holds it with its cross-validated figures. A name or a year that the corpus does not have decides
alone. The operating point refuses at most one in twenty of the questions that the notes do answer.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

from assistant.names import KnownNames
from assistant.question.reading import Understood
from assistant.retriever import Search
from assistant.signals import Signals, read_signals
from assistant.tables import LostTables
from assistant.types import Reason
from index.store import PassageIndex
from index.verifier import AnswerVerifier

_SOMETHING = 0.25  # of the weight of the question's words: a far passage with so many of them has something to do with it

RULE = Path(__file__).with_name("abstention.json")


@dataclass(frozen=True, slots=True)
class Rule:
    """Weights by signal, each for the signal less its mean over its deviation; refuse where the chance is above `limit`.

    Whatever the chance, a search that comes less `near` than this found nothing: no answered question lies there.
    """

    weights: dict[str, tuple[float, float, float]]  # mean, deviation, weight
    bias: float
    limit: float
    near: float = -1.0

    @classmethod
    def read(cls, file: Path = RULE) -> "Rule":
        """Read what `evaluation.fit` wrote."""
        content = json.loads(file.read_text(encoding="utf-8"))
        return cls({name: tuple(values) for name, values in content["signals"].items()}, content["bias"], content["limit"], content["near"])

    def chance(self, values: dict[str, float]) -> float:
        """The chance, from 0 to 1, that there is no answer."""
        odds = self.bias + sum(weight * (values[name] - mean) / deviation for name, (mean, deviation, weight) in self.weights.items())
        return 1 / (1 + math.exp(-odds))


def nearness(values: dict[str, float]) -> float:
    """How near the best passage is, as a whole and token by token: what is about something else altogether is far in both."""
    return (values["late"] + values["dense"]) / 2


class Judge:
    """Decides for one corpus whether a search found an answer."""

    def __init__(self, index: PassageIndex, known: KnownNames, rule: Rule, verifier: AnswerVerifier | None) -> None:
        """`verifier` is None without its file, or with an encoder that it was not trained on."""
        self._index, self._known, self._rule = index, known, rule
        self._verifier, self._tables = verifier, LostTables(index)

    def signals(self, understood: Understood, search: Search) -> Signals | None:
        """What the decision rests on; None where a lost table decides it."""
        return None if self._tables.asked_for(understood, search) else self._read(understood, search)

    def _read(self, understood: Understood, search: Search) -> Signals:
        return read_signals(understood, search, self._index, self._known, self._verifier)

    def judge(self, understood: Understood, search: Search) -> Reason | None:
        """Why there is no answer; None where there is one."""
        if not search.fused:
            return Reason("nothing_found")
        if table := self._tables.asked_for(understood, search):
            return Reason("lost_table", (table.caption,))
        if search.encoded is None:  # keywords alone: what shares words with the question is shown
            return None
        signals = self._read(understood, search)
        if signals.names:  # of the fitting part's questions 31 without an answer have such a name, and one with one
            return Reason("unknown_name", signals.names)
        if nearness(signals.values) < self._rule.near:
            return Reason("nothing_found" if max(search.shares.values(), default=0.0) < _SOMETHING else "not_answered")
        return Reason("not_answered") if self._rule.chance(signals.values) > self._rule.limit else None
