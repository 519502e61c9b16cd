"""The formulas that are minimised, one a function."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch.nn.functional import cross_entropy

DISTILLATION_TEMPERATURE = 0.05
SAME_MEANING = 0.95  # cosine of two teacher vectors above which they are not each other's negatives
EXCLUDED = -1e4


def info_nce(scores: torch.Tensor, target: torch.Tensor, excluded: torch.Tensor, temperature: float) -> torch.Tensor:
    """Contrastive loss of each row's match against the other columns (van den Oord et al. 2018, eq. 4).

    :param scores: similarities, shape (n, m).
    :param target: int64, shape (n,); the column that matches each row.
    :param excluded: bool, shape (n, m); columns that are no negatives although they are not the match.
    """
    return cross_entropy((scores / temperature).masked_fill(excluded, EXCLUDED), target)


def retrieval_loss(scores: torch.Tensor, owner: torch.Tensor, excluded: torch.Tensor, temperature: float) -> torch.Tensor:
    """InfoNCE both ways, averaged: each question over the passages, each question's passage over the questions.

    :param scores: similarities, shape (n_questions, n_passages).
    :param owner: int64, shape (n_questions,); the passage each question was written for.
    :param excluded: bool, shape (n_questions, n_passages).
    """
    forward = info_nce(scores, owner, excluded, temperature)
    same = owner[:, None] == owner[None, :]
    itself = torch.eye(len(owner), dtype=torch.bool, device=scores.device)
    siblings = (same | excluded[:, owner]) & ~itself
    backward = info_nce(scores[:, owner].T, torch.arange(len(owner), device=scores.device), siblings.T, temperature)
    return 0.5 * (forward + backward)


def joint_teaching_loss(logits: Sequence[torch.Tensor], excluded: torch.Tensor) -> torch.Tensor:
    """Half the cross-entropy of each kind of score toward the mean of all kinds (self-distillation, Chen et al. 2024, BGE M3, sec. 3.3).

    :param logits: scores over their temperature, one tensor a kind, shape (n_questions, n_passages).
    :param excluded: bool, the same shape.
    """
    masked = [scores.masked_fill(excluded, EXCLUDED) for scores in logits]
    teacher = torch.stack(masked).mean(0).softmax(1).detach()
    return 0.5 * torch.stack([cross_entropy(scores, teacher) for scores in masked]).mean()


def distillation_loss(student: torch.Tensor, teacher: torch.Tensor) -> torch.Tensor:
    """2 (1 - cos) + 0.3 InfoNCE toward the teacher (Reimers & Gurevych 2020, with a contrastive part).

    :param student: unit vectors, float32, shape (n, dimension); teacher: the same shape.
    """
    distance = 1 - (student * teacher).sum(1)
    itself = torch.eye(len(teacher), dtype=torch.bool, device=teacher.device)
    twins = (teacher @ teacher.T > SAME_MEANING) & ~itself
    own = torch.arange(len(teacher), device=teacher.device)
    return 2 * distance.mean() + 0.3 * info_nce(student @ teacher.T, own, twins, DISTILLATION_TEMPERATURE)


def mean_max_similarity(questions: Sequence[torch.Tensor], passages: Sequence[torch.Tensor]) -> torch.Tensor:
    """Late interaction: the mean over a question's tokens of the best match among a passage's (Khattab & Zaharia 2020, mean for sum).

    One product of all tokens, then a maximum a passage: padding every text to the longest would multiply ten times as many pairs.

    :param questions: unit token vectors of each question, shape (n_tokens, dimension).
    :param passages: the same of each passage.
    :return: float32, shape (n_questions, n_passages), in [-1, 1].
    """
    similarity = torch.cat(list(questions)) @ torch.cat(list(passages)).T
    of_passages = torch.split(similarity, [len(tokens) for tokens in passages], dim=1)
    best = torch.stack([part.amax(1) for part in of_passages], dim=1).float()
    return torch.stack([part.mean(0) for part in torch.split(best, [len(tokens) for tokens in questions])])
