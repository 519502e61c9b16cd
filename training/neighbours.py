"""Hard negatives without extra cost: passages that are easily taken for each other share a batch.

A passage's neighbours are the wrong passages that keyword search (BM25 over jieba's words), the encoder, and its own document
would offer for its questions.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import jieba
import numpy as np
import numpy.typing as npt

from training.asked import AskedPassage

K1, B = 1.2, 0.75
COMMON = 0.1  # words in more passages than this share tell nothing apart


def words(text: str) -> list[str]:
    """The words of a text as keyword search sees them."""
    return [word for word in jieba.cut_for_search(text) if word.strip()]


def bm25_weights(texts: Sequence[str]) -> dict[str, list[tuple[int, float]]]:
    """Postings of every word: positions and BM25 weights (Robertson & Zaragoza 2009, eq. 3.15, Lucene's idf)."""
    counts = [Counter(words(text)) for text in texts]
    lengths = [count.total() for count in counts]
    mean = sum(lengths) / len(lengths)
    frequency = Counter(word for count in counts for word in count)
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for position, (count, length) in enumerate(zip(counts, lengths, strict=True)):
        for word, times in count.items():
            idf = math.log(1 + (len(texts) - frequency[word] + 0.5) / (frequency[word] + 0.5))
            postings[word].append((position, idf * times * (K1 + 1) / (times + K1 * (1 - B + B * length / mean))))
    return postings


def keyword_neighbours(passages: Sequence[AskedPassage], count: int) -> list[list[int]]:
    """For each passage, the others that its own questions find by keyword search, best first."""
    postings = bm25_weights([passage.texts[0] for passage in passages])
    found: list[list[int]] = []
    for position, passage in enumerate(passages):
        scores: Counter[int] = Counter()
        for word in set(words(" ".join(passage.questions))):
            found_in = postings.get(word, [])
            for other, weight in found_in if len(found_in) <= max(10, COMMON * len(passages)) else []:
                scores[other] += weight  # type: ignore[assignment]
        found.append([other for other, _ in scores.most_common(count + 1) if other != position][:count])
    return found


def encoder_neighbours(vectors: npt.NDArray[np.float32], count: int) -> list[list[int]]:
    """For each passage, the others whose vectors are nearest.

    :param vectors: float32, shape (n_passages, dimension), rows of unit length.
    """
    scores = vectors @ vectors.T
    np.fill_diagonal(scores, -1.0)
    nearest: list[list[int]] = np.argsort(-scores, axis=1)[:, :count].tolist()
    return nearest


def neighbourly_epochs(neighbours: Sequence[Sequence[int]], size: int, seed: int) -> Iterator[list[int]]:
    """Endless batches of positions: half drawn at random, each followed by one of its neighbours; no position twice in a batch.

    :param neighbours: wrong but likely passages of each passage.
    :param size: passages a batch.
    """
    rng = random.Random(seed)
    while True:
        order = rng.sample(range(len(neighbours)), len(neighbours))
        while len(order) >= size:
            batch: dict[int, None] = {}
            while len(batch) < size:
                seed_passage = order.pop() if order else rng.randrange(len(neighbours))
                batch[seed_passage] = None
                batch[rng.choice(neighbours[seed_passage] or [seed_passage])] = None
            yield list(batch)[:size]
