"""Places of the corpus that a question names: documents, document numbers, chapters, sections, items."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.question.document_numbers import DocumentNumbers, document_numbers
from assistant.question.place_numbering import Numbering
from assistant.question.place_numbers import Span
from assistant.question.place_titles import QUOTES, Mention, by_genre, by_section_title, by_title, collect, contains
from corpus.types import Document, Section
from index.normalise import normalise

_ATTACHMENT = re.compile(r"附件|\b(?:attachment|annex)\b")


@dataclass(frozen=True, slots=True)
class Place:
    """A section that the question names, and the words that name it.

    `topic`: its title only stands beside the name of a document, so it may as well be what is asked about.
    """

    section: Section
    document_id: str
    mention: str
    topic: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    documents: list[Mention]
    others: list[Mention]
    missing: list[Span]


class Gazetteer:
    """All places of a corpus by name and by number."""

    def __init__(self, documents: Iterable[Document], names: Iterable[Sequence[str]] = ()) -> None:
        """Collect the names of every section, and the document numbers that the texts give to titles.

        :param names: groups of names for one thing: `("中国制造2025", "Made in China 2025")`.
        """
        documents, self._groups = list(documents), [tuple(group) for group in names]
        self._named = [named for document in documents for named in collect(document, self._groups)]
        self._numbering = Numbering(self._named)
        self._numbers = DocumentNumbers(self._named, (document.text for document in documents))

    def find(self, question: str, before: Sequence[Place] = ()) -> list[Place]:
        """The places a question names, documents first; nothing for a question that names none.

        :param before: places of the earlier question, in whose neighbourhood a number counts that fits nothing by itself.
        """
        text = QUOTES.sub("", normalise(question))
        found = self._read(question, before)
        places: dict[tuple[str, str], Place] = {}
        for m in [*found.documents, *found.others]:
            place = Place(m.named.section, m.named.document_id, text[m.start : m.end], m.topic)
            places.setdefault((place.document_id, place.section.id), place)
        return list(places.values())

    def missing(self, question: str, before: Sequence[Place] = ()) -> tuple[str, ...]:
        """What has the form of a place of an official document and is none of this corpus, as it was typed."""
        text = QUOTES.sub("", normalise(question))
        spans = sorted(self._read(question, before).missing, key=lambda s: s.start)
        return tuple(dict.fromkeys(_as_typed(question, text[s.start : s.end]) for s in spans))

    def _read(self, question: str, before: Sequence[Place]) -> _Found:
        marked = normalise(question)
        text = QUOTES.sub("", marked)
        numbers = document_numbers(text)
        documents, missing = self._numbers.look_up(numbers)
        documents += _longest([*by_title(text, self._named), *by_genre(text, self._named, self._groups)])
        rest = _blank(text, [*documents, *numbers])
        outlined, no_outline = self._numbering.of_outlines(rest)
        ordered, no_ordinal = self._numbering.of_ordinals(rest, [*documents, *outlined], before)
        attached, no_attachment = self._attachments(rest, documents)
        titled = by_section_title(marked, rest, self._named, documents)
        above = [*documents, *outlined, *ordered, *(m for m in titled if not m.topic)]
        numbered, no_item = self._numbering.of_items(_blank(rest, outlined), above, before if not documents else ())
        missing = [*missing, *no_outline, *no_ordinal, *no_attachment, *no_item]
        return _Found(documents, [*outlined, *ordered, *attached, *titled, *numbered], missing)

    def _attachments(self, text: str, documents: Sequence[Mention]) -> tuple[list[Mention], list[Span]]:
        """Attachments by that word, of the documents that are named, and by their title; the word where none has any."""
        attachments = [n for n in self._named if n.section.number.startswith("附件")]
        called = [n for n in attachments if len(n.words) > 4 and n.words in text]
        titled = [Mention(n, text.index(n.words), text.index(n.words) + len(n.words)) for n in called]
        if titled or not (word := _ATTACHMENT.search(text)):
            return titled, []
        inside = [n for n in attachments if not documents or any(contains(d.named.section, n.section) for d in documents)]
        return [Mention(n, word.start(), word.end()) for n in inside], [Span(*word.span())] if documents and not inside else []


def leave_out(text: str, places: Iterable[Place]) -> str:
    """The normalised question without the words that name these places."""
    text = QUOTES.sub("", normalise(text))
    for place in sorted(places, key=lambda p: -len(p.mention)):
        text = text.replace(QUOTES.sub("", normalise(place.mention)), " ")
    return text


def _longest(mentions: Sequence[Mention]) -> list[Mention]:
    """Without 十三五规划 inside 十三五规划纲要, if both name the same."""
    inner = [m for m in mentions for o in mentions if m.named is o.named and o.start <= m.start <= m.end <= o.end and m != o]
    return [m for m in mentions if m not in inner]


def _blank(text: str, mentions: Iterable[Mention | Span]) -> str:
    """The text with blanks in place of the mentions, every other character where it was."""
    for mention in mentions:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def _as_typed(question: str, mention: str) -> str:
    """The part of the question that normalises to the mention; the mention itself where none does."""
    folded = [(character, at) for at, typed in enumerate(question) for character in _letters(typed)]
    wanted = "".join(_letters(mention))
    start = "".join(character for character, _ in folded).find(wanted)
    return question[folded[start][1] : folded[start + len(wanted) - 1][1] + 1] if start >= 0 else mention


def _letters(text: str) -> Iterator[str]:
    return (character for character in QUOTES.sub("", normalise(text)) if not character.isspace())
