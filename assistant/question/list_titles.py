"""Does a question that asks for a list name the heading it stands under?"""

import re

from index.normalise import normalise

_SHARED = 2  # characters that the question and the heading of the list have in common
TITLE = 3  # characters of a title that is no chance find in a question
ORNAMENT = re.compile(r"主要|重要|若干|的")  # may stand in the question, in the heading or in neither
_CLOSED = re.compile(r"$|[^\u4e00-\u9fffa-z0-9]|各|分别|呢|吗|是什么|有什么")


def is_listed(asked: str, asking: re.Match[str], title: str) -> bool:
    """`德国工业4.0有哪些特点`, `主要任务有哪些`: the title stands before, after or around the asking words, and nothing follows it.

    So does a question whose every character the title has in that order, down to its end: `对中国有哪些启示`.
    """
    before, after = asked[: asking.start()], asked[asking.end() :].replace("的", "")
    around = before + _CLOSED.split(after, maxsplit=1)[0]
    return any(_stands_around(before.replace("的", ""), after, name) for name in _names(title)) or _is_short_for(around, title)


def _names(title: str) -> list[str]:
    """The title, and without `主要` where enough is left."""
    return [name for name in (title.replace("的", ""), ORNAMENT.sub("", title)) if len(name) >= TITLE]


def _stands_around(before: str, after: str, name: str) -> bool:
    before, after = (before, after) if ORNAMENT.search(name) else (ORNAMENT.sub("", before), ORNAMENT.sub("", after))
    return any(
        before.endswith(name[:cut]) and after.startswith(name[cut:]) and _CLOSED.match(after, len(name) - cut) is not None
        for cut in range(len(name) + 1)
    )


def _is_short_for(words: str, title: str) -> bool:
    rest = iter(title)
    return len(words) >= _SHARED and title.endswith(words[-_SHARED:]) and all(c in rest for c in words)


def is_counted(asked: str, end: int, title: str) -> bool:
    """What is counted at `end` of the question is the last word of the title: `七大任务` asks for what stands under `主要任务`."""
    counted = ORNAMENT.sub("", asked[end:])
    return any(counted.startswith(title[-size:]) for size in range(_SHARED, len(title) + 1))


def shares_words(asked: str, heading: str) -> bool:
    """Two characters in a row of the heading stand in the question."""
    title = normalise(heading)
    return any(
        title[at : at + _SHARED] in asked
        for at in range(len(title) - _SHARED + 1)
        if not re.search(r"[，、）（(),]", title[at : at + _SHARED])
    )
