"""Does a question that asks for a list name the heading it stands under?"""

import re
from collections.abc import Sequence

from index.normalise import normalise

_SHARED = 2  # characters that the question and the heading of the list have in common
TITLE = 3  # characters of a title that is no chance find in a question
ORNAMENT = re.compile(r"主要|重要|若干|的")  # may stand in the question, in the heading or in neither
_STATED = "提出|提到|规定|确定|确立|设立|制定|明确|部署|安排|布置|强调|坚持|遵循|归纳|概括|总结|划分|列出|列举|列|设|定|提|讲|说|写"
# what may stand before a heading and names no other topic than the document it is in
_BUILDING = re.compile(
    r"请问?|我?想?(?:知道|问)|介绍|说明|讲讲|说说|一下|一共|总共|统共|分别|这|那|该|本|其|它们?|关于|对于?|按照?|根据|在|到|从|由|把|将|给|中|里头?|内|上|有|是|为|都|也|又|共"
    rf"|{_STATED}|了|我国|国家|主要|重要|若干|所有|全部|各项|以下|如下|文件|文中|时期|期间|十[一二三四五]五|\d+年?|年|[^\u4e00-\u9fffa-z]"
)
# a part of a document, or a document by its number; a document by its kind, whose name its title must have
_NUMBERED = re.compile(r"(?:号文?|第.{1,4}(?:章|节|篇|条|部分))$")
_KIND = re.compile(r"(?:规划|纲要|指南|意见|办法|条例|方案|通知|决定|计划|文件)$")
_TELLING = re.compile(
    rf"(?:中|里[面头]?|内|上|,|{_STATED}|把|将|有|都|一共|总共|统共|共|了|[一二三四五六七八九十两\d]+(?:个|项|条|大|点|类)?)+$"
)  # what a document does
_CLOSED = re.compile(r"(?:内容|方面|东西)?(?:$|[^\u4e00-\u9fffa-z0-9]|各|分别|呢|吗|是什么|有什么)")
# what stands under a heading that is named in full: `提高信息消费供给水平有哪些措施`
_IN_FULL = 6  # characters
_UNDER = re.compile(rf"(?:具体|主要|重点)*(?:措施|举措|任务|要求|做法|工作|安排|部署)?{_CLOSED.pattern}")
# may be left unsaid: 重点 for 重点领域, 原则 for 基本原则
_GENERAL = re.compile(r"(?:领域|方向|方面|内容|工作|事项|环节)$")
_QUALIFYING = re.compile(r"^(?:基本|主要|重点|重大|重要|关键|总体|发展|政策|保障|行动)+(?=[^\s]{2}$)")
# who asks says what for: `县里要写方案，…`
_PURPOSE = re.compile(
    r"^[^,]*(?:(?:要|在|想|正|准备|打算|需要|得)(?:写|做|编|起草|汇报|讲课?|学|查|整理|开会|交|考|备课|填)|我(?![国省市县区])|咱|俺)[^,]*,"
)


def is_listed(asked: str, asking: re.Match[str], title: str, above: Sequence[str] = (), in_short: bool = False) -> bool:
    """`德国工业4.0有哪些特点`, `主要任务有哪些`: the title stands before, after or around the asking words, and nothing follows it.

    So does a question whose every character the title has in that order, down to its end: `对中国有哪些启示`.
    With another topic before it the heading is not named: `云计算的主要任务有哪些`.

    :param above: the labels over the heading; their words may stand before it.
    :param in_short: the title without what is general in it, behind words of those labels: `信息消费的重点`.
    """
    before, after = asked[: asking.start()], asked[asking.end() :].replace("的", "")
    around = before + _CLOSED.split(after, maxsplit=1)[0]
    outer = normalise(" ".join(above)).replace("的", "")
    names = [words.sub("", title) for words in (_GENERAL, _QUALIFYING) if words.search(title)] if in_short else _names(title)
    named = any(_stands_around(before.replace("的", ""), after, name, outer, in_short) for name in names)
    return named or (not in_short and _is_short_for(around, title))


def _names(title: str) -> list[str]:
    """The title, and without `主要` where enough is left."""
    return [name for name in (title.replace("的", ""), ORNAMENT.sub("", title)) if len(name) >= TITLE]


def _stands_around(before: str, after: str, name: str, outer: str, must_name: bool) -> bool:
    before, after = (before, after) if ORNAMENT.search(name) else (ORNAMENT.sub("", before), ORNAMENT.sub("", after))
    return any(
        before.endswith(name[:cut])
        and after.startswith(name[cut:])
        and (_UNDER if cut == len(name) >= _IN_FULL else _CLOSED).match(after, len(name) - cut) is not None
        and _names_no_other(before[: len(before) - cut], outer, must_name)
        for cut in range(len(name) + 1)
    )


def _names_no_other(left: str, outer: str, must_name: bool = False) -> bool:
    """What stands before the heading, in the same sentence, is empty, builds the question or names what the heading is in."""
    left = _PURPOSE.sub("", re.split(r"[?!。;\s]", left)[-1])
    told = _TELLING.sub("", left)
    if not must_name and (_NUMBERED.search(told) or (_KIND.search(told) and _stands_in_order("".join(_words(told)), outer))):
        return True
    words = _words(left)
    return all(word in outer for word in words) and (bool(words) or not must_name)


def _words(left: str) -> list[str]:
    return _BUILDING.sub(" ", left).split()


def _is_short_for(words: str, title: str) -> bool:
    return len(words) >= _SHARED and title.endswith(words[-_SHARED:]) and _stands_in_order(words, title)


def _stands_in_order(characters: str, text: str) -> bool:
    rest = iter(text)
    return all(c in rest for c in characters)


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
