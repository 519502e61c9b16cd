"""What searching gives back: hits in rank order, and the arrays behind them."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]  # shape (n, dimension), rows of unit length
type Scores = npt.NDArray[np.float32]  # shape (n,)


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk and its score; the score's scale belongs to the retriever that gave it."""

    chunk_id: str
    score: float


type Ranking = list[Hit]  # best first, no chunk twice


class Retriever(Protocol):
    """Anything that ranks chunks for a query."""

    def search(self, query: str, k: int) -> Ranking:
        """The best `k` chunks at most, best first; fewer where fewer match."""
        ...
