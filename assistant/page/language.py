"""Which language a browser's reader prefers."""

import re

from assistant.page.strings import LANGUAGES


def preferred_language(accepted: str) -> str:
    """`zh` or `en` by an Accept-Language header; English for readers of neither, Chinese where nothing is said."""
    ranked = []
    for position, (name, weight) in enumerate(re.findall(r"([A-Za-z]{2,3})[\w-]*(?:\s*;\s*q=([\d.]+))?", accepted[:500])):
        ranked.append((-_weight(weight), position, name.lower()))
    return next((name for _, _, name in sorted(ranked) if name in LANGUAGES), "en" if ranked else "zh")


def _weight(written: str) -> float:
    try:
        return float(written) if written else 1.0
    except ValueError:
        return 0.0
