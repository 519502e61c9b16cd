"""Remembered passages stand behind the batch's own as negatives, without gradients and never beyond their number."""

import torch

from training.asked import AskedPassage
from training.contrast import REMEMBERED, PassageMemory, excluded_pairs


def passages(first: int, count: int) -> list[AskedPassage]:
    return [AskedPassage((f"文{n}",), (f"问{n}",), "policy", f"文{n}") for n in range(first, first + count)]


def test_remembered_vectors_stand_behind_the_batch_without_gradients() -> None:
    memory, batch = PassageMemory(), torch.eye(2, requires_grad=True)
    assert memory.beside(batch) is batch
    memory.remember(passages(0, 2), batch)
    beside = memory.beside(2 * batch)
    assert torch.equal(beside, torch.cat([2 * batch, batch]))
    beside.sum().backward()  # type: ignore[no-untyped-call]
    assert batch.grad is not None and torch.equal(batch.grad, torch.full((2, 2), 2.0))


def test_the_oldest_passages_are_forgotten_first() -> None:
    memory = PassageMemory()
    memory.remember(passages(0, REMEMBERED), torch.zeros(REMEMBERED, 2))
    memory.remember(passages(REMEMBERED, 3), torch.ones(3, 2))
    assert len(memory.passages) == len(memory.vectors) == REMEMBERED
    assert [memory.passages[0].key, memory.passages[-1].key] == ["文3", f"文{REMEMBERED + 2}"]
    assert memory.vectors[-1].tolist() == [1.0, 1.0]


def test_a_remembered_passage_is_no_negative_of_its_own_question() -> None:
    batch, remembered = passages(0, 2), passages(1, 2)
    assert excluded_pairs([*batch, *remembered], ["问0", "问1"], [0, 1]).tolist() == [[False] * 4, [False, False, True, False]]
