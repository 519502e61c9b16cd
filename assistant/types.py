"""A question goes in as a string; out comes an Answer or an Abstention, and every caller must handle both."""

from dataclasses import dataclass, field
from typing import Literal

from corpus.types import Chunk, PageSpan

Span = tuple[int, int]  # offsets in Document.text, end exclusive
Language = Literal["zh", "en"]
ReasonKind = Literal["nothing_found", "not_answered", "unknown_name", "empty_section", "lost_table", "unknown_place"]
StageName = Literal["lexical", "dense", "late", "fused"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a passage stands: 《document》 › section path · page."""

    document: str
    section_path: tuple[str, ...]  # below the document, outermost first
    section_id: str
    pages: PageSpan
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stage:
    """Why a passage is here: its rank (from 1) and score in one stage of the search; the score's scale is the stage's."""

    name: StageName
    rank: int
    score: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk as it is shown: quoted whole, cited, with the sentences that answer.

    `evidence`: spans of the document's text inside the chunk, the most relevant first, never empty.
    `matched`: words of the question that the chunk holds, as they are printed there.
    """

    rank: int
    chunk: Chunk
    score: float
    stages: tuple[Stage, ...]
    citation: Citation
    evidence: tuple[Span, ...]
    matched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question was understood. `searched` differs from `question` where words were corrected or carried over."""

    question: str
    searched: str
    language: Language
    corrections: tuple[tuple[str, str], ...] = ()  # typed, searched
    carried: tuple[str, ...] = ()  # words taken over from the questions before
    scope: tuple[str, ...] = ()  # ids of the sections that were searched first


@dataclass(frozen=True, slots=True)
class Reason:
    """Why there is no answer. `terms`: names or places the notes do not have, a section that is only a heading, a lost table."""

    kind: ReasonKind
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The passages that answer, best first."""

    question: str
    passages: tuple[Passage, ...]
    reading: Reading


@dataclass(frozen=True, slots=True)
class Abstention:
    """The notes do not answer: why not, and the nearest passages, which are not an answer."""

    question: str
    reason: Reason
    nearest: tuple[Passage, ...]
    reading: Reading


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange of a conversation."""

    question: str
    response: Answer | Abstention = field(repr=False)
