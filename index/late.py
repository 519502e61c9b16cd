"""Late interaction: how well each token of the question is matched by some token of a chunk (MaxSim).

Khattab & Zaharia, SIGIR 2020; the mean over the question's tokens instead of the sum, as `meanmaxsim` of
sentence-transformers' MultiVectorEncoder, so that scores of short and long questions are comparable.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.types import Scores, Vectors


class TokenIndex:
    """The token vectors of all chunks, one after the other, as float16 in a memory-mapped file."""

    def __init__(self, tokens: np.ndarray, starts: np.ndarray) -> None:
        """`tokens`: shape (n_tokens, dimension). `starts`: shape (n_chunks + 1,), where each chunk's tokens begin."""
        self._tokens, self._starts = tokens, starts

    @classmethod
    def open(cls, folder: Path) -> "TokenIndex":
        """Map what `save` wrote."""
        return cls(np.load(folder / "tokens.npy", mmap_mode="r"), np.load(folder / "token-starts.npy"))

    @staticmethod
    def save(folder: Path, tokens: Sequence[Vectors]) -> None:
        """Write the token vectors of each chunk in turn."""
        np.save(folder / "tokens.npy", np.concatenate(tokens).astype(np.float16))
        np.save(folder / "token-starts.npy", np.cumsum([0, *(len(t) for t in tokens)], dtype=np.int64))

    def tokens_of(self, position: int) -> Vectors:
        """The token vectors of one chunk, float32, shape (its tokens, dimension)."""
        return np.asarray(self._tokens[self._starts[position] : self._starts[position + 1]], dtype=np.float32)

    def score(self, query: Vectors, positions: Sequence[int]) -> Scores:
        """MaxSim of the question with each chunk, in [-1, 1].

        :param query: float32, shape (query tokens, dimension), unit rows.
        :param positions: of the chunks to score, in any order.
        """
        if not len(positions) or not len(query):
            return np.zeros(len(positions), dtype=np.float32)
        rows = np.concatenate([np.arange(self._starts[p], self._starts[p + 1]) for p in positions])
        sizes = np.array([self._starts[p + 1] - self._starts[p] for p in positions])
        similarity = np.asarray(self._tokens[rows], dtype=np.float32) @ query.T
        best = np.maximum.reduceat(similarity, np.cumsum([0, *sizes[:-1]]), axis=0)
        return np.asarray(best.mean(axis=1), dtype=np.float32)
