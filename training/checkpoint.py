"""Checkpoints a stage resumes from, snapshots that are averaged."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from training.optimisation import MasterWeights
from training.student import Student

LAST = "last.pt"


def save_checkpoint(folder: Path, step: int, masters: MasterWeights) -> None:
    """Replace the last checkpoint; a stop in between leaves the old one whole."""
    partial = folder / "partial.pt"
    torch.save({"step": step, **masters.state()}, partial)
    partial.replace(folder / LAST)


def resume(folder: Path, masters: MasterWeights) -> int:
    """Load the last checkpoint if there is one.

    :return: the number of steps done.
    """
    path = folder / LAST
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    masters.load(state)
    return int(state["step"])


def save_snapshot(path: Path, masters: MasterWeights) -> None:
    """Write the fp32 weights alone."""
    save_file({name: weight.contiguous() for name, weight in masters.named().items()}, path)


def average(paths: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of snapshots (Izmailov et al. 2018): fp32 weights by name."""
    total = load_file(paths[0])
    for path in paths[1:]:
        for name, weight in load_file(path).items():
            total[name] += weight
    return {name: weight / len(paths) for name, weight in total.items()}


def write_folder(folder: Path, student: Student, weights: dict[str, torch.Tensor]) -> None:
    """Write a student's folder with these weights in fp32: what the next stage starts from."""
    folder.mkdir(parents=True, exist_ok=True)
    body = student.body
    body.to(torch.float32)
    body.load_state_dict(weights, strict=False)  # the pooler is not trained
    body.save_pretrained(folder)
    student.tokenizer.no_truncation()
    student.tokenizer.save(str(folder / "tokenizer.json"))
