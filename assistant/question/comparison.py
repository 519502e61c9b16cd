"""Questions with several sides: `德国和我国各有什么安排`, `指南和信息消费意见各提了什么`."""

import re
from collections.abc import Callable, Sequence

_ASKS_EACH = re.compile(
    r"各自?(?!地|级|类|种|方面|行业|领域)|分别|不同|区别|差异|差别|差在|异同|对比|相比|哪个更"
    r"|\b(?:compared?|differ|differences?|both|respectively|versus|vs|each)\b(?! other)",
    re.IGNORECASE,
)
_STOP = '，。？！；：,?!;:“”"《》（）()在对把就从向于'
_SIDE = rf"[^{_STOP}、和与跟及的\s]{{1,14}}"
_END = rf"(?=各|分别|[{_STOP}]|的|有|是|都|之间|这|哪|怎|如何|提|差|$)"
_COORDINATION = re.compile(rf"((?:{_SIDE}、)*{_SIDE})\s*(?:和|与|跟|以及|及)\s*({_SIDE}?){_END}")
_NAME = r"(?:the\s+)?(?:[A-Z][\w.]*(?:\s+(?:(?:in|of|for)\s+)?(?=[A-Z\d]))?){1,5}(?:\s?[\d.]+)?"
_ENGLISH = re.compile(rf"\b({_NAME})\s+and\s+({_NAME})")


def split_sides(question: str, cut: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """One question for each side, with that side alone in it; none where the question has a single side.

    `在协同机构方面德国和我国各有什么安排？` gives `在协同机构方面德国各有什么安排？` and `在协同机构方面我国各有什么安排？`.

    :param cut: cuts Chinese text into words: the first side is as many words long as the last.
    """
    question = re.sub(r"[“”\"]", "", question)
    if not _ASKS_EACH.search(question):
        return ()
    match = _COORDINATION.search(question) or _ENGLISH.search(question)
    if not match:
        return ()
    first, *between = re.split("、", match[1])
    before, first = _shorten(first, match[2], cut)
    sides = [first, *between, match[2]]
    return tuple(f"{question[: match.start()]}{before}{side}{question[match.end() :]}" for side in sides)


def _shorten(first: str, last: str, cut: Callable[[str], Sequence[str]]) -> tuple[str, str]:
    """`协同机构方面德国` beside `我国` is `德国`, with `协同机构方面` before it."""
    words = cut(first)
    length = max(1, len(cut(last)))
    if "".join(words) != first or len(words) <= length:
        return "", first
    return "".join(words[:-length]), "".join(words[-length:])
