"""What happens when a reader does something: each method takes what the browser sent and gives the new screen."""

from dataclasses import dataclass
from typing import NamedTuple

from assistant.errors import QuestionError
from assistant.page import links, memory, sidebar, thread
from assistant.page.answers import Answers
from assistant.page.places import known_scope
from assistant.page.strings import Strings
from assistant.page.types import Asked, Conversation, Exchange, Memory


class Rows(NamedTuple):
    """A change of the thread: everything from turn `at` on is replaced by `html`."""

    at: int
    html: str
    go: bool = True  # scroll to what is new


class Screen(NamedTuple):
    """The parts of the page that change when something is asked, in the order of the event's outputs."""

    rows: Rows
    bar: str
    scope: str
    memory: dict[str, object]
    box: str  # what the question box holds afterwards: a question that could not be asked stays for correction


@dataclass(frozen=True)
class Desk:
    """Answers the events of the page in one language."""

    answers: Answers
    words: Strings

    def load(self, raw: object, query: dict[str, list[str]]) -> Screen:
        """The page opened, perhaps by a link that asks."""
        remembered = memory.read_memory(raw)
        linked = links.read_query(query)
        if linked is None:
            return self._whole(remembered)
        asked = self._known(linked)
        there = next((i for i in _nearest_first(remembered) if self._ends_with(remembered.conversations[i], asked)), None)
        if there is not None:
            return self._whole(memory.select(remembered, there))
        before = memory.begin(remembered) if remembered.conversation.turns else remembered
        return self._whole(memory.add(before, asked))

    def ask(self, raw: object, question: str, within: tuple[str, ...] | None = None, literal: bool = False) -> Screen:
        """A question asked.

        :param within: the scope; None takes the conversation's.
        """
        before = memory.read_memory(raw)
        scope = before.conversation.within if within is None else within
        asked = self._known(Asked(question, scope, literal))
        try:
            self.answers.ask(asked, tuple(turn.question for turn in before.conversation.turns))
        except QuestionError as error:
            turns = before.conversation.turns
            rows = Rows(len(turns), thread.problem(question, error, self.words) + ("" if turns else self._welcome()))
            return self._screen(before, rows, box=question[:2000])
        after = memory.add(before, asked)
        at = len(after.conversation.turns) - 1
        return self._screen(after, Rows(at, self._turn(after.conversation, at)))

    def begin(self, raw: object) -> Screen:
        """A new conversation."""
        return self._whole(memory.begin(memory.read_memory(raw)))

    def select(self, raw: object, position: int) -> Screen:
        """Another conversation opened."""
        return self._whole(memory.select(memory.read_memory(raw), position))

    def forget(self, raw: object, position: int) -> Screen:
        """One conversation deleted."""
        return self._whole(memory.forget(memory.read_memory(raw), position))

    def forget_all(self) -> Screen:
        """All conversations deleted."""
        return self._whole(Memory())

    def narrow(self, raw: object, within: tuple[str, ...]) -> Screen:
        """The scope of the next question set or cleared."""
        after = memory.narrow(memory.read_memory(raw), known_scope(self.answers.library, within))
        return self._screen(after, Rows(len(after.conversation.turns), "" if after.conversation.turns else self._welcome(), go=False))

    def exchanges(self, raw: object) -> list[Exchange]:
        """The open conversation with its answers, for taking away."""
        conversation = memory.read_memory(raw).conversation
        return [self.answers.exchange(conversation, i) for i in range(len(conversation.turns))]

    def _whole(self, after: Memory) -> Screen:
        conversation = after.conversation
        turns = "".join(self._turn(conversation, i) for i in range(len(conversation.turns)))
        return self._screen(after, Rows(0, turns or self._welcome()))

    def _screen(self, after: Memory, rows: Rows, box: str = "") -> Screen:
        scope = sidebar.scope_bar(after, self.answers.library, self.words)
        return Screen(rows, sidebar.conversation_bar(after, self.words), scope, memory.write_memory(after), box)

    def _turn(self, conversation: Conversation, position: int) -> str:
        exchange = self.answers.exchange(conversation, position)
        return thread.turn(exchange, position, self.answers.library, self.words)

    def _welcome(self) -> str:
        return thread.welcome(self.words)

    def _known(self, asked: Asked) -> Asked:
        return Asked(asked.question, known_scope(self.answers.library, asked.within), asked.literal)

    def _ends_with(self, conversation: Conversation, asked: Asked) -> bool:
        """A link to the last question of a conversation opens that conversation again instead of asking anew."""
        if not conversation.turns:
            return False
        last = len(conversation.turns) - 1
        return conversation.turns[last] == asked or links.linked_question(self.answers.exchange(conversation, last)) == asked


def _nearest_first(remembered: Memory) -> list[int]:
    """The positions of the conversations: the open one, then the latest."""
    return sorted(range(len(remembered.conversations)), key=lambda i: (i != remembered.current, -i))
