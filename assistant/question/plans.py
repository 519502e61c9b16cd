"""The five-year plans by their Chinese names."""

import re

_ENGLISH = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth")
_CHINESE = ("十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五")
# `13th Five-Year Plan`, `the fourteenth 5-year plan`
ENGLISH_PLAN = re.compile(rf"\b(?:(1[0-6])th|({'|'.join(_ENGLISH)})) (?:five|5)[- ]year(?: plan)?\b", re.IGNORECASE)


def chinese_plan(match: re.Match[str]) -> str:
    """What a match of `ENGLISH_PLAN` is called: 十三五."""
    return _CHINESE[int(match[1]) - 10 if match[1] else _ENGLISH.index(match[2].lower())]
