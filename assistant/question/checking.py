"""A question as it is typed to one that can be searched: checked, cleaned, its language named."""

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress

from assistant.errors import LONGEST_QUESTION, QuestionError
from assistant.types import Language

_KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30fa\uff66-\uff9d]")
_FOREIGN = (
    ("日文", _KANA),
    ("韩文", re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")),
    ("俄文", re.compile(r"[\u0400-\u04ff]")),
    ("阿拉伯文", re.compile(r"[\u0600-\u06ff]")),
    ("泰文", re.compile(r"[\u0e00-\u0e7f]")),
)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_WORD_CHARACTER = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_INVISIBLE = re.compile(r"[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]")


def check_question(question: str) -> str:
    """Clean a question for searching: white space runs become one space, invisible marks go.

    :raises QuestionError: if it is blank, longer than 1,000 characters, holds a control character, has no words, or
        is written in another language than Chinese or English.
    """
    if not _INVISIBLE.sub("", question).strip():
        raise QuestionError("blank")
    if len(question) > LONGEST_QUESTION:
        raise QuestionError("too_long", f"{len(question):,}")
    if control := next((c for c in question if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\r"), None):
        raise QuestionError("control_character", f"U+{ord(control):04X}")
    cleaned = " ".join(_INVISIBLE.sub("", question).split())
    for language, letters in _FOREIGN:
        if len(letters.findall(cleaned)) * 5 >= len(cleaned.replace(" ", "")):  # one in five: a quoted name passes
            raise QuestionError("language", language)
    if not _WORD_CHARACTER.search(cleaned):
        raise QuestionError("no_words", cleaned[:20])
    return cleaned


def keep_askable(questions: Iterable[str]) -> tuple[str, ...]:
    """The earlier questions of a conversation, cleaned; those that could not be asked are left out."""
    kept: list[str] = []
    for question in questions:
        with suppress(QuestionError):
            kept.append(check_question(question))
    return tuple(kept)


def detect_language(question: str) -> Language:
    """Chinese where there is any Han character, else English."""
    return "zh" if _HAN.search(question) else "en"
