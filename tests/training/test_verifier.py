"""The verifier that is trained and the one that answers are the same sums."""

import random

import numpy as np
import torch

from index.types import Encoded
from index.verifier import AnswerVerifier
from training.pairs import Labelled
from training.verifier import Texts, fit
from training.verifier_model import VerifierModel, pad


def _unit_rows(count: int, seed: int, dimension: int = 16) -> np.ndarray:
    rows = np.random.default_rng(seed).standard_normal((count, dimension)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_the_answering_twin_gives_the_trained_models_scores_whatever_the_padding() -> None:
    torch.manual_seed(0)
    model = VerifierModel(16, width=8).eval()
    verifier = AnswerVerifier({name: tensor.numpy() for name, tensor in model.state_dict().items()}, "any")
    questions, passages = [_unit_rows(n, n) for n in (3, 7, 5)], [_unit_rows(m, 50 + m) for m in (9, 4, 12)]
    with torch.inference_mode():
        padded = model(*pad(questions), *pad(passages)).numpy()
    alone = [verifier.score(q, p) for q, p in zip(questions, passages, strict=True)]
    np.testing.assert_allclose(alone, padded, rtol=1e-4, atol=1e-5)


def test_training_tells_passages_that_hold_the_questions_token_from_those_that_do_not() -> None:
    torch.manual_seed(0)
    questions = {f"q{n}": _encoded(_unit_rows(2, n)) for n in range(40)}
    passages = {}
    pairs = []
    for n in range(40):
        rows = _unit_rows(5, 1000 + n)
        passages[f"no{n}"] = _encoded(rows)
        passages[f"yes{n}"] = _encoded(np.concatenate([rows, questions[f"q{n}"].tokens]))
        pairs += [Labelled(f"q{n}", f"{answer}{n}", answer == "yes", "near", n >= 30) for answer in ("yes", "no")]
    texts = Texts(questions, passages)
    model = fit(VerifierModel(16, width=8), pairs[:60], pairs[60:], texts, epochs=120, dice=random.Random(0))
    model.eval()
    with torch.inference_mode():
        scores = [float(model(*pad([questions[p.question].tokens]), *pad([passages[p.passage].tokens]))) for p in pairs[60:]]
    assert np.mean([scores[at] > scores[at + 1] for at in range(0, len(scores), 2)]) >= 0.9


def _encoded(tokens: np.ndarray) -> Encoded:
    vector = tokens.mean(axis=0)
    return Encoded(vector / np.linalg.norm(vector), tokens, tuple((0, 0) for _ in tokens))
