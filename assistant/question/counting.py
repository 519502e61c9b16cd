"""How a question asks for a list: how many things, which of them, or all there are."""

import re

from assistant.question.list_nouns import NUMBERS, listed_in
from corpus.numerals import in_chinese, value

_DIGITS = "零一二三四五六七八九十"
_SMALL = r"[一二]?十[一二三四五六七八九]?|[三四五六七八九]"  # numerals from 3 on; 两 and 一 rarely ask for a list
_PLAIN_MEASURE = r"个|项|条|类|点|方面|种|步|块(?!钱|地|屏|板|煤)"
MEASURE = rf"(?:大(?:{_PLAIN_MEASURE})?|{_PLAIN_MEASURE})"
# `工业4.0五个特点`, `2025十个行业`: Chinese numerals may follow digits, digits may not
COUNT = re.compile(
    rf"(?:(?<![第一二三四五六七八九十百点])({_SMALL})|(?<![第\d.一二三四五六七八九十百])(\d{{1,2}}))\s*{MEASURE}(?!月|年|人|百分|字)"
)
# `the eight projects`, `8 major projects`, not `part six`, `within five years`
_ENGLISH_COUNT = re.compile(rf"(?<!part )(?<!chapter )(?<!section )\b({'|'.join(NUMBERS)})\b(?![- ]years?\b)", re.IGNORECASE)
# 条 alone numbers the articles of a document, and 大 the ranks of countries
_ORDINAL = re.compile(
    r"(?:第\s*([一二三四五六七八九十]{1,3}|\d{1,2})|(最后一))\s*"
    r"(?:(?:个|项|类|点|方面|种|步)(?!百年|季度|五年|月|产业)|条(?=(?!怎|说|讲|提|是|写|规|呢)[\u4e00-\u9fff]{2})|大(?!经济|国|市场|产业))"
)
# `eight major projects`, `What are the nine priorities`, `four changes are urged. What are they?`, not `set up by the three associations`
_NUMBER = rf"(?:{'|'.join(NUMBERS)})\b(?!-)"
_ENGLISH_LIST = re.compile(
    r"(?:^(?:(?:ok|and|so|then|but|also|about)\W+)*|\b(?:what|which|list|name|give|describe|explain|about)\W+)"
    rf"(?:(?:are|were|me|all|of|the|its|their|out)\W+)*{_NUMBER}"
    rf"|\b{_NUMBER}.*[.,;?!]\W*(?:and )?(?:(?:what|which) are (?:they|these|those)|(?:name|list) (?:them|these|those))\b",
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
_DIVIDED = r"(?:划分|区分|划|分|归纳|归|概括|总结)(?:成|为)?"
_WHICH = (
    rf"(?:到底|究竟|具体|大致|分别|主要|一共|总共|统共|共|都)*(?:要|又|应|该)?(?:做|抓|采取|有|是|为|指|包括|包含|{_DIVIDED}|列出|列举)?(?:了|出)?"
    r"(?:哪|多少|几(?!乎|年|月|天|万|千|百|时))(?:些|几|多)?"
)
# the words in a question that stand beside what is listed: `有哪些`, `五个`, `哪三条`, `第二个`
ASKING = re.compile(rf"{_WHICH}(?:{COUNT.pattern}|{MEASURE})?|{COUNT.pattern}|{_ORDINAL.pattern}")
# `从什么变成什么` asks for all the changes
_CHANGE = r"从(?:什么|啥|哪)[^,，。?？]{0,4}[变转][^,，。?？]{0,2}(?:什么|啥|哪)"
_LIST = re.compile(
    rf"{_CHANGE}|哪些|哪几|(?:(?:一共|总共|统共)[^,，。]{{0,4}}|有|{_DIVIDED}|共|包括|包含)(?:了)?(?:几|多少)(?:{MEASURE}|章|节|篇|部分)"
)
_PARTS = re.compile(r"(?:哪些|哪几|几|多少|[一二三四五六七八九十\d])\s*(?:个|大)?\s*(部分|章|节|篇)(?!点|目|约|能|省|奏|程|制)")

# Other ways to ask for all there are, which mean `有哪些`: `把任务列全`, `列出所有任务`, `任务都叫啥`
_EACH = r"(?:全部?|都|逐一|逐[条项个]|一一|挨个|统统|完整地?|详细地?|一([条项个块类点])一\{0}地?|给我|帮我|请)*+"
_SAY = r"(?:列举?|罗列|说|讲|数|写|报|念)"
_SAID_LAST = re.compile(
    rf"^(?:请|麻烦|帮我|给我)*+(?:把|将)?(.{{2,}}?)[,、]?{_EACH.format(2)}{_SAY}(?:全|齐|完整|清楚|出来?|一遍|一下|了)+[。.!?]*$"
)
_SAID_FIRST = re.compile(
    rf"^(?:请|麻烦|帮我|给我)*+{_EACH.format(1)}(?:列出|列举|罗列|列一下|数一下|数一数|写出|说出|给出|举出|说全|列全)"
    r"(?:来|一下|所有|全部|各项|的)*(.{2,}?)[。.!?]*$"
)
_CALLED = re.compile(r"^(.{2,}?)(?:都|各自|分别|一共|总共)+(?:叫|有|是|包括|包含)(?:些)?(?:啥|什么)(?:名字|名称|名|内容)?[。.!?]*$")


def plainly(question: str) -> str:
    """A normalised question that asks for all there are in another way, with `有哪些` behind what is asked for."""
    if ASKING.search(question):
        return question
    for form, group in ((_SAID_FIRST, 2), (_SAID_LAST, 1), (_CALLED, 1)):
        if match := form.match(question):
            return f"{match[group]}有哪些"
    return question


def count_asked(question: str) -> int | None:
    """How many things the question asks to list, from 3 to 20; None where it names no such count."""
    if match := COUNT.search(question):
        count = value(match[1] or match[2])
        return count if 3 <= count <= 20 else None
    if match := _ENGLISH_COUNT.search(question):
        return NUMBERS.index(match[1].lower()) + 3
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
    """The question asks for all things of a list without saying how many there are: `有哪些主要任务`, `分几类`, `list all tasks`."""
    return _LIST.search(question) is not None or listed_in(question.lower(), counted=False) is not None


def asks_for_changes(question: str) -> bool:
    """`要从什么变成什么`: the changes themselves are listed."""
    return re.search(_CHANGE, question) is not None


def parts_asked(question: str) -> str | None:
    """What the question wants listed where that is how a document is divided: 部分, 章, 节 or 篇."""
    match = _PARTS.search(re.sub(r"第[一二三四五六七八九十百\d]+(?:章|节|篇|部分)", "", question))
    return match[1] if match else None


def asks_in_english(question: str) -> bool:
    """The things of a list are asked for by an English count or ordinal: Chinese headings share no word with it."""
    return not ASKING.search(question) and bool(_ENGLISH_LIST.search(question) or _ENGLISH_ORDINAL.search(question))


def count_pattern(number: int | None) -> str:
    """A pattern for a count as a document may write it (`5个`, `五大`), with a group for its numeral; None for any from three on."""
    numeral = rf"{number}|{in_chinese(number)}" if number else rf"{_SMALL}|\d{{1,2}}"
    return rf"(?<![第\d.{_DIGITS}])({numeral})\s*{MEASURE}"
