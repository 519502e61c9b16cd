"""Stage 6: the folder that sentence-transformers loads: fp16, safetensors, mean pooling, unit length.

Usage: python -m training.export --student build/encoder/retrieval/student --out build/encoder/final

Its token vectors serve late interaction; `twin` writes the folder that MultiVectorEncoder opens, without a second copy of the weights.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import tempfile
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
from tokenizers import Tokenizer
from transformers import PreTrainedTokenizerFast

from training.cli import stage_parser, start_stage
from training.student import Student, read_student

log = logging.getLogger(__name__)
SPECIAL = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
MOST_BYTES = 60_000_000  # of the folder: it lives in the repository


class TooLargeError(ValueError):
    """The exported folder is larger than a repository should carry."""


def interpolate(student: Student, start: Path, share: float) -> None:
    """Move the weights part of the way back to where they started (Wortsman et al. 2022): less is forgotten.

    :param share: of the trained weights, in [0, 1].
    """
    before = read_student(start, torch.float32, torch.device("cpu")).body.state_dict()
    student.body.load_state_dict({name: torch.lerp(before[name], weight, share) for name, weight in student.body.state_dict().items()})


def write_transformer(opened: Student, folder: Path, max_pieces: int) -> None:
    """Write body (fp16) and tokenizer as transformers reads them.

    The pooler goes along: it is not used, but its absence would be reported at every start.
    """
    opened.body.to(torch.float16)
    opened.body.save_pretrained(folder)
    cuts: Tokenizer = opened.tokenizer
    cuts.no_truncation()
    cuts.no_padding()
    fast = PreTrainedTokenizerFast(tokenizer_object=cuts, model_max_length=max_pieces, **SPECIAL)
    fast.save_pretrained(folder)


def write_sentence_transformer(transformer: Path, out: Path, max_pieces: int) -> None:
    """Put mean pooling and unit length behind the body."""
    body = Transformer(str(transformer), max_seq_length=max_pieces, model_kwargs={"dtype": torch.float16})
    modules = [body, Pooling(body.get_embedding_dimension(), pooling_mode="mean"), Normalize()]
    SentenceTransformer(modules=modules, device="cpu").save(str(out), create_model_card=False)


def compact(path: Path) -> None:
    """Write a JSON file without spaces, scores to three places: the vocabulary takes a third of the room."""
    content = json.loads(path.read_text(encoding="utf-8"), parse_float=lambda figure: round(float(figure), 3))
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def write_checksums(folder: Path) -> None:
    """Write SHA256SUMS of the weights and the tokenizer, as sha256sum does."""
    names = ("model.safetensors", "tokenizer.json")
    sums = "".join(f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / "SHA256SUMS").write_text(sums, encoding="ascii")


def main(arguments: list[str] | None = None) -> None:
    """Export a trained student."""
    parser = stage_parser(__doc__)
    parser.add_argument("--student", type=Path, required=True, help="folder of a trained student")
    parser.add_argument("--max-pieces", type=int, default=256, help="longest text, in pieces (default: %(default)s)")
    parser.add_argument("--before", type=Path, help="folder of the student it was trained from: mix the two")
    parser.add_argument("--share", type=float, default=0.65, help="with --before: of the trained weights (default: %(default)s)")
    options = start_stage(parser, arguments)
    student = read_student(options.student, torch.float32, torch.device("cpu"))
    if options.before:
        interpolate(student, options.before, options.share)
    shutil.rmtree(options.out, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        write_transformer(student, Path(folder), options.max_pieces)
        write_sentence_transformer(Path(folder), options.out, options.max_pieces)
    compact(options.out / "tokenizer.json")
    (options.out / "model.safetensors").chmod(0o644)
    write_checksums(options.out)
    size = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    log.info("%s: %d bytes", options.out, size)
    if size > MOST_BYTES:
        raise TooLargeError(f"{options.out} takes {size:,} bytes, more than {MOST_BYTES:,}; export fewer pieces")


if __name__ == "__main__":
    main()
