"""Nouns of something that is not named: `应对措施是什么`, `what is the aim`."""

import re

from assistant.question.subjects import LISTED

# of what these are, they do not say; unlike a standard or a technology, none of them is ever the subject
_RELATIONAL = (
    "后果|好处|坏处|原因|理由|目的|意义|影响|背景|依据|难点|困难|问题|毛病|不足|缺点|短板|机遇|机会|挑战|风险|优势|劣势|预算|费用|期限|时限"
    "|对象|范围|步骤|成效|成果|效果|前景|内容"
)
# what stands before a bare noun of asking and names no subject
_QUALIFYING = (
    "基本|主要|重要|应对|具体|总体|发展|指导|工作|政策|重点|保障|实施|配套|相关|战略|核心|近期|远期|阶段|阶段性|关键|首要|根本|总|支持|推进|落实"
    "|组织|监管|扶持|优惠|激励|处罚|预期|预防|防范|改进|补救|建设|技术|申报|管理|量化|最终|长期|短期|中期|约束性"
)
_BARE_NOUN = re.compile(
    rf"(?:(?:{_QUALIFYING})的?){{0,2}}(?:{LISTED}|{_RELATIONAL})"
    r"(?:是什么|是啥|是哪些|有哪些|有什么|包括哪些|都?有啥|怎么说|如何|是?多少)?[?？。]?"
)
_ENGLISH_BARE_NOUN = re.compile(
    r"(?:what|which)(?:'s| is| are| was| were) (?:the )?(?:main |key |basic |overall |final )?(?:aims?|goals?|targets?|purpose|reasons?"
    r"|results?|outcomes?|costs?|budget|deadline|timetable|schedule|principles|measures|tasks|features|risks?|challenges?|opportunit(?:y|ies)"
    r"|benefits?|drawbacks?|problems?|effects?|scope)\W*",
    re.IGNORECASE,
)
_LONGEST_BARE = 8  # characters


def is_bare_noun(text: str) -> bool:
    """`应对措施是什么`: of what, only an earlier question says."""
    if _ENGLISH_BARE_NOUN.fullmatch(text):
        return True
    return len(text.rstrip("?？。")) <= _LONGEST_BARE and _BARE_NOUN.fullmatch(text) is not None
