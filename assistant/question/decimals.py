"""Decimals that are written out: `工业四点零`, where the corpus has 工业4.0."""

import re

_DIGITS = str.maketrans("〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖", "00" + "123456789" * 2)
_NUMERAL = "〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_WRITTEN_OUT = re.compile(rf"([\u4e00-\u9fff]{{2}})([{_NUMERAL}]点[{_NUMERAL}]+)")


def read_decimals(question: str, corpus_text: str) -> dict[str, str]:
    """What was written out, and the decimal: only where the normalised corpus has it behind the same two characters."""
    found: dict[str, str] = {}
    for before, written in _WRITTEN_OUT.findall(question):
        decimal = written.translate(_DIGITS).replace("点", ".")
        if before + decimal in corpus_text:
            found[written] = decimal
    return found
