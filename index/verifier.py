"""Does a passage answer a question, or only speak of the same things?

A decomposable attention model (Parikh et al., EMNLP 2016) over the token vectors that the encoder gave anyway: each token
of the question attends to the passage, is compared with what it found, and the comparisons are pooled to one number. It is
trained on questions and near misses about other documents (`training/verifier.py`). 100,000 weights, under a millisecond.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.types import Vectors

EMBEDDED = Path(__file__).resolve().parent.parent / "models" / "answer-verifier.npz"
Weights = npt.NDArray[np.float32]


class AnswerVerifier:
    """Scores pairs of a question and a passage, both as token vectors of one encoder."""

    def __init__(self, weights: dict[str, Weights], encoder: str) -> None:
        """`encoder` is the fingerprint of the encoder whose token vectors it was trained on."""
        self._weights, self.encoder = weights, encoder

    @classmethod
    def open(cls, file: Path = EMBEDDED) -> "AnswerVerifier":
        """Read a file that `training.verifier` wrote.

        :raises OSError: if it is not there. :raises ValueError: if it is not such a file.
        """
        with np.load(file, allow_pickle=False) as arrays:
            weights = {name: arrays[name].astype(np.float32) for name in arrays.files if name != "encoder"}
            return cls(weights, str(arrays["encoder"]))

    def score(self, question: Vectors, passage: Vectors) -> float:
        """The log-odds that the passage answers the question.

        :param question: float32, shape (n, dimension), unit rows, n ≥ 1. :param passage: shape (m, dimension), m ≥ 1.
        """
        w = self._weights
        similarity = question @ passage.T
        attention = _softmax(w["scale"][0] * (question @ w["uq.weight"].T) @ (passage @ w["up.weight"].T).T + w["scale"][1] * similarity)
        found = attention @ passage
        best, attended = similarity.max(axis=1), (attention * similarity).sum(axis=1)
        compared = np.concatenate(
            [_linear(w, "v", question), _linear(w, "v", found), 5 * (question * found) @ w["w.weight"].T, best[:, None], attended[:, None]],
            axis=1,
        )
        hidden = np.maximum(_linear(w, "f", compared), 0)
        gate = _softmax(_linear(w, "g", hidden)[:, 0])
        pooled = np.concatenate([gate @ hidden, hidden.max(axis=0), hidden.mean(axis=0), [best.mean(), best.min(), gate @ best]])
        return float((_linear(w, "o", pooled[None].astype(np.float32)))[0, 0])


def _linear(weights: dict[str, Weights], name: str, rows: Weights) -> Weights:
    return np.asarray(rows @ weights[f"{name}.weight"].T + weights[f"{name}.bias"], dtype=np.float32)


def _softmax(values: Weights) -> Weights:
    shifted = np.exp(values - values.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)
