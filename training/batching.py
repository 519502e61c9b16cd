"""Texts to padded batches: pieces counted, batches of like length, so that little is spent on padding."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from tokenizers import Tokenizer

TokenIds = list[int]


def tokenize(tokenizer: Tokenizer, texts: Sequence[str], max_pieces: int) -> list[TokenIds]:
    """Cut texts to at most so many pieces, the two special ones counted."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_pieces)
    return [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]


def pad(batch: Sequence[TokenIds], device: torch.device) -> tuple[torch.Tensor, torch.Tensor]:
    """Pad to the longest.

    :return: piece ids and attention mask, both int64, shape (n_texts, longest).
    """
    longest = max(map(len, batch))
    ids = np.zeros((len(batch), longest), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, pieces in enumerate(batch):
        ids[row, : len(pieces)] = pieces
        mask[row, : len(pieces)] = 1
    return torch.from_numpy(ids).to(device), torch.from_numpy(mask).to(device)


def batches_by_length(lengths: Sequence[int], max_pieces: int, max_texts: int) -> list[list[int]]:
    """Group positions of like length into batches of at most max_pieces padded pieces and max_texts texts."""
    batches: list[list[int]] = []
    batch: list[int] = []
    for position in np.argsort(np.asarray(lengths), kind="stable").tolist():
        full = (len(batch) + 1) * lengths[position] > max_pieces or len(batch) >= max_texts
        if batch and full:
            batches.append(batch)
            batch = []
        batch.append(position)
    return [*batches, batch] if batch else batches


def shuffled_epochs(lengths: Sequence[int], max_pieces: int, max_texts: int, seed: int) -> Iterator[list[int]]:
    """Endless epochs of length-grouped batches in random order, the lengths jittered so that batches differ by epoch."""
    rng = random.Random(seed)
    while True:
        jittered = [max(1, round(length * rng.uniform(1.0, 1.15))) for length in lengths]
        batches = batches_by_length(jittered, max_pieces, max_texts)
        rng.shuffle(batches)
        yield from batches
