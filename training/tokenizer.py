"""Stage 1: one Unigram tokenizer for both languages.

Usage: python -m training.tokenizer --data ../shared/data --out build/encoder/tokenizer
       python -m training.tokenizer --pieces-of models/policy-encoder --out …    (renew a trained vocabulary)

English is cut into the teacher's word pieces (score: minus the log of the rank), Chinese into the frequent words of the texts
(score: log frequency) and all their characters, so that Viterbi cuts 行政村 / 通 / 光纤 as words. Word starts carry ▁.
"""

from __future__ import annotations

import collections
import logging
import math
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import jieba
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, processors

from training.cli import stage_parser, start_stage
from training.normaliser import HAN, normaliser
from training.sources import PARALLEL_KINDS, read_lines
from training.teacher import teacher_folder
from training.vocabulary import Pieces, read_pieces, read_rows, spare_words

log = logging.getLogger(__name__)
SPECIAL: Pieces = [("[PAD]", 0.0), ("[UNK]", -30.0), ("[CLS]", 0.0), ("[SEP]", 0.0), ("▁", -4.0)]
PUNCTUATION = "，。、；：？！“”‘’（）《》【】—…·"
MAX_WORD = 5  # characters; longer words of jieba are names that hardly recur
CHARACTER_PENALTY = 4.0  # nats: a word beats its characters wherever it is known
GENERAL_ENGLISH = 24000  # rank in the teacher's vocabulary
CONTINUATION_PENALTY = 2.0  # nats: a word start beats a continuation of the same letters


def training_texts(data: Path) -> Iterator[str]:
    """Every Chinese text of the training data; monolingual corpora included."""
    for path in sorted((data / "train").glob("*.jsonl.gz")) + sorted((data / "corpora").glob("*.jsonl.gz")):
        for line in read_lines(path):
            yield line.get("a") or line["text"]


def english_texts(data: Path) -> Iterator[str]:
    """The English of the parallel texts."""
    for path in sorted((data / "train").glob("*.jsonl.gz")):
        yield from (line["b"] for line in read_lines(path) if line.get("kind") in PARALLEL_KINDS)


def chinese_pieces(texts: Iterator[str], room: int) -> Pieces:
    """Every character seen twice, and in the room that is left the most frequent words of several characters."""
    counts: collections.Counter[str] = collections.Counter()
    for text in texts:
        for run in re.findall(f"[{HAN}]+", text):
            counts.update(word for word in jieba.cut(run) if len(word) <= MAX_WORD)
            counts.update(run)
    total = counts.total()
    rules = normaliser()
    characters = sorted(p for p, count in counts.items() if len(p) == 1 and count > 1 and rules.normalize_str(p) == p)
    words = (p for p, _ in counts.most_common() if len(p) > 1 and rules.normalize_str(p) == p)
    frequent = [*islice(words, max(0, room - len(characters)))]
    penalised = [(piece, math.log(counts[piece] / total) - CHARACTER_PENALTY) for piece in characters]
    return [(word, math.log(counts[word] / total)) for word in frequent] + penalised


def teacher_pieces() -> dict[str, int]:
    """The teacher's ASCII pieces and its symbols, in our spelling, with its row of each."""
    rows: dict[str, int] = {}
    lines = (teacher_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    for row, piece in enumerate(lines):
        if re.fullmatch(r"\[\w+\]", piece):
            continue
        if re.fullmatch(r"(##)?[\x21-\x7e]+", piece):
            rows.setdefault(piece[2:] if piece.startswith("##") else f"▁{piece}" if piece[0].isalnum() else piece, row)
        elif len(piece) == 1 and (unicodedata.category(piece)[0] in "PS" or "α" <= piece <= "ω"):
            rows.setdefault(piece, row)
    return rows


def used_pieces(texts: Iterator[str]) -> set[str]:
    """The teacher's pieces, as it spells them, that some of the texts has."""
    cuts = Tokenizer.from_file(str(teacher_folder() / "tokenizer.json"))
    cuts.no_padding()
    cuts.no_truncation()
    used: set[str] = set()
    while some := [*islice(texts, 10_000)]:
        used.update(piece for encoding in cuts.encode_batch(some) for piece in encoding.tokens)
    return used


def english_pieces() -> Pieces:
    """The teacher's pieces with the score that makes Unigram cut as the teacher does."""
    return [(piece, -math.log(row + 1) - (0 if piece.startswith("▁") else CONTINUATION_PENALTY)) for piece, row in teacher_pieces().items()]


def new_pieces(data: Path, max_pieces: int) -> Pieces:
    """English pieces that the texts have or general English asks for; Chinese ones in what room they leave."""
    used, rows = used_pieces(english_texts(data)), teacher_pieces()
    spelled = {piece: piece[1:] if piece.startswith("▁") else piece if piece in used else f"##{piece}" for piece in rows}
    english = [(piece, score) for piece, score in english_pieces() if spelled[piece] in used or wanted(piece, rows[piece])]
    return english + chinese_pieces(training_texts(data), max_pieces - len(english) - len(SPECIAL) - len(PUNCTUATION))


def renewed_pieces(folder: Path, max_pieces: int) -> Pieces:
    """The vocabulary of an encoder that exists, with frequent English words it lacks in place of words that are the sum of their parts."""
    kept = read_pieces(folder)
    known, rows = {piece for piece, _ in kept}, teacher_pieces()
    added = [(piece, score) for piece, score in english_pieces() if piece not in known and wanted(piece, rows[piece])]
    spare = spare_words(kept, read_rows(folder), len(kept) + len(added) - max_pieces)
    return [(piece, score) for piece, score in kept if piece not in spare] + added


def wanted(piece: str, rank: int) -> bool:
    """Whether a piece of the teacher's is worth a row that no training text asks for: symbols, and words of general English."""
    return rank < GENERAL_ENGLISH if piece.startswith("▁") else not piece.isascii()


def build_tokenizer(pieces: Pieces) -> Tokenizer:
    """Put the pieces behind the normaliser; pieces that normalised text cannot contain are dropped, the first score of a piece counts."""
    rules = normaliser()
    scores: dict[str, float] = dict(SPECIAL)
    for piece, score in pieces + [(mark, -8.0) for mark in PUNCTUATION]:
        if rules.normalize_str(piece.lstrip("▁")) == piece.lstrip("▁"):
            scores.setdefault(piece, score)
    tokenizer = Tokenizer(models.Unigram(list(scores.items()), unk_id=1, byte_fallback=False))
    tokenizer.normalizer = rules
    marks = Regex(f"[!-/:-@\\[-`{{-~{PUNCTUATION}]")
    words = pre_tokenizers.Metaspace(prepend_scheme="always", split=True)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([words, pre_tokenizers.Split(marks, "isolated")])
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.add_special_tokens([piece for piece, _ in SPECIAL[:4]])
    return tokenizer


def main(arguments: list[str] | None = None) -> None:
    """Build the tokenizer and log how it cuts a few sentences."""
    parser = stage_parser(__doc__)
    parser.add_argument("--pieces-of", type=Path, help="renew the vocabulary of this encoder")
    parser.add_argument("--max-pieces", type=int, default=47800, help="60 MB in fp16 (default: %(default)s)")
    options = start_stage(parser, arguments)
    earlier, most = options.pieces_of, options.max_pieces
    tokenizer = build_tokenizer(renewed_pieces(earlier, most) if earlier else new_pieces(options.data, most))
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(options.out / "tokenizer.json"))
    log.info("%d pieces", tokenizer.get_vocab_size())
    for text in ("到2020年98%的行政村通光纤，启动5G商用", "我們試試看！", "Beyoncé’s café – TD-LTE Advanced"):
        log.info("%s", tokenizer.encode(text).tokens)


if __name__ == "__main__":
    main()
