"""Questions with several sides: `德国和我国各有什么安排`, `指南和信息消费意见各提了什么`."""

import re
from collections.abc import Callable, Sequence

_ASKS_EACH = re.compile(
    r"各自?(?!地|级|类|种|方面|行业|领域|国|省|部门|环节|界|项|方|层|主体|单位)|分别|不同|区别|差异(?!化)|差别|差在|异同|对比|相比|哪个更"
    r"|^比较(?!好|大|多|高|快)|比较一?下|(?:作|做)(?:个|一个)?比较"
    r"|\b(?:compar(?:ed?|ing)|contrast|differ|differences?|both|respectively|versus|vs|each)\b(?! other)",
    re.IGNORECASE,
)
_STOP = '，。？！；：,?!;:“”"《》（）()在对把就从向于'
_SIDE = rf"[^{_STOP}、和与跟及的\s]{{1,14}}"
_END = rf"(?=各|分别|[{_STOP}]|的|有|是|都|之间|这|哪|怎|如何|提|差|采取|区别|差异|差别|异同|相比|比较|$)"
_JOINING = r"\s*(?:和|与|跟|以及|及|对比|(?i:versus|vs\.?))\s*"
_ASKED = r"(?!什么|哪|谁|何|其他)"
_COORDINATION = re.compile(rf"((?:{_SIDE}、)*{_SIDE})(?<!分别)(?<!各){_JOINING}{_ASKED}({_SIDE}?){_END}")
# `德国的战略和中国的现状差在哪里`
_OWNED = re.compile(rf"({_SIDE}的{_SIDE}){_JOINING}({_SIDE}的{_SIDE}?)(?=各|分别|差|有(?:什么|何|哪些)?(?:区别|不同|差异|差别))")
# without a joining word only right before what says that each is asked for: `德国、美国、日本各采取什么战略`
_ROW = re.compile(rf"({_SIDE}(?:、{_SIDE})*)、({_SIDE}?)(?=各|分别|之间|在[^，,]+方面|有(?:什么|何|哪些)?(?:区别|不同|差异|差别))")
_OPENING = r"(?!(?:Compare|Contrast|Between|Both|How|What|Which|Where|Why|When|Who|Do|Does|Did|Is|Are|Was|Were|In|On|For)\b)"
_NAME = rf"(?:the\s+)?(?:{_OPENING}(?:[A-Z]|\d+G)[\w.]*(?:\s+(?:(?:in|of|for)\s+)?(?=[A-Z\d]))?){{1,5}}(?:\s?[\d.]+)?"
_NOUN = r"the\s+(?:[a-z]+|[A-Z]\w*)"
_AND = r"\s+(?:and|versus|vs\.?|(?:compared? )?(?:with|to)|differs? from)\s+"
_ENGLISH = (re.compile(rf"\b({_NAME}){_AND}({_NAME})"), re.compile(rf"\b({_NOUN}){_AND}({_NOUN})"))
# the last word of a document's name: such a name is never cut, nor are its last words shared by the side before it
_GENRE = re.compile(r"(?:规划|纲要|指南|意见|办法|条例|方案|通知|决定|计划|文件|号文?|文章|\d+)$")
_LATIN = re.compile(r"[A-Za-z\d.]*[A-Za-z][A-Za-z\d.]*(?=[\u4e00-\u9fff])")
_OWNER = re.compile(rf"{_SIDE}的$")
_TOPIC = re.compile(r"^.*(?:方面|问题上|领域里?|层面)(?=.)")
# `德国在战略思想、战略措施方面和中国有哪些差异`: the topic stands between the sides
_BETWEEN = re.compile(rf"({_SIDE})(在[^{_STOP}]+(?:方面|领域|层面))(?={_JOINING})")


def split_sides(question: str, cut: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """One question for each side, with that side alone in it; none where the question has a single side.

    `在协同机构方面德国和我国各有什么安排？` gives `在协同机构方面德国各有什么安排？` and `在协同机构方面我国各有什么安排？`.
    What follows the last side belongs to all: `农村和城镇宽带目标对比` gives `农村宽带目标对比` and `城镇宽带目标对比`.

    :param cut: cuts Chinese text into words: the first side is as many words long as the last.
    """
    quoted = re.findall(r"[“\"]([^“”\"]+)[”\"]", question)
    question = _BETWEEN.sub(r"\2，\1", re.sub(r"[“”\"]", "", question))
    asks = _ASKS_EACH.search(question)
    match = _find_sides(question, asks.start()) if asks else None
    if not match:
        return ()
    before, (first, *between), last = question[: match.start()], match[1].split("、"), match[2]
    shared = ""
    if first not in quoted:
        last, shared = _share(first, last, cut)
        more, first = _shorten(first, last, cut)
        before += more
    if _GENRE.search(last) and (owner := _OWNER.search(before)) and not _GENRE.search(first):
        before, first = before[: owner.start()], owner.group() + first
    return tuple(f"{before}{side}{shared}{question[match.end() :]}" for side in [first, *between, last])


def _find_sides(question: str, asks: int) -> re.Match[str] | None:
    """The last sides before the word that asks for each; where none are, the first ones."""
    for pattern in (_OWNED, _COORDINATION, _ROW, *_ENGLISH):
        found = list(pattern.finditer(question))
        sides = [match for match in found if not match[2].endswith(("方面", "领域", "层面"))] or found
        if sides:
            return next((match for match in reversed(sides) if match.start() < asks), sides[0])
    return None


def _share(first: str, last: str, cut: Callable[[str], Sequence[str]]) -> tuple[str, str]:
    """`城镇宽带目标` beside `农村` is `城镇`, with `宽带目标` after both: its first word is as long as `农村`, or both are Latin."""
    if first.isascii() and (name := _LATIN.match(last)):
        return name.group(), last[name.end() :]
    words = cut(last)
    if sum(map(len, words)) != len(last) or _GENRE.search(last) or _GENRE.search(first) or len(words) < 2 or len(words[0]) != len(first):
        return last, ""
    return last[: len(first)], last[len(first) :]


def _shorten(first: str, last: str, cut: Callable[[str], Sequence[str]]) -> tuple[str, str]:
    """`协同机构方面德国` beside `我国` is `德国`, with `协同机构方面` before it.

    The name of a document stays whole, and so do sides that end in the same word: `个人数据` beside `公共数据`.
    """
    topic = match.group() if (match := _TOPIC.match(first)) else ""
    words = cut(first)
    length = max(1, len(cut(last)))
    parallel = bool(words) and len(words[-1]) > 1 and last.endswith(words[-1])
    if topic or parallel or _GENRE.search(first) or _GENRE.search(last) or "".join(words) != first or len(words) <= length:
        return topic, first[len(topic) :]
    return "".join(words[:-length]), "".join(words[-length:])
