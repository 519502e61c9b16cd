"""What an English question wants listed (`all the basic principles`), as the headings of Chinese official documents call it."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.question.words import FUNCTION_WORDS

# Closed classes, which hold for official documents of any subject. `nouns`: under which they list things, and how the headings
# end; `*` for whatever is listed. `qualities`: words before such a noun that the heading may leave unsaid; `narrowing`: those that
# it says too. `above`: who acts and what kind of document it is, as the headings above say it. `telling`: words that name nothing.
_TABLE = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
# a long title that opens so is a task, whatever it ends with: `扩大电子商务服务领域`
_TASK = re.compile(
    "推动|推进|加快|加强|强化|扩大|拓展|完善|健全|提升|提高|优化|深化|促进|构建|培育|增强|建立|落实|加大|积极|大力|全面|切实|着力|进一步|深入|突破|壮大|丰富"
    "|引导|打造|营造|形成|夯实|鼓励|做好|抓好"
)
_SHORT = 6  # characters of a title that may open with such a word: `落实措施`
NUMBERS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SAYING_NOTHING = frozenset(word for word in FUNCTION_WORDS if word.isascii()) | frozenset(str(_TABLE["telling"]).split())


def _plural(noun: str) -> str:
    head, of, rest = noun.partition(" of ")
    return (f"{head[:-1]}ies" if re.search("[^aeiou]y$", head) else f"{head}es" if head.endswith("s") else f"{head}s") + of + rest


def _each(table: str, between: str) -> dict[str, tuple[str, ...]]:
    return {word: tuple(names.split()) for words, names in _TABLE[table].items() for word in words.split(between)}


_NAMES = {noun: () if names == ("*",) else names for noun, names in _each("nouns", ", ").items()}
_PLURALS = {_plural(noun): names for noun, names in _NAMES.items()}
_NARROW = _each("narrowing", " ")
_QUALITY = _each("qualities", " ") | _NARROW
_YEAR = r"(?:(?:19|20)\d\d )?"  # of a document: `the 2017 opinions`
_ABOVE = [(re.compile(rf"\b{_YEAR}(?:{words})\b"), names.split()) for words, names in _TABLE["above"].items()]


def _phrase(nouns: Iterable[str]) -> str:
    """Up to three words that are no part of a sentence's frame, and one of the nouns."""
    frame = "|".join(sorted(_SAYING_NOTHING))
    longest_first = "|".join(sorted(nouns, key=len, reverse=True))
    return rf"((?:(?!(?:{frame})\b)[a-z][a-z-]*\s+){{0,3}}?)\b({longest_first})\b"


_BETWEEN = r"(?:(?:are|were|me|us|all|of|the|its|their|these|those|each|every|out|down|exactly)\W+)*"
_PHRASE = re.compile(_phrase(_PLURALS))
_COUNTED = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\s+{_BETWEEN}{_phrase(_PLURALS)}")
_COUNTED_ALONE = re.compile(rf"\b(?:{'|'.join(NUMBERS)})(?: of (?:them|these|those))?\W*$")
_ASKED = re.compile(
    r"(?:(?:^|[.,;:?!]\s*|\b(?:and|please|then|also)\s+)(?:list|name|enumerate|identify|give|outline)|\bwhat|\bwhich|\bhow many)\b\W+"
    rf"{_BETWEEN}{_phrase(_PLURALS)}"
)
_WORD = re.compile(r"[a-z0-9.+-]*[a-z0-9]|[\u4e00-\u9fff][\u4e00-\u9fffa-z0-9.+]*")
_ORDERED = re.compile(rf"\b(?:the|its|their) [a-z]+ {_phrase(_NAMES)}")


@dataclass(frozen=True, slots=True)
class Listed:
    """`the basic principles`: a heading of them ends with one of `names`; there are none where anything may be meant (`points`).

    :ivar qualities: the words before the noun that a heading may say as well.
    :ivar beside: the question without that phrase.
    """

    names: tuple[str, ...]
    qualities: tuple[str, ...] = ()
    beside: str = ""

    def heads(self, title: str) -> bool:
        """The title ends with what is listed, and is not narrower or wider."""
        task = len(title) > _SHORT and _TASK.match(title)
        return title.endswith(self.names) and not task and self._says(title, [q for q in self.qualities if q in _NARROW])

    def heads_in_full(self, title: str) -> bool:
        """The title says all that the question says of it."""
        return self.heads(title) and self._says(title, self.qualities)

    def _says(self, title: str, qualities: Iterable[str]) -> bool:
        return all(any(name in title for name in _QUALITY[quality]) for quality in qualities)

    def names_no_other(self, outer: str) -> bool:
        """All that the question names beside the list is in the headings over it, which are `outer`, normalised."""
        text = self.beside
        for pattern, names in _ABOVE:
            text = pattern.sub(" ", text) if any(name in outer for name in names) else text
        return all(word in _SAYING_NOTHING or word in outer for word in _WORD.findall(text))


def listed_in(question: str, counted: bool, ordered: bool = False) -> Listed | None:
    """What an English question wants listed; the first noun of the table where it counts or asks for `points` or `kinds` of it.

    :param question: normalised, without what names places.
    :param counted: it says how many there are. Otherwise the noun stands right behind the asking words.
    :param ordered: one thing is asked for by its number.
    :return: None where it asks for none, or for what no heading lists.
    """
    patterns = [_COUNTED] if counted else [_ASKED, _ORDERED] if ordered else [_ASKED]
    match = next((m for pattern in patterns if (m := pattern.search(question))), None)
    if not match:
        return Listed((), (), question) if ordered or (counted and _COUNTED_ALONE.search(question)) else None
    first = _read(question, match)
    later = None if first.names else next((m for m in _PHRASE.finditer(question, match.end()) if _PLURALS[m[2]]), None)
    return _read(question, later) if later else first if first.names or counted or ordered else None


def _read(question: str, match: re.Match[str]) -> Listed:
    words = match[1].split()
    unknown = " ".join(word for word in words if word not in _QUALITY)
    beside = f"{question[: match.start(1)]}{unknown} {question[match.end(2) :]}"
    return Listed({**_NAMES, **_PLURALS}[match[2]], tuple(word for word in words if word in _QUALITY), beside)


def in_chinese(text: str, groups: Iterable[Sequence[str]]) -> str:
    """The text with English names of things in their Chinese form.

    :param groups: names for one thing each, normalised.
    """
    for english, chinese in ((n, c) for group in groups for n in group if n.isascii() for c in group if not c.isascii()):
        text = re.sub(rf"(?<![a-z0-9]){re.escape(english)}(?![a-z0-9])", f" {chinese} ", text)
    return text
