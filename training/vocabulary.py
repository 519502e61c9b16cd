"""Make room in a trained vocabulary: rare words whose parts mean the same anyway are left to their parts."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file

from training.normaliser import HAN

Pieces = list[tuple[str, float]]
Rows = npt.NDArray[np.float32]


def read_pieces(folder: Path) -> Pieces:
    """The pieces of an encoder folder with their scores; a piece's place is its row."""
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return [(piece, float(score)) for piece, score in vocabulary]


def read_rows(folder: Path) -> dict[str, Rows]:
    """The embedding row of each piece of an encoder folder: float32, shape (dimension,)."""
    table = load_file(folder / "model.safetensors")["embeddings.word_embeddings.weight"].astype(np.float32)
    return {piece: table[row] for row, (piece, _) in enumerate(read_pieces(folder))}


def parts(word: str, scores: dict[str, float]) -> tuple[str, ...] | None:
    """The best-scoring cut of a word into at least two pieces (Viterbi), or None where there is none."""

    @cache
    def best(start: int) -> tuple[float, tuple[str, ...]]:
        if start == len(word):
            return 0.0, ()
        options: list[tuple[float, tuple[str, ...]]] = []
        for end in range(start + 1, len(word) + 1):
            piece = word[start:end]
            if piece != word and piece in scores:
                score, rest = best(end)
                options.append((scores[piece] + score, (piece, *rest)))
        return max(options, default=(-np.inf, ()))

    score, cut = best(0)
    return cut if np.isfinite(score) else None


def likeness(word: str, scores: dict[str, float], rows: dict[str, Rows]) -> float:
    """Cosine of a word's row and the mean of its parts' rows; -1 if it has no parts."""
    cut = parts(word, scores)
    if cut is None or word not in rows or any(piece not in rows for piece in cut):
        return -1.0
    mean = np.mean([rows[piece] for piece in cut], axis=0)
    return float(mean @ rows[word] / (np.linalg.norm(mean) * np.linalg.norm(rows[word])))


def spare_words(pieces: Pieces, rows: dict[str, Rows], count: int, rare_share: float = 0.6) -> set[str]:
    """The Chinese words that can go: of the rarest share, those most like the sum of their parts.

    :param pieces: the vocabulary with log-frequency scores.
    :param rows: the trained row of each piece, float32, shape (dimension,).
    :param count: how many to name.
    """
    scores = dict(pieces)
    words = sorted((word for word in scores if re.fullmatch(f"[{HAN}]{{2,}}", word)), key=scores.__getitem__)
    rare = words[: int(len(words) * rare_share)]
    return set(sorted(rare, key=lambda word: -likeness(word, scores, rows))[:count])
