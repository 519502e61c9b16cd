"""What the page needs of the assistant, and what it remembers on the reader's side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.errors import QuestionError
from assistant.types import Abstention, Answer, Turn
from corpus.types import Document


class Library(Protocol):
    """The part of the assistant that the page uses."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, in reading order."""

    @property
    def notice(self) -> str | None:
        """`encoder_missing` where only keyword search works."""

    def document(self, document_id: str) -> Document:
        """The document of this id."""

    def ask(
        self, question: str, history: Sequence[str] = (), k: int = 5, within: Sequence[str] = (), literal: bool = False
    ) -> Answer | Abstention:
        """Answer with passages or abstain."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is remembered: the answer is found anew, so that nothing forged can come back from a browser."""

    question: str
    within: tuple[str, ...] = ()  # section ids or document titles
    literal: bool = False  # searched as typed


@dataclass(frozen=True, slots=True)
class Conversation:
    """The questions of one conversation, and the scope of the next one."""

    turns: tuple[Asked, ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """All conversations of one browser; `conversations` is never empty, `current` is a valid position."""

    conversations: tuple[Conversation, ...] = (Conversation(),)
    current: int = 0

    @property
    def conversation(self) -> Conversation:
        """The conversation that is open."""
        return self.conversations[self.current]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A remembered question with what came of it now."""

    asked: Asked
    outcome: Turn | QuestionError
