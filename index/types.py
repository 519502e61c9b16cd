"""What searching gives back: hits in rank order, and the arrays behind them."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]  # shape (n, dimension), rows of unit length
Scores = npt.NDArray[np.float32]  # shape (n,)


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk and its score; the score's scale belongs to the retriever that gave it."""

    chunk_id: str
    score: float


Ranking = list[Hit]  # best first, no chunk twice


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as the encoder sees it.

    `vector`: float32, shape (dimension,), unit length. `tokens`: one unit row for each of the text's tokens, without
    the special ones. `spans`: for each token, the characters of the text it stands for; (n, n) for none.
    """

    vector: Scores
    tokens: Vectors
    spans: tuple[tuple[int, int], ...]


class Encoder(Protocol):
    """Anything that turns texts into vectors of one length. `fingerprint` tells two of one name apart."""

    name: str
    fingerprint: str
    dimension: int

    def encode_query(self, text: str) -> Encoded:
        """Encode what is searched for."""
        ...

    def encode_passages(self, texts: list[str]) -> list[Encoded]:
        """Encode what is searched in."""
        ...


class Retriever(Protocol):
    """Anything that ranks chunks for a query."""

    def search(self, query: str, k: int) -> Ranking:
        """The best `k` chunks at most, best first; fewer where fewer match."""
        ...
