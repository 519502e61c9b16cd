"""One way of writing for searching; what is quoted stays as it was printed."""

import re
import unicodedata
from functools import lru_cache

import opencc

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_HAN_SPACE = re.compile(rf"(?<=[{_HAN}])[ \t]+(?=[{_HAN}0-9a-z])|(?<=[0-9a-z%])[ \t]+(?=[{_HAN}])")
_TRADITIONAL = opencc.OpenCC("t2s")
_TAIWAN = opencc.OpenCC("tw2sp")


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """NFKC, lower case, traditional to simplified, no space between Han and Han, digits or Latin.

    `中國製造 ２０２５` and `中国制造2025` become the same.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    return _HAN_SPACE.sub("", simplify(folded))


def simplify(text: str) -> str:
    """Traditional characters to simplified ones; the length stays the same."""
    converted: str = _TRADITIONAL.convert(text)
    return converted if len(converted) == len(text) else "".join(_TRADITIONAL.convert(c)[:1] or c for c in text)


def simplify_question(text: str) -> str:
    """Traditional characters to simplified ones and, where there are any, Taiwan's words to the mainland's: 軟體 becomes 软件.

    The length may change, so this is for what is searched, never for what is quoted.
    """
    simplified = simplify(text)
    return simplified if simplified == text else simplify(_TAIWAN.convert(text))
