"""What every stage takes from the command line, and how it starts: options, seed, threads, log."""

from __future__ import annotations

import argparse
import logging
import os
from pathlib import Path

import torch

from training.sources import DEFAULT_DATA


def stage_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser with the options that all stages share."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder with train/ and corpora/ (default: %(default)s)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write; a stage that was stopped goes on from it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=2, help="CPU threads (default: %(default)s)")
    return parser


def start_stage(parser: argparse.ArgumentParser, arguments: list[str] | None) -> argparse.Namespace:
    """Parse the options, fix the seed and the threads, and log to standard error."""
    options = parser.parse_args(arguments)
    os.environ["HF_HUB_OFFLINE"] = "1"
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    return options
