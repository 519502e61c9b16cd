import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.page import memory
from assistant.page.types import Asked, Conversation, Memory

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["conversations", "current", "turns", "question", "within", "x"]), inner)
    ),
    max_leaves=20,
)


def asked(*questions: str) -> Memory:
    return Memory((Conversation(tuple(Asked(q) for q in questions)),))


@given(JSON)
def test_whatever_a_browser_sends_becomes_a_valid_memory(raw: object) -> None:
    read = memory.read_memory(raw)
    assert read.conversation in read.conversations
    assert memory.read_memory(memory.write_memory(read)) == read


@pytest.mark.parametrize("question", ["", "x" * 1001, 7, None, ["a"]])
def test_what_was_never_asked_is_not_remembered(question: object) -> None:
    assert memory.read_memory({"conversations": [{"turns": [{"question": question}]}]}) == Memory()


def test_a_full_conversation_goes_on_in_a_new_one() -> None:
    full = asked(*(str(i) for i in range(memory.MOST_TURNS)))
    after = memory.add(full, Asked("next"))
    assert len(after.conversations) == 2 and after.conversation.turns == (Asked("next"),)


def test_beginning_uses_an_empty_conversation_that_is_there() -> None:
    begun = memory.begin(memory.begin(asked("a")))
    assert len(begun.conversations) == 2 and begun.current == 1


@pytest.mark.parametrize(
    ("position", "left", "current"), [(0, ["b", "c"], 0), (1, ["a", "c"], 1), (2, ["a", "b"], 1), (9, ["a", "b", "c"], 1)]
)
def test_forgetting_one_leaves_the_open_one_open(position: int, left: list[str], current: int) -> None:
    three = Memory(tuple(asked(q).conversation for q in "abc"), 1)
    after = memory.forget(three, position)
    assert [c.turns[0].question for c in after.conversations] == left and after.current == current


def test_forgetting_the_last_leaves_an_empty_one() -> None:
    assert memory.forget(asked("a"), 0) == Memory()


def test_the_oldest_conversations_make_room() -> None:
    long = tuple(Asked("长" * 1000) for _ in range(memory.MOST_TURNS))
    many = Memory(tuple(Conversation(long) for _ in range(10)), 9)
    written = memory.write_memory(many)
    assert len(json.dumps(written, ensure_ascii=False)) <= memory.MOST_CHARACTERS
    assert memory.read_memory(written).conversation.turns == long
    assert replace(many, current=0) != many
