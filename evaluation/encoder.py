"""Measure an encoder, dense alone and with late interaction, and how fast it is.

Usage: python -m evaluation.encoder [MODEL] [--data ../shared/data] [--judged ../shared/judged/questions.jsonl] [--no-speed]

MODEL is the folder or the name of any sentence-transformers model; by default the embedded one. The tasks are in
`encoder_tasks`; the figures land in evaluation/results/ with the machine and the versions they were made with.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

from evaluation.encoder_speed import passages_of_200, speed, write_record
from evaluation.encoder_tasks import judged, read_lines, read_retrieval_set, retrieval, translation
from index.encoder import EMBEDDED, SentenceEncoder
from index.types import Encoder

HOME = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).parent / "results"
NOTES = HOME / "corpus" / "notes"
RETRIEVAL = {
    "XQuAD zh, nDCG@10": ("xquad_zh", "xquad_zh"),
    "XQuAD en, nDCG@10": ("xquad_en", "xquad_en"),
    "XQuAD zh → en, nDCG@10": ("xquad_zh", "xquad_en"),
    "XQuAD en → zh, nDCG@10": ("xquad_en", "xquad_zh"),
    "CMRC 2018 dev, nDCG@10": ("cmrc2018_dev", "cmrc2018_dev"),
}


def quality(encoder: Encoder, data: Path, questions: Path) -> dict[str, float]:
    """Every measure whose texts are there, in the order of the table."""
    figures: dict[str, float] = {}
    if (data / "eval").is_dir():
        figures |= {name: retrieval(encoder, data, *sets) for name, sets in RETRIEVAL.items()}
        figures["Tatoeba cmn-eng, F1"] = translation(encoder, data)
    if questions.is_file():
        figures |= judged(encoder, questions, NOTES)
    return figures


def measure_speed(encoder: SentenceEncoder, like: Path, data: Path) -> dict[str, float]:
    """Time questions of XQuAD zh and passages of 200 characters of CMRC."""
    questions = read_retrieval_set(data, "xquad_zh", "xquad_zh").questions[:100]
    passages = passages_of_200([line["text"] for line in read_lines(data / "eval" / "cmrc2018_dev.passages.jsonl.gz")])
    return speed(encoder, like, questions, passages)


def machine() -> dict[str, object]:
    """What the figures were made on."""
    packages = ("sentence-transformers", "transformers", "tokenizers", "torch", "numpy")
    return {
        "date": date.today().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "versions": {package: version(package) for package in packages},
    }


def main(arguments: list[str] | None = None) -> int:
    """Print the table and record it; 2 with one line on standard error where no texts are there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.encoder", description="Measure an encoder.")
    parser.add_argument("model", nargs="?", default=str(EMBEDDED), help="folder or name (default: the embedded encoder)")
    parser.add_argument("--data", type=Path, default=HOME.parent / "shared" / "data", help="folder with eval/")
    parser.add_argument("--judged", type=Path, default=HOME.parent / "shared" / "judged" / "questions.jsonl")
    parser.add_argument("--no-speed", action="store_true", help="leave out the timing")
    parser.add_argument("--out", type=Path, help="where to record (default: evaluation/results/encoder-NAME.json)")
    options = parser.parse_args(arguments)
    encoder = SentenceEncoder(options.model)
    figures = quality(encoder, options.data, options.judged)
    if not figures:
        sys.stderr.write(f"error: no evaluation texts: put them under {options.data}/eval, or name another folder with --data\n")
        return 2
    if not options.no_speed and (options.data / "eval").is_dir():
        like = Path(options.model) if Path(options.model).is_dir() else EMBEDDED
        figures |= measure_speed(encoder, like, options.data)
    for name, figure in figures.items():
        sys.stdout.write(f"{name:<42}{figure:9.4f}\n")
    record = {"encoder": encoder.name, "fingerprint": encoder.fingerprint, **figures, **machine()}
    write_record(options.out or RESULTS / f"encoder-{encoder.name.replace('/', '-')}.json", record)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
