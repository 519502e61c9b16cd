"""Does a question lean on the ones before it, and what does it take from them?"""

import re
from collections.abc import Sequence

from assistant.question.counting import ordinal_asked

# 那…呢, 它的…, 其中…; "and …?", "what about …": what they speak of was said before
_OPENINGS = re.compile(
    r"^(?:那么?|还有|另外|它们?|其(?:中|(?!他|它|实|余))|这|该(?!怎|如|不)|上述|上面|刚才|前者|后者|同样|具体|然后|而|至于|再(?!工业|生|次|制造))|又(?:是|有|怎|要|叫)"
    r"|^(?:and|but|so|then|what about|how about)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r"呢[?？。!！]*$")
_PRONOUN = re.compile(
    r"它|其中|其(?=[\u4e00-\u9fff])(?!他|它|实|余)|这(?:个|些|项|条|样|里|方面|几)|那(?:个|些|项|样|里|几|时|会儿)|前者|后者|两者|上述|该(?=[\u4e00-\u9fff])(?!怎|如|不)"
    r"|\b(?:it|its|they|them|their|those|these|there|the (?:same|former|latter|second|third|other))\b",
    re.IGNORECASE,
)
# `再说一遍`, `继续`, `explain that`: nothing is asked but more of what was asked before
AGAIN = re.compile(
    r"没(?:太|大)?(?:听|看|搞|弄)?懂|不(?:太|大)?(?:明白|懂)|再(?:说|讲|解释|详细|具体|展开|多说)|^(?:请|你)?(?:继续|接着说|展开|详细|解释)"
    r"|\b(?:go on|continue|more details?|explain (?:it|that|this)?|elaborate)\b",
    re.IGNORECASE,
)
_SHORT = 6  # characters: `目标是多少` says too little to be searched alone
_ASKING = re.compile(r"[多几]少?|哪|谁|什么|啥|何|怎|咋|吗|\b(?:what|which|who|how|when|where|why)\b", re.IGNORECASE)
_DEFINITION = re.compile(
    r"^(?!目标|任务|内容|原因|结果)[^\s，,]{2,}(?:是|指)(?:什么|啥)(?:意思)?[?？]?$|^what(?:'s| is| are) [a-z0-9].*", re.IGNORECASE
)
_TERM = re.compile(r"[\u4e00-\u9fff]{3}|\d?\b(?!(?:by|in|to|for|of|the|until|before|after|year)\b)[A-Za-z]{2}|\d[A-Za-z]", re.IGNORECASE)


def leans(question: str) -> bool:
    """The question cannot be understood without the one before it."""
    text = question.strip()
    if _OPENINGS.search(text) or _ENDING.search(text) or _PRONOUN.search(text) or AGAIN.search(text) or _counts_on(text):
        return True
    return len(text) <= (_SHORT if re.search(r"[\u4e00-\u9fff]", text) else 3 * _SHORT) and not _names_its_subject(text)


def _counts_on(text: str) -> bool:
    """`第五个特点是什么`, of whatever was listed before; a longer question says of what."""
    return ordinal_asked(text) is not None and len(text) <= 2 * _SHORT * (1 if re.search(r"[\u4e00-\u9fff]", text) else 3)


def _names_its_subject(text: str) -> bool:
    """`北斗导航`, `PUE是什么`: a term, or what a term is, however short; `目标是多少`, `农村` and `2020年` are about something else."""
    return bool(_DEFINITION.search(text) or (_TERM.search(text) and not _ASKING.search(text)))


def carry_over(question: str, history: Sequence[str]) -> tuple[str, ...]:
    """The earlier questions that say what this one leaves out, oldest first; none where it stands by itself.

    A chain of follow-ups is gone back to the question that began it: `那农村呢？` after `那到2020年呢？` needs both.
    """
    if not history or not leans(question):
        return ()
    carried: list[str] = []
    for earlier in reversed(history):
        carried.insert(0, earlier)
        if not leans(earlier):
            break
    return tuple(carried)
