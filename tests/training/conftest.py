"""A handful of lines of every training file, and a teacher of two layers: every stage runs in a second."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

pytest.importorskip("opencc")
pytest.importorskip("sentencepiece")
pytest.importorskip("google.protobuf")

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel

from training import asked, parallel

WORDS = ["the", "village", "gets", "fibre", "by", "2020", "water", "price", "is", "set", "who", "pays", "for", "road", "repair"]
CHINESE = ["行政村通光纤", "水价由谁定", "修路的钱谁出", "农民进城", "教师待遇提高", "网速要提多快", "企业减税", "河流治理"]


def write_lines(path: Path, lines: Iterable[dict[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def english(number: int) -> str:
    return " ".join(WORDS[(number * 3 + step) % len(WORDS)] for step in range(6))


def policy_line(number: int) -> dict[str, str]:
    zh, en = CHINESE[number % 8], english(number)
    questions = {key: f"{key} {zh} {number}" for key in ("zh1", "zh2", "zh3", "kw", "zh_key")}
    questions |= {key: f"{key} {en} {number}" for key in ("en1", "en2", "en3", "en_key")}
    return {"id": f"p{number}", "doc": f"文件{number}", "section": "总则", "text": f"{zh}，第{number}条。" * 4, **questions}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    for name in [*parallel.DOCUMENTATION, "tatoeba_cmn", "wiki_bio_zh_en", "cc_cedict"]:
        pairs = [{"a": CHINESE[n % 8] + str(n), "b": f"{english(n)} {n}", "kind": "parallel"} for n in range(24)]
        write_lines(folder / "train" / f"{name}.jsonl.gz", pairs)
    for name in asked.OTHERS:
        lines = [{"a": f"{CHINESE[n]}？", "b": CHINESE[n] * 8, "kind": "qa"} for n in range(6)]
        write_lines(folder / "train" / f"{name}.jsonl.gz", lines)
    write_lines(folder / "train" / "policy_questions.jsonl.gz", [policy_line(n) for n in range(120)])
    write_lines(folder / "corpora" / "gov.jsonl.gz", [{"text": CHINESE[n % 8] * 12} for n in range(20)])
    return folder


@pytest.fixture
def teacher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "teacher"
    folder.mkdir()
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *",.!?:;'\"()[]-/", *WORDS, "##s", "α"]
    (folder / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    tokenizer = Tokenizer(models.WordPiece({piece: row for row, piece in enumerate(pieces)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(0)
    shape = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64}
    BertModel(BertConfig(vocab_size=len(pieces), **shape)).save_pretrained(folder)
    for module in ("teacher", "tokenizer", "transplant"):
        monkeypatch.setattr(f"training.{module}.teacher_folder", lambda: folder)
    return folder
