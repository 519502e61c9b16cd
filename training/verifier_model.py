"""The trainable twin of `index/verifier.py`: the same sums on padded batches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from index.types import Vectors

WIDTH = 48


class VerifierModel(nn.Module):
    """Decomposable attention (Parikh et al., EMNLP 2016) over unit token vectors."""

    def __init__(self, dimension: int, width: int = WIDTH) -> None:
        super().__init__()
        self.uq, self.up = nn.Linear(dimension, width, bias=False), nn.Linear(dimension, width, bias=False)
        self.v, self.w = nn.Linear(dimension, width), nn.Linear(dimension, width, bias=False)
        self.scale = nn.Parameter(torch.tensor([8.0, 8.0]))
        self.f, self.g, self.o = nn.Linear(3 * width + 2, width), nn.Linear(width, 1), nn.Linear(3 * width + 3, 1)
        self.dropout = nn.Dropout(0.2)

    def forward(self, question: Tensor, asked: Tensor, passage: Tensor, said: Tensor) -> Tensor:
        """Log-odds that each passage answers its question.

        :param question: float32, shape (batch, n, dimension); `asked` bool, shape (batch, n), false where padded.
        :param passage: float32, shape (batch, m, dimension); `said` bool, shape (batch, m).
        :return: shape (batch,).
        """
        similarity = (question @ passage.transpose(1, 2)).masked_fill(~said[:, None], -1.0)
        learned = self.uq(question) @ self.up(passage).transpose(1, 2)
        attention = (learned * self.scale[0] + similarity * self.scale[1]).masked_fill(~said[:, None], -1e4).softmax(-1)
        found = attention @ passage
        best, attended = similarity.max(-1).values, (attention * similarity).sum(-1)
        compared = torch.cat([self.v(question), self.v(found), 5 * self.w(question * found), best[..., None], attended[..., None]], -1)
        hidden = functional.relu(self.f(self.dropout(compared)))
        gate = self.g(hidden).squeeze(-1).masked_fill(~asked, -1e4).softmax(-1)
        mask = asked[..., None].float()
        pooled = torch.cat([(gate[..., None] * hidden).sum(1), (hidden * mask).max(1).values, (hidden * mask).sum(1) / mask.sum(1)], -1)
        matched = best.masked_fill(~asked, 0.0)
        summary = torch.stack([matched.sum(1) / asked.sum(1), best.masked_fill(~asked, 9.0).min(1).values, (gate * matched).sum(1)], -1)
        logits: Tensor = self.o(torch.cat([self.dropout(pooled), summary], -1)).squeeze(-1)
        return logits


def pad(rows: Sequence[Vectors]) -> tuple[Tensor, Tensor]:
    """Token vectors of several texts as one tensor, shape (texts, longest, dimension), and where it is filled."""
    longest = max(len(row) for row in rows)
    padded = np.zeros((len(rows), longest, rows[0].shape[1]), dtype=np.float32)
    filled = np.zeros((len(rows), longest), dtype=bool)
    for at, row in enumerate(rows):
        padded[at, : len(row)], filled[at, : len(row)] = row, True
    return torch.from_numpy(padded), torch.from_numpy(filled)
