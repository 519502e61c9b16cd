"""Places of the corpus that a question names: documents, document numbers, chapters, sections, items."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.question.document_numbers import DocumentNumbers, document_numbers
from assistant.question.place_numbering import Numbering
from assistant.question.place_numbers import Span
from assistant.question.place_titles import QUOTES, Mention, by_genre, by_section_title, by_title, collect, compared_as_topics, contains
from corpus.types import Document, Section
from index.normalise import normalise

_ATTACHMENT = re.compile(r"附件|\b(?:attachment|annex)\b")
# without a document an attachment is one of a policy only where nothing is asked but what stands in it and who is responsible:
# `电子邮件的附件怎么加密` is about something else
_OPENING = r"(?:请|帮我|给我|我想|看一?[看下]|看|打开|显示|列出|查看|讲解|总结|介绍|一下|按照?|根据|在|把|[这那]个?|\s|[《》,?。!:])*+"
_ASKED_OF_IT = (
    r"(?:的|里面?|中|上|都|主要|具体|呢|吗|是|有|讲|说|写|提到?|包括|包含|列出?来?|规定|了|些|什么|啥|哪些?|几个?|多少|如何|怎么|个|项|条|"
    r"内容|全文|原文|重点|任务|分工|方案|表|清单|目录|名单|由|谁|负责|责任|牵头|单位|部门|部委|机构|各|每|给我|看一?下|\s|[《》,?。!:])*+"
)
_RESPONSIBLE = r"(?:里|中|的(?:任务)?分工).*(?:负责|责任|牵头).*"
_ENGLISH_BESIDE = (
    r"(?:\b(?:what|which|who|is|are|does|do|in|of|the|there|an?|and|for|show|me|open|list|please|say|says|contents?|contain|tasks?"
    r"|responsible|departments?|ministries|agencies|about|it|its)\b|\W)*+"
)
_ATTACHMENT_ASKED = re.compile(
    rf"{_OPENING}附件(?:{_RESPONSIBLE}|{_ASKED_OF_IT})|{_ENGLISH_BESIDE}\b(?:attachment|annex)\b{_ENGLISH_BESIDE}"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A section that the question names, and the words that name it.

    `topic`: its title only stands beside the name of a document, or beside what that document is compared with,
    so it may as well be what is asked about.
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
        self._numbering = Numbering(self._named, (document.text for document in documents))
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
        others = [*outlined, *ordered, *attached, *titled, *numbered]
        return _Found(compared_as_topics(rest, documents, others), others, missing)

    def _attachments(self, text: str, documents: Sequence[Mention]) -> tuple[list[Mention], list[Span]]:
        """Attachments by that word, of the documents that are named, and by their title; the word where none has any."""
        attachments = [n for n in self._named if n.section.number.startswith("附件")]
        called = [n for n in attachments if len(n.words) > 4 and n.words in text]
        titled = [Mention(n, text.index(n.words), text.index(n.words) + len(n.words)) for n in called]
        if titled or not (word := _ATTACHMENT.search(text)):
            return titled, []
        if not documents and not _ATTACHMENT_ASKED.fullmatch(text):
            attachments = [n for n in attachments if _continues(text[word.end() :], n.words)]
        inside = [n for n in attachments if not documents or any(contains(d.named.section, n.section) for d in documents)]
        return [Mention(n, word.start(), word.end()) for n in inside], [Span(*word.span())] if documents and not inside else []


def _continues(text: str, title: str) -> bool:
    """`附件分工方案里…`: words of the attachment's own title stand right behind the word."""
    words = text.lstrip(" 的《:")[:4]
    return len(words) == 4 and words in title


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
