"""The formulas against values worked by hand and against plain loops."""

import math

import pytest
import torch

from training.objectives import distillation_loss, info_nce, joint_teaching_loss, mean_max_similarity, retrieval_loss

NONE = torch.zeros(2, 2, dtype=torch.bool)


def test_info_nce_of_two_rows_by_hand() -> None:
    scores = torch.tensor([[1.0, 0.0], [0.5, 0.5]])
    expected = (math.log(1 + math.exp(-2)) + math.log(2)) / 2
    assert info_nce(scores, torch.tensor([0, 1]), NONE, 0.5).item() == pytest.approx(expected)


def test_an_excluded_column_is_no_negative() -> None:
    scores = torch.tensor([[1.0, 0.9], [0.0, 1.0]])
    excluded = torch.tensor([[False, True], [True, False]])
    assert info_nce(scores, torch.tensor([0, 1]), excluded, 0.1).item() == pytest.approx(0)


def test_questions_of_one_passage_are_not_each_others_negatives() -> None:
    scores = torch.tensor([[0.9], [0.1]])
    assert retrieval_loss(scores, torch.tensor([0, 0]), torch.zeros(2, 1, dtype=torch.bool), 0.04).item() == pytest.approx(0)


def test_retrieval_loss_is_symmetric_for_one_question_each() -> None:
    scores = torch.randn(2, 2, generator=torch.Generator().manual_seed(0))
    own = torch.arange(2)
    assert retrieval_loss(scores, own, NONE, 1.0).item() == pytest.approx(retrieval_loss(scores.T, own, NONE, 1.0).item())


def test_distillation_loss_is_least_at_the_teacher() -> None:
    teacher = torch.eye(4)
    assert distillation_loss(teacher, teacher) < distillation_loss(teacher.roll(1, 0), teacher)


def test_mean_max_similarity_against_loops() -> None:
    generator = torch.Generator().manual_seed(1)
    questions = [torch.randn(length, 4, generator=generator) for length in (3, 1)]
    passages = [torch.randn(length, 4, generator=generator) for length in (2, 5, 1)]
    got = mean_max_similarity(questions, passages)
    expected = [[(question @ passage.T).amax(1).mean().item() for passage in passages] for question in questions]
    assert torch.allclose(got, torch.tensor(expected), atol=1e-5)


def test_scores_that_agree_teach_each_other_nothing_beyond_their_entropy() -> None:
    logits = torch.tensor([[2.0, 0.0, -1.0]])
    chances = logits.softmax(1)
    entropy = -(chances * chances.log()).sum()
    assert joint_teaching_loss([logits, logits], torch.zeros(1, 3, dtype=torch.bool)).item() == pytest.approx(
        0.5 * entropy.item(), abs=1e-6
    )


def test_the_weaker_score_is_drawn_toward_the_mean_of_both() -> None:
    right = torch.tensor([[4.0, 0.0]])
    wrong = torch.tensor([[0.0, 1.0]], requires_grad=True)
    joint_teaching_loss([right, wrong], torch.zeros(1, 2, dtype=torch.bool)).backward()  # type: ignore[no-untyped-call]
    assert wrong.grad is not None and wrong.grad[0, 0] < 0 < wrong.grad[0, 1]


def test_an_excluded_passage_has_no_part_in_the_teaching() -> None:
    logits, excluded = torch.tensor([[1.0, 9.0]]), torch.tensor([[False, True]])
    assert joint_teaching_loss([logits, logits], excluded).item() == pytest.approx(0, abs=1e-6)
