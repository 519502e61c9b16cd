"""Answers to the questions of a conversation, found once and kept for as long as they are likely to be shown again."""

from functools import lru_cache

from assistant.errors import QuestionError
from assistant.page.types import Asked, Conversation, Exchange, Library
from assistant.types import Abstention, Answer, Turn

PASSAGES = 5  # shown per answer
CONTEXT = 3  # earlier questions that a follow-up may lean on
REMEMBERED = 512  # answers; one is some 10 kB


class Answers:
    """Asks the library with the context of a conversation. Safe to use from many threads."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._found = lru_cache(maxsize=REMEMBERED)(self._find)

    def ask(self, asked: Asked, history: tuple[str, ...] = ()) -> Answer | Abstention:
        """Answer one question.

        :param history: the questions before it, oldest first.
        :raises QuestionError: if it cannot be asked.
        """
        return self._found(asked, () if asked.literal else history[-CONTEXT:])

    def exchange(self, conversation: Conversation, position: int) -> Exchange:
        """The question at `position` of a conversation with what comes of it."""
        asked = conversation.turns[position]
        history = tuple(turn.question for turn in conversation.turns[:position])
        try:
            return Exchange(asked, Turn(asked.question, self.ask(asked, history)))
        except QuestionError as error:
            return Exchange(asked, error)

    def _find(self, asked: Asked, history: tuple[str, ...]) -> Answer | Abstention:
        return self.library.ask(asked.question, history, PASSAGES, asked.within, asked.literal)
