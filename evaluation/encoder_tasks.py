"""The tasks an encoder is measured on, and their measures: XQuAD, CMRC 2018 dev, Tatoeba, the judged questions.

Nothing here is trained on. Texts are stripped, questions that come twice are asked once, every question has one relevant passage.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.chunking import ChunkingOptions, chunk_document
from corpus.readers import read_corpus
from evaluation.topics import read_topics
from index.types import Encoded, Encoder, Scores, Vectors

Ranks = npt.NDArray[np.int64]  # shape (n_queries,): how many score above the right one; 0 is best
BATCH = 32  # passages encoded and let go at a time: their token vectors would fill the memory
JUDGED_CHUNK = 160  # characters


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Questions, passages, and the passage id each question leads to."""

    questions: list[str]
    gold: list[str]
    passages: dict[str, str]


def read_lines(path: Path) -> list[dict[str, str]]:
    """The objects of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_retrieval_set(data: Path, queries: str, passages: str) -> RetrievalSet:
    """Read DATA/eval/QUERIES.queries.jsonl.gz against the passages of the same or another language, by the shared ids."""
    asked = {line["text"].strip(): line["gold"][0] for line in reversed(read_lines(data / "eval" / f"{queries}.queries.jsonl.gz"))}
    texts = {line["id"]: line["text"].strip() for line in read_lines(data / "eval" / f"{passages}.passages.jsonl.gz")}
    return RetrievalSet(list(asked), list(asked.values()), texts)


def question_vectors(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """One unit row a question."""
    return np.stack([encoder.encode_query(text).vector for text in texts])


def passage_vectors(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """One unit row a passage."""
    return np.stack([encoded.vector for encoded in _in_batches(encoder, texts)])


def _in_batches(encoder: Encoder, texts: Sequence[str]) -> Iterator[Encoded]:
    for start in range(0, len(texts), BATCH):
        yield from encoder.encode_passages(list(texts[start : start + BATCH]))


def ranks_of(queries: Vectors, corpus: Vectors, gold: Sequence[int]) -> Ranks:
    """The rank of each query's right row by inner product; a row that ties with it does not push it down."""
    scores = queries @ corpus.T
    right = scores[np.arange(len(gold)), list(gold)]
    ranks: Ranks = (scores > right[:, None]).sum(axis=1)
    return ranks


def ndcg(ranks: Ranks, k: int = 10) -> float:
    """nDCG@k with one relevant passage a question: the mean of 1 / log2(rank + 1), rank from 1 (Järvelin & Kekäläinen 2002)."""
    return float(np.where(ranks < k, 1 / np.log2(ranks + 2.0), 0.0).mean())


def weighted_f1(predicted: Sequence[int]) -> float:
    """F1 of "line i belongs to line i", averaged over the lines, as scikit-learn's weighted F1 over line numbers.

    Each line number is true once, so its F1 is 2 hits / (times predicted + 1).
    """
    times = np.bincount(np.asarray(predicted), minlength=len(predicted))
    hits = np.asarray(predicted) == np.arange(len(predicted))
    return float((2 * hits / (times + 1)).mean())


def retrieval(encoder: Encoder, data: Path, queries: str, passages: str) -> float:
    """NDCG@10 of one retrieval set, dense alone."""
    task = read_retrieval_set(data, queries, passages)
    position = {name: row for row, name in enumerate(task.passages)}
    corpus = passage_vectors(encoder, list(task.passages.values()))
    return ndcg(ranks_of(question_vectors(encoder, task.questions), corpus, [position[name] for name in task.gold]))


def translation(encoder: Encoder, data: Path) -> float:
    """Weighted F1 of the nearest English line to each of the 1,000 Chinese Tatoeba lines."""
    lines = read_lines(data / "eval" / "tatoeba_v1_cmn_eng.jsonl.gz")
    chinese = question_vectors(encoder, [line["zh"].strip() for line in lines])
    english = question_vectors(encoder, [line["en"].strip() for line in lines])
    return weighted_f1((chinese @ english.T).argmax(axis=1).tolist())


def mean_max_similarity(question: Vectors, passage: Vectors) -> float:
    """Late interaction: the mean over a question's tokens of the best match among a passage's (Khattab & Zaharia 2020)."""
    return float((question @ passage.T).max(axis=1).mean())


def judged(encoder: Encoder, questions: Path, notes: Path) -> dict[str, float]:
    """hit@5 over plain chunks of the notes, without any handling of the question: all, paraphrases, English; dense, and with late."""
    documents = read_corpus(notes)
    chunks = [chunk for document in documents for chunk in chunk_document(document, ChunkingOptions(target=JUDGED_CHUNK))]
    encoded = list(_in_batches(encoder, [chunk.text for chunk in chunks]))
    dense_rows = np.stack([one.vector for one in encoded])
    hits: dict[str, list[bool]] = {}
    for topic in (topic for topic in read_topics([questions], documents) if topic.answerable):
        asked = encoder.encode_query(topic.question)
        dense: Scores = dense_rows @ asked.vector
        late = np.array([mean_max_similarity(asked.tokens, one.tokens) for one in encoded], dtype=np.float32)
        for name, scores in (("dense", dense), ("dense + late", dense + late)):
            found = any(gold.is_in(chunks[row]) for row in np.argsort(-scores)[:5] for gold in topic.gold)
            kinds = ["all"] + [kind for kind, wanted in (("paraphrase", topic.type), ("en", topic.language)) if kind == wanted]
            for kind in kinds:
                hits.setdefault(f"judged hit@5 {name}, {kind}", []).append(found)
    return {name: sum(found) / len(found) for name, found in hits.items()}
