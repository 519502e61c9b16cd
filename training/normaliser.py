"""How text is written before it is cut: width, case, accents, traditional Chinese, and the gaps between scripts.

Traditional characters become simplified ones inside the tokenizer, by a character map in the format of sentencepiece (`Precompiled`):
half of the everyday Chinese met outside the mainland would otherwise fall to unknown pieces.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import opencc
import sentencepiece
from sentencepiece import sentencepiece_model_pb2
from tokenizers import Regex, normalizers

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
HAN_RANGES = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
# variants that OpenCC leaves: brackets, pronouns, units, dots
VARIANTS = dict(zip("「」『』〈〉妳牠鎗吋─･・⁄′″–", "“”‘’《》你它枪寸—··/'\"-", strict=True))


def simplified_characters() -> dict[str, str]:
    """Every traditional character that stands for one simplified one, by OpenCC's character table."""
    convert = opencc.OpenCC("t2s").convert
    pairs = ((chr(code), convert(chr(code))) for codes in HAN_RANGES for code in codes)
    return {traditional: simple for traditional, simple in pairs if simple != traditional and len(simple) == 1}


def character_map(replacements: dict[str, str]) -> bytes:
    """Compile one-character replacements to sentencepiece's double array, by a throw-away model."""
    with tempfile.TemporaryDirectory() as folder:
        rules, text, prefix = (Path(folder) / name for name in ("rules.tsv", "text.txt", "model"))
        rules.write_text("".join(f"{ord(a):X}\t{ord(b):X}\n" for a, b in replacements.items()), encoding="utf-8")
        text.write_text("the quick brown fox jumps over the lazy dog\n" * 50, encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(text), model_prefix=str(prefix), vocab_size=60, hard_vocab_limit=False,
            normalization_rule_tsv=str(rules), minloglevel=2,
        )  # fmt: skip
        model = sentencepiece_model_pb2.ModelProto()  # type: ignore[attr-defined]
        model.ParseFromString(prefix.with_suffix(".model").read_bytes())
    compiled: bytes = model.normalizer_spec.precompiled_charsmap
    return compiled


def normaliser() -> normalizers.Sequence:
    """The whole sequence; offsets into the original text survive it."""
    return normalizers.Sequence(
        [
            normalizers.NFD(),
            normalizers.StripAccents(),  # the teacher reads Beyoncé as beyonce
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Precompiled(character_map(simplified_characters() | VARIANTS)),
            normalizers.Replace(Regex(r"\s+"), " "),
            normalizers.Replace(Regex(f"(?<=[{HAN}]) (?=[{HAN}])"), ""),
            normalizers.Replace(Regex(f"(?<=[{HAN}])(?=[a-z0-9])"), " "),
            normalizers.Replace(Regex("(?<=[^a-z0-9 ])(?=[a-z0-9])"), " "),
            normalizers.Replace(Regex(" (?=[^a-z0-9 ])"), ""),
        ]
    )
