"""Stage 7: the same encoder as sentence-transformers' MultiVectorEncoder opens it, without a second copy of the weights.

Usage: python -m training.twin --encoder models/policy-encoder --out models/policy-encoder-late

The folder holds three small files of its own and relative links to weights, configuration and tokenizer. Opened directly, the
encoder's folder would get a random projection to 128 dimensions.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sentence_transformers import MultiVectorEncoder
from sentence_transformers.multi_vector_encoder.modules import MultiVectorMask
from sentence_transformers.sentence_transformer.modules import Normalize, Transformer

from training.cli import stage_parser, start_stage

LINKED = ("config.json", "model.safetensors", "sentence_bert_config.json", "tokenizer.json", "tokenizer_config.json")
TOKENS = "token_embeddings"


def write_late_interaction(encoder: Path, out: Path) -> None:
    """Write token vectors of unit length, the two special pieces left out, scored by meanmaxsim."""
    inner = MultiVectorMask(skiplist_words=["[CLS]", "[SEP]"], skiplist_tasks=["query", "document"])
    unit = Normalize(module_input_name=TOKENS, module_output_name=TOKENS)
    modules = [Transformer(str(encoder)), inner, unit]
    MultiVectorEncoder(modules=modules, similarity_fn_name="meanmaxsim", device="cpu").save(str(out), create_model_card=False)


def link(encoder: Path, out: Path) -> None:
    """Replace what is the encoder's by links to it."""
    for name in LINKED:
        (out / name).unlink(missing_ok=True)
        (out / name).symlink_to(os.path.relpath(encoder / name, out))


def main(arguments: list[str] | None = None) -> None:
    """Write the twin of an exported encoder."""
    parser = stage_parser(__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="the exported folder")
    options = start_stage(parser, arguments)
    shutil.rmtree(options.out, ignore_errors=True)
    write_late_interaction(options.encoder, options.out)
    link(options.encoder, options.out)


if __name__ == "__main__":
    main()
