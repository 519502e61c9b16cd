"""Names in other writings: what the corpus itself says in brackets (`信息物理系统（CPS）`), and a short table for the rest."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from index.normalise import normalise

_TABLE = Path(__file__).with_name("aliases.json")


class Aliases:
    """Groups of names for one thing."""

    def __init__(self, pairs: Iterable[tuple[str, str]], corpus_text: str) -> None:
        """Join the corpus's pairs and the table.

        :param pairs: Chinese name and abbreviation, as printed in the corpus.
        :param corpus_text: the normalised text: only names that stand in it are added to a question.
        """
        groups: list[list[str]] = json.loads(_TABLE.read_text(encoding="utf-8"))
        self._groups = [tuple(dict.fromkeys(normalise(name) for name in group)) for group in [*groups, *map(list, pairs)]]
        self._in_corpus = frozenset(name for group in self._groups for name in group if _stands_in(name, corpus_text))

    @property
    def groups(self) -> list[tuple[str, ...]]:
        """Names, normalised, of one thing each."""
        return self._groups

    def names(self) -> set[str]:
        """Every name of what the corpus names in one way or another, normalised."""
        return {name for group in self._groups if self._in_corpus.intersection(group) for name in group}

    def expand(self, question: str) -> tuple[str, ...]:
        """The names that the corpus uses for what the question calls otherwise, each once.

        Chinese names for Latin ones, and Latin ones only for a Chinese name that the corpus does not use itself.
        """
        text = normalise(question)
        found: dict[str, None] = {}
        for group in self._groups:
            called = [name for name in group if _stands_in(name, text)]
            known = any(not name.isascii() and name in self._in_corpus for name in called)
            others = [name for name in group if name not in called and name in self._in_corpus]
            if called and not known:
                found |= dict.fromkeys(others)
        return tuple(found)


def _stands_in(name: str, text: str) -> bool:
    if not name.isascii():
        return name in text
    return re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", text) is not None
