"""Does a question that asks for a list name the heading it stands under?"""

import re
from collections.abc import Sequence

from index.normalise import normalise

_SHARED = 2  # characters that the question and the heading of the list have in common
TITLE = 3  # characters of a title that is no chance find in a question
ORNAMENT = re.compile(r"主要|重要|若干|的")  # may stand in the question, in the heading or in neither
# what may stand before a heading and names no other topic than the document it is in
_BUILDING = re.compile(
    r"请问?|我?想?(?:知道|问)|列出|列举|介绍|说明|讲讲|说说|一下|一共|总共|分别|这|那|该|本|其|它们?|关于|对于?|按照?|根据|在|到|从|由|中|里|内|上|有|是|为|都|也|又|共"
    r"|提出|提到|规定|确定|明确|部署|安排|列|设|定|了|我国|国家|主要|重要|若干|文件|文中|时期|期间|十[一二三四五]五|\d+年?|年|[^\u4e00-\u9fffa-z]"
)
# a document or a part of it, named by its kind or its number
_ENCLOSING = re.compile(r"(?:规划|纲要|指南|意见|办法|条例|方案|通知|决定|计划|号文?|文件|第.{1,4}(?:章|节|篇|条|部分))$")
_TELLING = re.compile(
    r"(?:中|里面?|内|上|,|提出|提到|规定|确定|明确|部署|安排|列出|列|定|设|有|都|共|了|[一二三四五六七八九十两\d]+(?:个|项|条|大|点|类)?)+$"
)  # what a document does
_CLOSED = re.compile(r"$|[^\u4e00-\u9fffa-z0-9]|各|分别|呢|吗|是什么|有什么")


def is_listed(asked: str, asking: re.Match[str], title: str, above: Sequence[str] = ()) -> bool:
    """`德国工业4.0有哪些特点`, `主要任务有哪些`: the title stands before, after or around the asking words, and nothing follows it.

    So does a question whose every character the title has in that order, down to its end: `对中国有哪些启示`.
    With another topic before it the heading is not named: `云计算的主要任务有哪些`.

    :param above: the labels over the heading; their words may stand before it.
    """
    before, after = asked[: asking.start()], asked[asking.end() :].replace("的", "")
    around = before + _CLOSED.split(after, maxsplit=1)[0]
    outer = normalise(" ".join(above)).replace("的", "")
    return any(_stands_around(before.replace("的", ""), after, name, outer) for name in _names(title)) or _is_short_for(around, title)


def _names(title: str) -> list[str]:
    """The title, and without `主要` where enough is left."""
    return [name for name in (title.replace("的", ""), ORNAMENT.sub("", title)) if len(name) >= TITLE]


def _stands_around(before: str, after: str, name: str, outer: str) -> bool:
    before, after = (before, after) if ORNAMENT.search(name) else (ORNAMENT.sub("", before), ORNAMENT.sub("", after))
    return any(
        before.endswith(name[:cut])
        and after.startswith(name[cut:])
        and _CLOSED.match(after, len(name) - cut) is not None
        and _names_no_other(before[: len(before) - cut], outer)
        for cut in range(len(name) + 1)
    )


def _names_no_other(left: str, outer: str) -> bool:
    """What stands before the heading, in the same sentence, is empty, builds the question or names what the heading is in."""
    left = re.split(r"[?!。;\s]", left)[-1]
    rest = _BUILDING.sub(" ", left).split()
    return _ENCLOSING.search(_TELLING.sub("", left)) is not None or all(word in outer for word in rest)


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
