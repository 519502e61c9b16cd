"""Late interaction: how well each token of the question is matched by some token of a chunk (MaxSim).

Khattab & Zaharia, SIGIR 2020; the mean over the question's tokens instead of the sum, as `meanmaxsim` of
sentence-transformers' MultiVectorEncoder, so that scores of short and long questions are comparable.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from index.types import Encoded, Scores, Vectors

_IN_MEMORY = 100_000  # tokens; float32 of them take 150 MB, and save the conversion, two thirds of the time of a query


class TokenIndex:
    """The token vectors of all chunks, one after the other: float16 in a memory-mapped file."""

    def __init__(self, tokens: np.ndarray, starts: np.ndarray, spans: np.ndarray) -> None:
        """Score against these tokens.

        :param tokens: float16, shape (n_tokens, dimension), unit rows.
        :param starts: int64, shape (n_chunks + 1,), where each chunk's tokens begin.
        :param spans: int32, shape (n_tokens, 2), characters of the chunk's text; negative in the headings before it.
        """
        self._tokens = np.asarray(tokens, dtype=np.float32) if len(tokens) <= _IN_MEMORY else tokens
        self._starts, self._spans = starts, spans
        threadpool_limits(1, user_api="blas")  # products of a few megabytes: threads cost more than they save

    @classmethod
    def open(cls, folder: Path) -> "TokenIndex":
        """Map what `save` wrote."""
        return cls(np.load(folder / "tokens.npy", mmap_mode="r"), np.load(folder / "token-starts.npy"), np.load(folder / "token-spans.npy"))

    @staticmethod
    def save(folder: Path, encoded: Sequence[Encoded], headings: Sequence[int]) -> None:
        """Write the tokens of each chunk in turn; `headings` are the characters that stand before each chunk's text."""
        np.save(folder / "tokens.npy", np.concatenate([e.tokens for e in encoded]).astype(np.float16))
        np.save(folder / "token-starts.npy", np.cumsum([0, *(len(e.tokens) for e in encoded)], dtype=np.int64))
        spans = [np.array(e.spans, dtype=np.int32).reshape(-1, 2) - before for e, before in zip(encoded, headings, strict=True)]
        np.save(folder / "token-spans.npy", np.concatenate(spans))

    def tokens_of(self, position: int) -> tuple[Vectors, np.ndarray]:
        """The token vectors of one chunk, float32, shape (n, dimension), and their spans, int32, shape (n, 2)."""
        rows = slice(self._starts[position], self._starts[position + 1])
        return np.asarray(self._tokens[rows], dtype=np.float32), self._spans[rows]

    def nearest(self, query: Vectors, positions: Sequence[int]) -> Scores:
        """The best match, in [-1, 1], that each token of the question has in any of the chunks; shape (query tokens,)."""
        rows = np.concatenate([np.arange(self._starts[p], self._starts[p + 1]) for p in positions])
        return np.asarray((np.asarray(self._tokens[rows], dtype=np.float32) @ query.T).max(axis=0), dtype=np.float32)

    def score(self, query: Vectors, positions: Sequence[int]) -> Scores:
        """MaxSim of the question with each chunk, in [-1, 1].

        :param query: float32, shape (query tokens, dimension), unit rows.
        :param positions: of the chunks to score, in any order.
        """
        if not len(positions) or not len(query):
            return np.zeros(len(positions), dtype=np.float32)
        rows = np.concatenate([np.arange(self._starts[p], self._starts[p + 1]) for p in positions])
        sizes = [self._starts[p + 1] - self._starts[p] for p in positions]
        similarity = np.asarray(self._tokens[rows], dtype=np.float32) @ query.T
        best = np.maximum.reduceat(similarity, np.cumsum([0, *sizes[:-1]]), axis=0)
        return np.asarray(best.mean(axis=1), dtype=np.float32)
