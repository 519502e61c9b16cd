"""Stage 4: Chinese and English toward the teacher's vector of the English.

Usage: python -m training.distillation --start build/encoder/transplant --teacher build/encoder/teacher --out build/encoder/distillation

Reimers & Gurevych 2020. Every sixth text is English toward its own teacher vector, so that English does not drift.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from training.batching import TokenIds, pad, shuffled_epochs, tokenize
from training.checkpoint import resume, save_checkpoint, save_snapshot, write_folder
from training.cli import stage_parser, start_stage
from training.objectives import distillation_loss
from training.optimisation import MasterWeights, Schedule
from training.parallel import read_parallel
from training.sources import Pair
from training.student import Student, read_student, sentence_vectors, token_states
from training.teacher import TeacherVectors
from training.tuning import TuningSet, read_tuning_set, tune

log = logging.getLogger(__name__)
ENGLISH_SHARE = 5  # one English text to so many Chinese
MAX_PIECES = 256
BATCH_PIECES = 6144  # padded; 256 texts of 24 pieces
BATCH_TEXTS = 256


class DistillationBatches:
    """Length-grouped batches of texts of both languages with the teacher vectors they should have."""

    def __init__(self, student: Student, pairs: list[Pair], teacher: TeacherVectors, seed: int, batch_pieces: int = BATCH_PIECES) -> None:
        """Cut all texts once; pairs the teacher has not encoded are left out."""
        pairs = [pair for pair in pairs if pair.second in teacher.position]
        english = random.Random(seed).sample(pairs, len(pairs) // ENGLISH_SHARE)
        texts = [pair.first for pair in pairs] + [pair.second for pair in english]
        self.ids = tokenize(student.tokenizer, texts, MAX_PIECES)
        self.rows = np.array([teacher.position[pair.second] for pair in pairs + english])
        self.vectors = teacher.vectors
        log.info("%d texts, %d pieces an epoch", len(self.ids), sum(map(len, self.ids)))
        self.order = shuffled_epochs([len(pieces) for pieces in self.ids], batch_pieces, BATCH_TEXTS, seed)

    def __iter__(self) -> Iterator[tuple[list[TokenIds], npt.NDArray[np.float32]]]:
        """Endless batches: piece ids, and teacher vectors as float32, shape (n_texts, dimension)."""
        for batch in self.order:
            yield [self.ids[position] for position in batch], self.vectors[self.rows[batch]].astype(np.float32)


def distil(student: Student, ids: list[TokenIds], vectors: npt.NDArray[np.float32]) -> torch.Tensor:
    """The loss of one batch."""
    device = next(student.body.parameters()).device
    padded, mask = pad(ids, device)
    student_vectors = sentence_vectors(token_states(student.body, padded, mask), mask)
    return distillation_loss(student_vectors, torch.from_numpy(vectors).to(device))


def train(student: Student, masters: MasterWeights, batches: DistillationBatches, schedule: Schedule, out: Path, tuning: TuningSet) -> None:
    """Run the steps that are left; log every 25, checkpoint and measure every 250."""
    done = resume(out, masters)
    average = 0.0
    for step, (ids, vectors) in enumerate(islice(batches, done, schedule.steps), start=done):
        loss = distil(student, ids, vectors)
        loss.backward()  # type: ignore[no-untyped-call]
        masters.step(schedule.factor(step))
        average = loss.item() if step == done else 0.96 * average + 0.04 * loss.item()
        if (step + 1) % 25 == 0:
            log.info("step %d of %d  loss %.4f  rate ×%.2f", step + 1, schedule.steps, average, schedule.factor(step))
        if (step + 1) % 250 == 0 or step + 1 == schedule.steps:
            save_checkpoint(out, step + 1, masters)
            log.info("held out: %s", tune(student, tuning))


def main(arguments: list[str] | None = None) -> None:
    """Distil from a transplanted or an earlier student; write the folder OUT/student."""
    parser = stage_parser(__doc__)
    parser.add_argument("--start", type=Path, required=True, help="folder of the student to begin with")
    parser.add_argument("--teacher", type=Path, required=True, help="folder of the teacher stage")
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--row-rate", type=float, default=1e-3, help="learning rate of the embedding rows (default: %(default)s)")
    parser.add_argument("--body-rate", type=float, default=5e-5, help="learning rate of the rest (default: %(default)s)")
    options = start_stage(parser, arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    student = read_student(options.start, torch.bfloat16, torch.device(options.device))
    masters = MasterWeights(student.body, options.row_rate, options.body_rate)
    masters.load_masters(dict(read_student(options.start, torch.float32, torch.device(options.device)).body.named_parameters()))
    parallel = read_parallel(options.data, options.seed)
    batches = DistillationBatches(student, parallel.train, TeacherVectors(options.teacher), options.seed)
    tuning = read_tuning_set(options.data, parallel.held_out)
    train(student, masters, batches, Schedule(options.steps), options.out, tuning)
    save_snapshot(options.out / "snapshot.safetensors", masters)
    write_folder(options.out / "student", student, masters.named())


if __name__ == "__main__":
    main()
