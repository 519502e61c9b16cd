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
from training.batching import batches_by_length, pad, tokenize
from training.checkpoint import average, resume, save_checkpoint, save_snapshot, write_folder
from training.cli import stage_parser, start_stage
from training.distillation import DistillationBatches, distil
from training.neighbours import encoder_neighbours, keyword_neighbours, neighbourly_epochs
from training.objectives import mean_max_similarity, retrieval_loss
from training.optimisation import MasterWeights, Schedule
from training.parallel import read_parallel
from training.student import Student, encode, read_student, sentence_vectors, token_states, token_vectors
from training.teacher import TeacherVectors
from training.tuning import TuningSet, read_tuning_set, tune

log = logging.getLogger(__name__)
POLICY_PASSAGES, OTHER_PASSAGES = 32, 16  # of a batch
QUESTIONS_EACH = 3  # a passage is encoded once for several of its questions: they are seven times shorter
QUESTION_PIECES, PASSAGE_PIECES = 64, 448
DISTILLATION_PIECES = 2048  # of each step, padded
DENSE_TEMPERATURE, LATE_TEMPERATURE = 0.04, 0.03
NEIGHBOURS = 4  # of each kind
SNAPSHOTS = 4  # averaged at the end


@dataclass(frozen=True, slots=True)
class Encoded:
    """Sentence and token vectors of texts, in their order."""

    sentences: torch.Tensor  # float32, shape (n_texts, dimension)
    tokens: list[torch.Tensor]  # of each text, shape (n_tokens, dimension)


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

    :return: bool, shape (n_questions, n_passages).
    """
    asked_by = [{question for question, own in zip(questions, owner, strict=True) if own == place} for place in range(len(passages))]
    rows = [
        [
            place != own and (passage.key == passages[own].key or question in asked_by[place])
            for place, passage in enumerate(passages)
        ]
        for question, own in zip(questions, owner, strict=True)
    ]  # fmt: skip
    return torch.tensor(rows)


def contrast(student: Student, passages: Sequence[AskedPassage], rng: random.Random) -> tuple[torch.Tensor, torch.Tensor]:
    """The dense and the late loss of one batch of passages with a few of their questions."""
    chosen = [rng.sample(passage.questions, min(QUESTIONS_EACH, len(passage.questions))) for passage in passages]
    questions = [question for several in chosen for question in several]
    owner = [place for place, several in enumerate(chosen) for _ in several]
    asked = encode_batch(student, questions, QUESTION_PIECES)
    read = encode_batch(student, [rng.choice(passage.texts) for passage in passages], PASSAGE_PIECES)
    device = asked.sentences.device
    excluded, own = excluded_pairs(passages, questions, owner).to(device), torch.tensor(owner, device=device)
    dense = retrieval_loss(asked.sentences @ read.sentences.T, own, excluded, DENSE_TEMPERATURE)
    late = mean_max_similarity(asked.tokens, read.tokens)
    return dense, retrieval_loss(late, own, excluded, LATE_TEMPERATURE)


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
    means = Means({})
    together = zip(distillation, retrieval, strict=False)
    last = range(schedule.steps - 10 * (SNAPSHOTS - 1), schedule.steps + 1, 10)
    for step, ((ids, vectors), passages) in enumerate(islice(together, done, schedule.steps), start=done):
        toward_teacher = distil(student, ids, vectors)
        toward_teacher.backward()  # type: ignore[no-untyped-call]
        dense, late = contrast(student, passages, random.Random(step))
        (dense + late).backward()  # type: ignore[no-untyped-call]
        masters.step(schedule.factor(step))
        means.update(distillation=toward_teacher, dense=dense, late=late)
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
