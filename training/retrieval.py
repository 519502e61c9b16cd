"""Stage 5: questions toward their passages, sentence vectors and token vectors together, distillation kept on.

Usage: python -m training.retrieval --start build/encoder/distillation/student --teacher build/encoder/teacher --out build/encoder/retrieval
"""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import torch

from training.asked import AskedPassage, other_asked, policy_asked
from training.checkpoint import average, resume, save_checkpoint, save_snapshot, write_folder
from training.cli import stage_parser, start_stage
from training.contrast import PassageMemory, contrast
from training.distillation import DistillationBatches, distil
from training.neighbours import encoder_neighbours, keyword_neighbours, neighbourly_epochs
from training.optimisation import MasterWeights, Schedule
from training.parallel import read_parallel
from training.student import Student, encode, read_student
from training.teacher import TeacherVectors
from training.tuning import TuningSet, read_tuning_set, tune

log = logging.getLogger(__name__)
POLICY_PASSAGES, OTHER_PASSAGES = 32, 16  # of a batch
DISTILLATION_PIECES = 2048  # of each step, padded
NEIGHBOURS = 4  # of each kind
SNAPSHOTS = 4  # averaged at the end


def wrong_passages(student: Student, policy: Sequence[AskedPassage], store: Path) -> list[list[int]]:
    """The neighbours of each policy passage, kept in a file for the next time: they take some minutes."""
    if not store.exists():
        vectors = encode(student, [passage.texts[0] for passage in policy], 128)
        kinds = zip(keyword_neighbours(policy, NEIGHBOURS), encoder_neighbours(vectors, NEIGHBOURS), strict=True)
        wrong = [[n for n in {*a, *b} if policy[n].key != policy[p].key] for p, (a, b) in enumerate(kinds)]
        store.write_text(json.dumps(wrong), encoding="ascii")
    stored: list[list[int]] = json.loads(store.read_text(encoding="ascii"))
    return stored


def passage_batches(student: Student, data: Path, seed: int, store: Path) -> Iterator[list[AskedPassage]]:
    """Endless batches: policy passages among their neighbours, the rest of other kinds."""
    rng = random.Random(seed)
    policy, others = policy_asked(data), other_asked(data, rng)
    log.info("%d policy passages, %d others", len(policy), len(others))
    epochs = neighbourly_epochs(wrong_passages(student, policy, store), POLICY_PASSAGES, seed)
    while True:
        shuffled = rng.sample(others, len(others))
        for start in range(0, len(shuffled) - OTHER_PASSAGES, OTHER_PASSAGES):
            yield [policy[position] for position in next(epochs)] + shuffled[start : start + OTHER_PASSAGES]


@dataclass(slots=True)
class Means:
    """Running means of the losses."""

    values: dict[str, float]

    def update(self, **losses: torch.Tensor) -> None:
        """Take in the losses of a step."""
        for name, loss in losses.items():
            self.values[name] = 0.95 * self.values.get(name, loss.item()) + 0.05 * loss.item()


def train(
    student: Student,
    masters: MasterWeights,
    distillation: DistillationBatches,
    retrieval: Iterator[list[AskedPassage]],
    schedule: Schedule,
    out: Path,
    tuning: TuningSet,
) -> None:
    """Run the steps that are left; log every 10, checkpoint every 50, measure every 150, keep snapshots of the end."""
    done = resume(out, masters)
    means, memory = Means({}), PassageMemory()
    together = zip(distillation, retrieval, strict=False)
    last = range(schedule.steps - 10 * (SNAPSHOTS - 1), schedule.steps + 1, 10)
    for step, ((ids, vectors), passages) in enumerate(islice(together, done, schedule.steps), start=done):
        toward_teacher = distil(student, ids, vectors)
        toward_teacher.backward()  # type: ignore[no-untyped-call]
        losses = contrast(student, passages, memory, random.Random(step))
        torch.stack([*losses.values()]).sum().backward()  # type: ignore[no-untyped-call]
        masters.step(schedule.factor(step))
        means.update(distillation=toward_teacher, **losses)
        if (step + 1) % 10 == 0 or step == done:
            log.info("step %d of %d  %s", step + 1, schedule.steps, {name: round(mean, 4) for name, mean in means.values.items()})
        if step + 1 in last:
            save_snapshot(out / f"snapshot-{step + 1:06d}.safetensors", masters)
        if (step + 1) % 50 == 0 or step + 1 == schedule.steps:
            save_checkpoint(out, step + 1, masters)
        if (step + 1) % 150 == 0:
            log.info("held out: %s", tune(student, tuning))


def main(arguments: list[str] | None = None) -> None:
    """Train from a distilled student; write the folder OUT/student, the mean of the last snapshots."""
    parser = stage_parser(__doc__)
    parser.add_argument("--start", type=Path, required=True, help="folder of the student to begin with")
    parser.add_argument("--teacher", type=Path, required=True, help="folder of the teacher stage")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--row-rate", type=float, default=4e-4, help="learning rate of the embedding rows (default: %(default)s)")
    parser.add_argument("--body-rate", type=float, default=4e-5, help="learning rate of the rest (default: %(default)s)")
    options = start_stage(parser, arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    device = torch.device(options.device)
    student = read_student(options.start, torch.bfloat16, device)
    retrieval = passage_batches(student, options.data, options.seed, options.out / "neighbours.json")
    masters = MasterWeights(student.body, options.row_rate, options.body_rate)
    masters.load_masters(dict(read_student(options.start, torch.float32, device).body.named_parameters()))
    parallel = read_parallel(options.data, options.seed)
    distillation = DistillationBatches(student, parallel.train, TeacherVectors(options.teacher), options.seed, DISTILLATION_PIECES)
    train(student, masters, distillation, retrieval, Schedule(options.steps), options.out, read_tuning_set(options.data, parallel.held_out))
    weights = average(sorted(options.out.glob("snapshot-*.safetensors"))[-SNAPSHOTS:])
    masters.load_masters(weights)
    log.info("held out, averaged: %s", tune(student, read_tuning_set(options.data, parallel.held_out)))
    write_folder(options.out / "student", student, weights)


if __name__ == "__main__":
    main()
