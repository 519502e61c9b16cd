"""Does a question, or a part of it, name what it is about?"""

import re

from assistant.question.words import FUNCTION_WORDS

ASKING = re.compile(r"[多几]少?|哪|谁|什么|啥|何|怎|咋|吗|\b(?:what|which|who|how|when|where|why)\b", re.IGNORECASE)
_SUBJECT = 4  # characters that a subject has beside the words that build a question: `农村宽带`, not `农村`
_LISTED = "措施|原则|要求|重点|特点|目标|任务"
# words that say nothing about a subject: what may be asked of any, and how one asks for it
_GENERAL = rf"""
{_LISTED}|做法|办法|内容|原因|结果|意思|时间|部门|意义|作用|步骤|要点|部分|例子|区别|不同|主要|重要|负责|完成|实现|请|您|想|谢谢
具体|另外|同样|然后|还有|至于|解释|介绍|说明|讲讲|说说|谈谈|详细|展开|继续|补充|列出|列举|告诉|知道|一些|一点|一遍|一次|刚才
""".strip().replace("\n", "|")
_HAN_GRAMMAR = "|".join(sorted((word for word in FUNCTION_WORDS if not word.isascii()), key=len, reverse=True))
_BUILDING = re.compile(rf"\d+年?|{_GENERAL}|{_HAN_GRAMMAR}|[^\u4e00-\u9fffA-Za-z]")
_ASKED_OF_ANY = """
please explain again further details detail more bit little go point points goals goal targets measures tasks tell give let want
know
"""
_ENGLISH_GENERAL = frozenset(_ASKED_OF_ANY.split())
_DOING = re.compile(r"实现|落实|推动|推进|完成|加强|支持|提高|提升|保障|促进|解决|实施|制定|采取|应对|利用|使用|参与")
# `How does Germany …`, `the company`, `which firms`; what is only asked of a subject is none
_ENGLISH_NOUN = re.compile(
    r"(?<=[a-z,] )(?!I\b)[A-Z]\w+"
    r"|\b(?i:do|does|did|can|could|should|will|would|must|may|the|an?|all|some|any|many|most|each|every|which|what)"
    r" (?!(?i:goals?|targets?|tasks?|measures?|features?|points?|purpose|aims?|number|is|are|was|were|do|does|did|can|could|should|will"
    r"|would|must|may|has|have|it|its|they|their|he|she|we|you|i|this|that|these|those|there|the|of|in|on|for|to)\b)[a-z]\w+"
)
# what stands before a bare noun of asking and names no subject
_QUALIFYING = (
    "基本|主要|重要|应对|具体|总体|发展|指导|工作|政策|重点|保障|实施|配套|相关|战略|核心|近期|远期|阶段|阶段性|关键|首要|根本|总|支持|推进|落实"
    "|组织|监管|扶持|优惠|激励|处罚|预期|预防|防范|改进|补救|建设|技术|申报|管理|量化|最终|长期|短期|中期|约束性"
)
_BARE_NOUN = re.compile(
    rf"(?:(?:{_QUALIFYING})的?){{0,2}}(?:{_LISTED})(?:是什么|是啥|是哪些|有哪些|有什么|包括哪些|都?有啥|怎么说|如何)?[?？。]?"
)
_LONGEST_BARE = 8  # characters


def names_subject(text: str) -> bool:
    """Enough is left beside what builds a question: `到农村，宽带有什么目标`."""
    return len(_left(text)) >= _SUBJECT


def names_nothing(text: str) -> bool:
    """Nothing is left beside what builds a question or a request: `，一下`."""
    words = [word for word in re.findall(r"[A-Za-z]+", text) if word.lower() not in FUNCTION_WORDS | _ENGLISH_GENERAL]
    return not words and len(re.sub(r"[A-Za-z]+", "", _left(text))) < 2


def has_antecedent(before: str) -> bool:
    """What stands before a pronoun names what it may mean; what is done to it (`怎么实现它`) comes after the asking word."""
    clauses = ASKING.split(before)[0] if re.search(r"[\u4e00-\u9fff]", before) else ""
    return len(_DOING.sub("", _left(clauses))) > 1 or _ENGLISH_NOUN.search(before) is not None


def is_bare_noun(text: str) -> bool:
    """`应对措施是什么`: of what, only an earlier question says."""
    return len(text.rstrip("?？。")) <= _LONGEST_BARE and _BARE_NOUN.fullmatch(text) is not None


def _left(text: str) -> str:
    return _BUILDING.sub("", text)
