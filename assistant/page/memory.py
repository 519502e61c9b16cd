"""Conversations as the browser keeps them: read back with distrust, changed without mutation."""

import json
from collections.abc import Mapping
from dataclasses import replace

from assistant.errors import LONGEST_QUESTION
from assistant.page.types import Asked, Conversation, Memory

MOST_CONVERSATIONS = 40
MOST_TURNS = 40  # a conversation that reaches this goes on in a new one, so that a page stays light
MOST_CHARACTERS = 250_000  # of the remembered JSON: it travels with each question


def read_memory(raw: object) -> Memory:
    """What a browser sends, reduced to questions of known shape; anything else is dropped."""
    fields = raw if isinstance(raw, Mapping) else {}
    listed = fields.get("conversations")
    conversations = tuple(_conversation(one) for one in (listed if isinstance(listed, list) else [])[:MOST_CONVERSATIONS])
    current = fields.get("current")
    valid = isinstance(current, int) and 0 <= current < len(conversations)
    return Memory(conversations or (Conversation(),), int(current) if valid and current is not None else 0)


def write_memory(memory: Memory) -> dict[str, object]:
    """The form that the browser keeps; the oldest conversations make room where there is too much."""
    kept = memory
    while len(json.dumps(_written(kept), ensure_ascii=False)) > MOST_CHARACTERS and len(kept.conversations) > 1:
        kept = forget(kept, next(i for i in range(len(kept.conversations)) if i != kept.current))
    return _written(kept)


def add(memory: Memory, asked: Asked) -> Memory:
    """The memory with one more question in the open conversation, or in a new one if that is full."""
    if len(memory.conversation.turns) >= MOST_TURNS:
        memory = begin(memory)
    conversation = replace(memory.conversation, turns=(*memory.conversation.turns, asked))
    return _put(memory, conversation)


def begin(memory: Memory) -> Memory:
    """A new empty conversation; an empty one that is there already is used."""
    filled = tuple(c for c in memory.conversations if c.turns)[-(MOST_CONVERSATIONS - 1) :]
    return Memory((*filled, Conversation()), len(filled))


def select(memory: Memory, position: int) -> Memory:
    """Another conversation opened; the same memory if there is none at `position`."""
    return replace(memory, current=position) if 0 <= position < len(memory.conversations) else memory


def forget(memory: Memory, position: int) -> Memory:
    """One conversation deleted."""
    if not 0 <= position < len(memory.conversations):
        return memory
    left = memory.conversations[:position] + memory.conversations[position + 1 :]
    current = memory.current - (position < memory.current)
    return Memory(left, min(current, len(left) - 1)) if left else Memory()


def narrow(memory: Memory, within: tuple[str, ...]) -> Memory:
    """The scope of the next question set, or cleared."""
    return _put(memory, replace(memory.conversation, within=within))


def _put(memory: Memory, conversation: Conversation) -> Memory:
    at = memory.current
    return replace(memory, conversations=(*memory.conversations[:at], conversation, *memory.conversations[at + 1 :]))


def _conversation(raw: object) -> Conversation:
    fields = raw if isinstance(raw, Mapping) else {}
    turns = fields.get("turns")
    read = (_asked(one) for one in (turns if isinstance(turns, list) else [])[:MOST_TURNS])
    return Conversation(tuple(one for one in read if one is not None), _strings(fields.get("within")))


def _asked(raw: object) -> Asked | None:
    fields = raw if isinstance(raw, Mapping) else {}
    question = fields.get("question")
    if not isinstance(question, str) or not 0 < len(question) <= LONGEST_QUESTION:
        return None
    return Asked(question, _strings(fields.get("within")), fields.get("literal") is True)


def _strings(raw: object) -> tuple[str, ...]:
    return tuple(one for one in (raw if isinstance(raw, list) else [])[:20] if isinstance(one, str) and len(one) <= 200)


def _written(memory: Memory) -> dict[str, object]:
    conversations = [
        {
            "turns": [{"question": t.question, "within": list(t.within), "literal": t.literal} for t in conversation.turns],
            "within": list(conversation.within),
        }
        for conversation in memory.conversations
    ]
    return {"conversations": conversations, "current": memory.current}
