"""How a question asks for a list: how many things, which of them, or all there are."""

import re

from corpus.numerals import in_chinese, value

_DIGITS = "零一二三四五六七八九十"
_SMALL = r"[一二]?十[一二三四五六七八九]?|[三四五六七八九]"  # numerals from 3 on; 两 and 一 rarely ask for a list
_MEASURE = r"(?:个|项|条|大|类|点|方面|种|步)"
# `工业4.0五个特点`, `2025十个行业`: Chinese numerals may follow digits, digits may not
COUNT = re.compile(
    rf"(?:(?<![第一二三四五六七八九十百点])({_SMALL})|(?<![第\d.一二三四五六七八九十百])(\d{{1,2}}))\s*{_MEASURE}(?!月|年|人|百分|字)"
)
_ENGLISH = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENGLISH_COUNT = re.compile(rf"\b({'|'.join(_ENGLISH)})\b(?![- ]years?\b)", re.IGNORECASE)
# 条 alone numbers the articles of a document, and 大 the ranks of countries
_ORDINAL = re.compile(
    r"(?:第\s*([一二三四五六七八九十]{1,3}|\d{1,2})|(最后一))\s*"
    r"(?:(?:个|项|类|点|方面|种|步)(?!百年|季度|五年|月|产业)|条(?=(?!怎|说|讲|提|是|写|规|呢)[\u4e00-\u9fff]{2})|大(?!经济|国|市场|产业))"
)
# `eight major projects`, `What are the nine priorities`, not `set up by the three associations`
_ENGLISH_LIST = re.compile(
    rf"(?:^|\b(?:what|which|list|name|give|describe|explain)\W+)(?:(?:are|were|me|all|of|the|its|their|out)\W+)*(?:{'|'.join(_ENGLISH)})\b(?!-)",
    re.IGNORECASE,
)
_ENGLISH_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last")
# what a list is made of: `the last mile problem` and `the fifth industrial revolution` count nothing that was listed
_LISTED = (
    r"(?:one|feature|characteristic|task|point|item|principle|measure|priority|goal|target|objective|project|programme|program|section|part"
    r"|chapter|difference|lesson|step|reason|condition|requirement|recommendation|aspect|area|field|action)s?"
)
_ENGLISH_ORDINAL = re.compile(
    rf"\b(?:the|its|their) ({'|'.join(_ENGLISH_ORDINALS)})"
    rf"(?: (?:main|major|key|basic|important|guiding|policy|strategic))?(?: {_LISTED}\b|\W*$)",
    re.IGNORECASE,
)
_WHICH = (
    r"(?:分别|主要|一共|总共|都|共)*(?:要|又)?(?:有|是|为|指|包括|包含|分为|分成|列出|列举)?(?:了|出)?"
    r"(?:哪|多少|几(?!乎|年|月|天|万|千|百|时))(?:些|几|多)?"
)
# the words in a question that stand beside what is listed: `有哪些`, `五个`, `哪三条`, `第二个`
ASKING = re.compile(rf"{_WHICH}(?:{COUNT.pattern}|{_MEASURE})?|{COUNT.pattern}|{_ORDINAL.pattern}")
_LIST = re.compile(r"哪些|哪几|(?:有|分|分为|分成|共|包括|包含)(?:了)?(?:几|多少)(?:个|项|条|大|类|点|方面|种|步|章|节|篇|部分)")
_PARTS = re.compile(r"(?:哪些|哪几|几|多少|[一二三四五六七八九十\d])\s*(?:个|大)?\s*(部分|章|节|篇)(?!点|目|约|能|省|奏|程|制)")


def count_asked(question: str) -> int | None:
    """How many things the question asks to list, from 3 to 20; None where it names no such count."""
    if match := COUNT.search(question):
        count = value(match[1] or match[2])
        return count if 3 <= count <= 20 else None
    if match := _ENGLISH_COUNT.search(question):
        return _ENGLISH.index(match[1].lower()) + 3
    return None


def ordinal_asked(question: str) -> int | None:
    """Which thing of a list the question asks for, from 1; -1 for the last (`最后一个`); None where it asks for no such thing."""
    if match := _ORDINAL.search(question):
        ordinal = -1 if match[2] else value(match[1])
        return ordinal if ordinal in (-1, *range(1, 21)) else None
    if match := _ENGLISH_ORDINAL.search(question):
        at = _ENGLISH_ORDINALS.index(match[1].lower()) + 1
        return -1 if at == len(_ENGLISH_ORDINALS) else at
    return None


def asks_list(question: str) -> bool:
    """The question asks for all things of a list without saying how many there are: `有哪些主要任务`, `分几类`."""
    return _LIST.search(question) is not None


def parts_asked(question: str) -> str | None:
    """What the question wants listed where that is how a document is divided: 部分, 章, 节 or 篇."""
    match = _PARTS.search(re.sub(r"第[一二三四五六七八九十百\d]+(?:章|节|篇|部分)", "", question))
    return match[1] if match else None


def asks_in_english(question: str) -> bool:
    """The things of a list are asked for by an English count or ordinal: Chinese headings share no word with it."""
    return not ASKING.search(question) and bool(_ENGLISH_LIST.search(question) or _ENGLISH_ORDINAL.search(question))


def count_pattern(match: re.Match[str]) -> str:
    """A pattern for the same count as a document may write it: `5个` for `五大`."""
    number = value(match[1] or match[2])
    return rf"(?<![第\d.{_DIGITS}])(?:{number}|{in_chinese(number)})\s*{_MEASURE}"
