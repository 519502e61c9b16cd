"""Does a question, or a part of it, name what it is about?"""

import re

from assistant.question.words import FUNCTION_WORDS

ASKING = re.compile(r"[多几]少?|哪|谁|什么|啥|何|怎|咋|吗|\b(?:what|which|who(?:m|se)?|how|when|where|why)\b", re.IGNORECASE)
_SUBJECT = 4  # characters that a subject has beside the words that build a question: `农村宽带`, not `农村`
LISTED = "措施|原则|要求|重点|特点|目标|任务"
# words that say nothing about a subject: what may be asked of any, and how one asks for it
_GENERAL = rf"""
{LISTED}|做法|办法|内容|原因|结果|意思|时间|部门|意义|作用|步骤|要点|部分|例子|区别|不同|主要|重要|负责|完成|实现|请|您|想|谢谢
具体|另外|同样|然后|还有|至于|解释|介绍|说明|讲讲|说说|谈谈|详细|展开|继续|补充|列出|列举|告诉|知道|一些|一点|一遍|一次|刚才
""".strip().replace("\n", "|")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HAN_GRAMMAR = "|".join(sorted((word for word in FUNCTION_WORDS if not word.isascii()), key=len, reverse=True))
_BUILDING = re.compile(rf"\d+年?|{_GENERAL}|{_HAN_GRAMMAR}|[^\u4e00-\u9fffA-Za-z]")
_ASKED_OF_ANY = """
please explain again further details detail more bit little go point points goals goal targets measures tasks tell give let want
know
"""
_ENGLISH_GENERAL = frozenset(_ASKED_OF_ANY.split())
_MODAL = re.compile(r"有|能|可以|可不可以|要|会|得|算|是|一共|总共|大概|大约")
_DOING = re.compile(r"实现|落实|推动|推进|完成|加强|支持|提高|提升|保障|促进|解决|实施|制定|采取|应对|利用|使用|参与")
# `How does Germany …`, `the company`, `which firms`; what is only asked of a subject is none
_ENGLISH_NOUN = re.compile(
    r"(?<=[a-z,] )(?!I\b)[A-Z]\w+"
    r"|\b(?i:do|does|did|can|could|should|will|would|must|may|the|an?|all|some|any|many|most|each|every|which|what)"
    r" (?!(?i:goals?|targets?|tasks?|measures?|features?|points?|purpose|aims?|number|is|are|was|were|do|does|did|can|could|should|will"
    r"|would|must|may|has|have|it|its|they|their|he|she|we|you|i|this|that|these|those|there|the|of|in|on|for|to)\b)[a-z]\w+"
)
_LITTLE, _LITTLE_ENGLISH = 6, 3  # characters and words: of 295 judged questions that say all, 14 say so little


def names_subject(text: str) -> bool:
    """Enough is left beside what builds a question: `到农村，宽带有什么目标`."""
    return len(_left(text)) >= _SUBJECT


def says_little(text: str) -> bool:
    """`站点要铺到几成`, `区块链怎么发展`: one thing is named; whether it is one of something else, its form does not tell."""
    if _HAN.search(text):
        return len(re.sub(r"[A-Za-z]+", "", _left(text))) + 2 * len(_english_words(text)) <= _LITTLE
    return len(_english_words(text)) <= _LITTLE_ENGLISH


def opens_with_subject(text: str) -> bool:
    """`北斗怎么用`, not `怎么处罚` or `能质押吗`: something is named before what is asked."""
    asking = ASKING.search(text)
    before = text[: asking.start()] if asking and not _MODAL.match(text) else ""
    return bool(_left(before))


def names_nothing(text: str) -> bool:
    """Nothing is left beside what builds a question or a request: `，一下`."""
    return not _english_words(text) and len(re.sub(r"[A-Za-z]+", "", _left(text))) < 2


def has_antecedent(before: str) -> bool:
    """What stands before a pronoun names what it may mean; what is done to it (`怎么实现它`) comes after the asking word."""
    clauses = ASKING.split(before)[0] if _HAN.search(before) else ""
    return len(_DOING.sub("", _left(clauses))) > 1 or _ENGLISH_NOUN.search(before) is not None


def _english_words(text: str) -> list[str]:
    """The English words that name something."""
    return [word for word in re.findall(r"[A-Za-z]+", text) if word.lower() not in FUNCTION_WORDS | _ENGLISH_GENERAL]


def _left(text: str) -> str:
    return _BUILDING.sub("", text)
