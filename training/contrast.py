"""One batch of questions and passages: encoded once, compared as sentences and token by token.

Passages of the last batches stand beside the batch's own as further negatives, by their vectors of then (cross-batch memory, Wang et
al. 2020, arXiv:1912.06798): at these rates the weights hardly move in ten steps, and 480 negatives more cost no pass through the body.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

import torch

from training.asked import AskedPassage
from training.batching import batches_by_length, pad, tokenize
from training.objectives import joint_teaching_loss, mean_max_similarity, retrieval_loss
from training.student import Student, sentence_vectors, token_states, token_vectors

QUESTIONS_EACH = 3  # a passage is encoded once for several of its questions: they are seven times shorter
QUESTION_PIECES, PASSAGE_PIECES = 64, 448
DENSE_TEMPERATURE, LATE_TEMPERATURE = 0.04, 0.03
REMEMBERED = 480  # passages: ten batches


@dataclass(frozen=True, slots=True)
class Encoded:
    """Sentence and token vectors of texts, in their order."""

    sentences: torch.Tensor  # float32, shape (n_texts, dimension)
    tokens: list[torch.Tensor]  # of each text, shape (n_tokens, dimension)


@dataclass(slots=True)
class PassageMemory:
    """The last passages and their sentence vectors, oldest first."""

    passages: deque[AskedPassage] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    vectors: deque[torch.Tensor] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    def beside(self, vectors: torch.Tensor) -> torch.Tensor:
        """These vectors with the remembered ones behind them: float32, shape (n + n_remembered, dimension)."""
        return torch.cat([vectors, torch.stack([*self.vectors])]) if self.vectors else vectors

    def remember(self, passages: Sequence[AskedPassage], vectors: torch.Tensor) -> None:
        """Take in a batch, without its gradients."""
        self.passages.extend(passages)
        self.vectors.extend(vectors.detach())


def encode_batch(student: Student, texts: Sequence[str], max_pieces: int) -> Encoded:
    """Encode with gradients, in parts of like length so that one long passage does not pad all others."""
    device = next(student.body.parameters()).device
    ids = tokenize(student.tokenizer, texts, max_pieces)
    sentences: dict[int, torch.Tensor] = {}
    tokens: dict[int, torch.Tensor] = {}
    for part in batches_by_length([len(pieces) for pieces in ids], max_pieces=4096, max_texts=256):
        padded, mask = pad([ids[position] for position in part], device)
        states = token_states(student.body, padded, mask)
        sentences |= zip(part, sentence_vectors(states, mask), strict=True)
        tokens |= zip(part, token_vectors(states, mask), strict=True)
    return Encoded(torch.stack([sentences[place] for place in range(len(ids))]), [tokens[place] for place in range(len(ids))])


def excluded_pairs(passages: Sequence[AskedPassage], questions: Sequence[str], owner: Sequence[int]) -> torch.Tensor:
    """Which passages are no negatives of which question: the same text in another dress, or asked by the same question.

    :param owner: the passage each question was drawn from.
    :return: bool, shape (n_questions, n_passages).
    """
    rows = [
        [place != own and (passage.key == passages[own].key or question in passage.questions) for place, passage in enumerate(passages)]
        for question, own in zip(questions, owner, strict=True)
    ]
    return torch.tensor(rows)


def contrast(student: Student, passages: Sequence[AskedPassage], memory: PassageMemory, rng: random.Random) -> dict[str, torch.Tensor]:
    """The losses of one batch of passages with a few of their questions: dense, late, and each toward the two together."""
    chosen = [rng.sample(passage.questions, min(QUESTIONS_EACH, len(passage.questions))) for passage in passages]
    questions = [question for several in chosen for question in several]
    owner = [place for place, several in enumerate(chosen) for _ in several]
    asked = encode_batch(student, questions, QUESTION_PIECES)
    read = encode_batch(student, [rng.choice(passage.texts) for passage in passages], PASSAGE_PIECES)
    device = asked.sentences.device
    excluded, own = excluded_pairs([*passages, *memory.passages], questions, owner).to(device), torch.tensor(owner, device=device)
    dense = asked.sentences @ memory.beside(read.sentences).T
    late = mean_max_similarity(asked.tokens, read.tokens)
    memory.remember(passages, read.sentences)
    batch = slice(len(passages))
    logits = [dense[:, batch] / DENSE_TEMPERATURE, late / LATE_TEMPERATURE]
    return {
        "dense": retrieval_loss(dense, own, excluded, DENSE_TEMPERATURE),
        "late": retrieval_loss(late, own, excluded[:, batch], LATE_TEMPERATURE),
        "together": joint_teaching_loss(logits, excluded[:, batch]),
    }
