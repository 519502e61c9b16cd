"""Train the answer verifier: does a passage answer a question, or only speak of the same things?

Usage: python -m training.verifier --out models/answer-verifier.npz [--encoder FOLDER] [--epochs 3]

The encoder stays as it is; what is trained is the small attention model of `index/verifier.py` over its token vectors. The
texts: `questions/near_misses.jsonl.gz`, four questions that a passage does not answer and two of the same form that it does,
and the written policy questions with their own passages and with the wrong passages that the encoder ranks first.
"""

from __future__ import annotations

import argparse
import logging
import math
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from index.encoder import SentenceEncoder
from index.types import Encoded
from training.pairs import Labelled, read_pairs
from training.sources import DEFAULT_DATA
from training.verifier_model import VerifierModel, pad

logger = logging.getLogger(__name__)
BATCH, RATE = 96, 2e-3
_WEIGHTS = {"near": 2.0, "own": 1.0, "hard": 0.7}  # near misses are few and what counts


@dataclass(frozen=True, slots=True)
class Texts:
    """Encoded questions and passages, each text once."""

    questions: dict[str, Encoded]
    passages: dict[str, Encoded]


def main(arguments: list[str] | None = None) -> int:
    """Encode, train, write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.verifier", description=__doc__.split("\n\n")[0])
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder with train/ (default: %(default)s)")
    parser.add_argument("--encoder", help="the encoder whose token vectors are read (default: the embedded one)")
    parser.add_argument("--out", type=Path, required=True, help="the .npz file to write")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--passages", type=int, default=3000, help="policy passages beside the near misses (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    torch.manual_seed(options.seed)
    encoder, dice = SentenceEncoder(options.encoder), random.Random(options.seed)
    pairs = read_pairs(options.data, options.passages, dice)
    texts = encode(encoder, pairs)
    train, held = [p for p in pairs if not p.held_out], [p for p in pairs if p.held_out]
    train += hard_negatives(texts, train, dice)
    torch.set_num_threads(2)
    model = fit(VerifierModel(encoder.dimension), train, held, texts, options.epochs, dice)
    weights = {name: tensor.numpy().astype(np.float16) for name, tensor in model.state_dict().items()}
    np.savez(options.out, encoder=np.array(encoder.fingerprint), **weights)  # type: ignore[arg-type]
    return 0


def encode(encoder: SentenceEncoder, pairs: list[Labelled]) -> Texts:
    """Encode every question and passage once, the short ones together."""
    texts: list[dict[str, Encoded]] = []
    for column in ({p.question for p in pairs}, {p.passage for p in pairs}):
        ordered = sorted(column, key=len)
        encoded: dict[str, Encoded] = {}
        for at in range(0, len(ordered), 512):
            encoded |= dict(zip(ordered[at : at + 512], encoder.encode_passages(ordered[at : at + 512]), strict=True))
        texts.append(encoded)
        logger.info("%d texts encoded", len(encoded))
    return Texts(*texts)


def hard_negatives(texts: Texts, pairs: list[Labelled], dice: random.Random) -> list[Labelled]:
    """For half of the answered policy questions, one of the wrong passages that the sentence vectors rank first."""
    passages = list(texts.passages)
    vectors = np.stack([texts.passages[p].vector for p in passages])
    answered = [p for p in pairs if p.kind == "own" and dice.random() < 0.5]
    found: list[Labelled] = []
    for pair in answered:
        nearest = np.argsort(-(vectors @ texts.questions[pair.question].vector))[:6]
        wrong = [passages[at] for at in nearest if passages[at] != pair.passage]
        found.append(Labelled(pair.question, dice.choice(wrong), False, "hard", False))
    return found


def fit(model: VerifierModel, train: list[Labelled], held: list[Labelled], texts: Texts, epochs: int, dice: random.Random) -> VerifierModel:
    """Binary cross-entropy, AdamW, a cosine schedule by steps; logs what it reaches on the held-out documents."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.02)
    steps, step, begun = epochs * (len(train) // BATCH + 1), 0, time.perf_counter()
    for epoch in range(epochs):
        for batch in _batches(train, dice):
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1.0, step / 100) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))) + 1e-5
            weights = torch.tensor([_WEIGHTS[p.kind] for p in batch])
            wanted = torch.tensor([float(p.answers) for p in batch])
            loss = functional.binary_cross_entropy_with_logits(_run(model, batch, texts), wanted, reduction="none")
            (loss * weights).mean().backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            step += 1
            if step % 100 == 0:
                logger.info("step %d of %d  loss %.3f  %.0f s", step, steps, loss.mean().item(), time.perf_counter() - begun)
        logger.info("epoch %d  held out, near misses: area under ROC %.3f", epoch, held_out_area(model, held, texts))
    return model


def _batches(pairs: list[Labelled], dice: random.Random) -> list[list[Labelled]]:
    """Pairs of about equal length together, in random order."""
    dice.shuffle(pairs)
    blocks = [sorted(pairs[at : at + 16 * BATCH], key=lambda p: len(p.passage)) for at in range(0, len(pairs), 16 * BATCH)]
    batches = [block[at : at + BATCH] for block in blocks for at in range(0, len(block), BATCH)]
    dice.shuffle(batches)
    return batches


def _run(model: VerifierModel, batch: list[Labelled], texts: Texts) -> torch.Tensor:
    questions = pad([texts.questions[p.question].tokens for p in batch])
    passages = pad([texts.passages[p.passage].tokens for p in batch])
    logits: torch.Tensor = model(*questions, *passages)
    return logits


@torch.inference_mode()
def held_out_area(model: VerifierModel, held: list[Labelled], texts: Texts) -> float:
    """The chance that an answered near question scores above an unanswered one, on documents that were not trained on."""
    model.eval()
    near = [p for p in held if p.kind == "near"]
    scores = torch.cat([_run(model, near[at : at + BATCH], texts) for at in range(0, len(near), BATCH)]).numpy()
    model.train()
    yes = np.array([p.answers for p in near])
    return float((scores[yes][:, None] > scores[~yes][None]).mean())


if __name__ == "__main__":
    sys.exit(main())
