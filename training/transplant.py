"""Stage 2: a student that understands before it is trained.

Usage: python -m training.transplant --tokenizer build/encoder/tokenizer --out build/encoder/transplant
       python -m training.transplant --from models/policy-encoder …     (rows and body of an encoder that exists come first)

The body is the teacher's. Rows of English pieces are the teacher's; a Chinese word gets the mean of the teacher's rows of its
CC-CEDICT glosses, a word without gloss the mean of its parts, scaled to the usual norm.
"""

from __future__ import annotations

import collections
import logging
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from transformers import BertModel

from training.cli import stage_parser, start_stage
from training.sources import PARALLEL_KINDS, read_pairs
from training.teacher import teacher_folder
from training.tokenizer import teacher_pieces
from training.vocabulary import Rows, read_rows

log = logging.getLogger(__name__)
GLOSSES = 4  # the first few senses of a word carry its everyday meaning
GLOSS_PIECES = 8
EMPTY_WORDS = frozenset(("to", "the", "a", "an", "of", *"();,./", "sb", "sth", "etc", "e", "g", "and", "or", "for", "in", "one", "s"))
ASIDE = re.compile(r"\(.*?\)|CL:.*|\[.*?\]")
MARKS = dict(zip("，。、；：？！“”‘’（）《》【】—…·", ',.,;:?!""\'\'()""[]-..', strict=True))


class GlossRows:
    """The row of a Chinese word, from the teacher's rows of its glosses."""

    def __init__(self, data: Path, table: Rows, teacher: Tokenizer) -> None:
        """Read the dictionary; table: the teacher's embedding rows, shape (n_pieces, dimension)."""
        self.table, self.teacher = table, teacher
        self.empty = {teacher.token_to_id(word) for word in EMPTY_WORDS}
        self.glosses: dict[str, list[str]] = collections.defaultdict(list)
        for pair in read_pairs(data, "cc_cedict", PARALLEL_KINDS):
            self.glosses[pair.first].append(ASIDE.sub("", pair.second))

    def of_gloss(self, gloss: str) -> Rows | None:
        """Mean row of the words of one gloss, or None if it has none that mean anything."""
        ids = [row for row in self.teacher.encode(gloss, add_special_tokens=False).ids if row not in self.empty]
        return self.table[ids[:GLOSS_PIECES]].mean(0) if ids else None

    def of_word(self, word: str) -> Rows | None:
        """Mean over the glosses of a word; of its parts, longest first, where it has no gloss; None where they have none."""
        rows = [row for gloss in self.glosses.get(word, [])[:GLOSSES] if (row := self.of_gloss(gloss)) is not None]
        return np.mean(rows, axis=0) if rows else self.of_parts(word)

    def of_parts(self, word: str) -> Rows | None:
        """Mean over the longest known parts of a word, left to right."""
        rows: list[Rows] = []
        start = 0
        while start < len(word):
            ends = range(len(word) - (start == 0), start, -1)
            end = next((end for end in ends if word[start:end] in self.glosses), 0)
            row = self.of_word(word[start:end]) if end else None
            rows += [] if row is None else [row]
            start = end or start + 1
        return np.mean(rows, axis=0) if rows else None


def initial_table(vocabulary: Mapping[str, int], known: Mapping[str, Rows], glosses: GlossRows, seed: int) -> Rows:
    """The embedding table: known rows as they are, Chinese words by gloss, the rest at random.

    :return: float32, shape (n_pieces, dimension).
    """
    rng = np.random.default_rng(seed)
    usual = float(np.linalg.norm(glosses.table, axis=1).mean())
    table = rng.normal(0, glosses.table.std(), (len(vocabulary), glosses.table.shape[1])).astype(np.float32)
    counts: collections.Counter[str] = collections.Counter()
    for piece, row in vocabulary.items():
        gloss = None if piece in known else glosses.of_word(piece)
        if piece in known:
            table[row] = known[piece]
        elif gloss is not None:
            table[row] = gloss * (0.9 * usual / max(float(np.linalg.norm(gloss)), 1e-6))
        counts["known" if piece in known else "glossed" if gloss is not None else "random"] += 1
    log.info("rows: %s", dict(counts))
    return table


def teacher_rows(table: Rows) -> dict[str, Rows]:
    """The teacher's rows by our piece, punctuation of both widths and the special pieces included."""
    lines = (teacher_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    names = teacher_pieces() | {mark: lines.index(latin) for mark, latin in MARKS.items()}
    names |= {special: lines.index(special) for special in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")}
    return {piece: table[row] for piece, row in names.items()} | {"▁": np.zeros(table.shape[1], dtype=np.float32)}


def write_student(folder: Path, body: BertModel, table: Rows, tokenizer: Tokenizer) -> None:
    """Write a body with a new embedding table, fp32, beside its tokenizer."""
    body.resize_token_embeddings(len(table), mean_resizing=False)
    body.embeddings.word_embeddings.weight.data = torch.from_numpy(table)
    body.save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))


def main(arguments: list[str] | None = None) -> None:
    """Build the table and write the untrained student."""
    parser = stage_parser(__doc__)
    parser.add_argument("--tokenizer", type=Path, required=True, help="folder of the tokenizer stage")
    parser.add_argument("--from", dest="origin", type=Path, help="take body and rows of this encoder where it has them")
    options = start_stage(parser, arguments)
    tokenizer = Tokenizer.from_file(str(options.tokenizer / "tokenizer.json"))
    teacher = BertModel.from_pretrained(teacher_folder(), dtype=torch.float32)
    teacher_table: npt.NDArray[np.float32] = teacher.embeddings.word_embeddings.weight.detach().numpy()
    teacher_cuts = Tokenizer.from_file(str(teacher_folder() / "tokenizer.json"))
    teacher_cuts.no_padding()
    known = teacher_rows(teacher_table) | (read_rows(options.origin) if options.origin else {})
    glosses = GlossRows(options.data, teacher_table, teacher_cuts)
    table = initial_table(tokenizer.get_vocab(), known, glosses, options.seed)
    body = BertModel.from_pretrained(options.origin, dtype=torch.float32) if options.origin else teacher
    write_student(options.out, body, table, tokenizer)


if __name__ == "__main__":
    main()
