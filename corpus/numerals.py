"""Chinese numerals: `二十六`, `廿六`, `〇`."""

import re

NUMERAL = "零〇一二两三四五六七八九十百廿卅"
_DIGITS = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}


def value(numeral: str) -> int:
    """`26`, `二十六`, `廿六` → 26; characters of `NUMERAL` alone or digits alone, below 1,000."""
    if numeral.isdigit():
        return int(numeral)
    text = numeral.replace("廿", "二十").replace("卅", "三十")
    if not re.search("[十百]", text):
        return int("".join(str(_DIGITS[c]) for c in text))
    hundreds, hundred, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    return _sum(hundreds, 100 if hundred else 0) + _sum(tens, 10 if ten else 0) + (_DIGITS.get(ones[-1:], 0))


def _sum(numeral: str, factor: int) -> int:
    return (_DIGITS.get(numeral[-1:], 1) if numeral else 1) * factor


def in_chinese(number: int) -> str:
    """26 → `二十六`; digits from 100 on."""
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十") + (digits[ones] if ones else "")
