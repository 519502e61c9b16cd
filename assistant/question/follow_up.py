"""Does a question lean on the ones before it, and what does it take from them?"""

import re
from collections.abc import Callable, Sequence

from assistant.question.bare_nouns import is_bare_noun
from assistant.question.counting import ordinal_asked
from assistant.question.filler import strip_filler
from assistant.question.subjects import ASKING, has_antecedent, names_nothing, names_subject, opens_with_subject, says_little

Nearness = Callable[[str, str], bool]  # of a question and what was asked before it

# the documents themselves, which every question is about
_THE_NOTES = r"[份本套些]?(?:学习|政策)?(?:笔记|资料|材料|文档)"
_NO_NOTES = r"\b(?! (?:notes|documents?|texts?|corpus|essay|policy)\b)"
_SPEAKS = r" (?:mentions?|says?|talks?|speaks?|covers?|discuss(?:es)?)\b"  # `does it mention blockchain`: the documents again
# a demonstrative that goes back to nothing: `攒下的那些数` is described before it, `“宽带中国”这个工程` named
_APART = r"(?<![的”》\"A-Za-z])(?<![”》A-Za-z] )"
# 那…呢, 它的…, 其中…; "and …?", "what about …": what they speak of was said before
_OPENINGS = re.compile(
    rf"^(?:那么?|它们?|其中|其(?!他|它|实|余)|这(?!些年|几年|{_THE_NOTES})|该(?!怎|如|不|由|谁)|上述|上面|刚才|前者|后者|再往[前后])"
    r"|^(?:and|but|so(?!-)|then|what about|how about)\b"
    r"|^(?:同一?年|同期|当年|[这那]一?年)(?!度|底|份)"
    r"|^any\b(?=(?:\W+\w+){1,2}\W*$)"
    rf"|^(?:can|could|will|would|should|is|was|does|did|has) (?:this|that){_NO_NOTES}",
    re.IGNORECASE,
)
# these go on from what was said, or open a question that says all: `具体怎么做`, `具体到农村，宽带有什么目标`
_WEAK_OPENINGS = re.compile(r"^(?:还有|另外|同样|具体|然后|而|至于|再(?!工业|生|次|制造))|又(?:是|有|怎|要|叫)")
_ENDING = re.compile(r"呢(?:[?？。!！]*$|(?=[,，]))")  # `好处呢，有啥机会` too
_REFERENCE = re.compile(
    rf"{_APART}(?:这(?!{_THE_NOTES})(?:个|些(?!年)|项|条|样|里|方面|几(?!年))|那(?:个|些|项|样|里|几|时|会儿))|前者|后者|两者|上述"
    r"|(?<![应活不])该(?=[\u4e00-\u9fff])(?!怎|如|何|不|由|谁|做(?!法)|用(?!户)|去|从|给|让|向|加|采)"
    rf"|(?<!\bif )(?<!\bwhen )(?<!\bonce )(?<!\bas )(?<!\bbecause )(?<!\bwhile )\b(?-i:[Ii]t)\b(?!\s*[\u4e00-\u9fff]|{_SPEAKS})"
    r"|\b(?:them|those|these(?! (?:notes|documents|policies|texts)\b)|the (?:same|former|latter))\b"
    rf"|\b(?:about|of|for|on|after|before|behind|from|like|under) (?:this|that){_NO_NOTES}(?= points?\b| ones?\b|\W*$)"
    r"|\bthe (?:second|third|other)\b(?= ones?\b|\W*$)"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bwill )\bthere\b(?! (?:is|are|was|were|be|will|has|have)\b)"
    r"|\bthere (?:any )?(?:others?|more)\W*$",
    re.IGNORECASE,
)
# these mean what the same question named before them, where it did
_BACKWARD = re.compile(
    r"它|(?<![尤极及与])其(?=[\u4e00-\u9fff])(?!他|它|实|余)|\b(?:its|they|their|(?:if|when|once|as|because|while) it)\b", re.IGNORECASE
)
# `再说一遍`, `继续`, `explain that`: nothing is asked but more of what was asked before
AGAIN = re.compile(
    r"没(?:太|大)?(?:听|看|搞|弄)?懂|不(?:太|大)?(?:明白|懂)|再(?:说|讲|解释|详细|具体|展开|多说)"
    r"|^(?:请|你)?(?:继续(?!教育)|接着说|展开|详细|解释)"
    r"|\b(?:go on|continue|more details?|explain (?:it|that|this)?|elaborate)\b",
    re.IGNORECASE,
)
_SHORT = 6  # characters: `目标是多少` says too little to be searched alone
_DEFINITION = re.compile(
    r"^(?!目标|任务|内容|原因|结果)[^\s，,]{2,}(?:是|指)(?:什么|啥)(?:意思)?[?？]?$|^what(?:'s| is| are) [a-z0-9].*", re.IGNORECASE
)
_TERM = re.compile(r"[\u4e00-\u9fff]{3}|\d?\b(?!(?:by|in|to|for|of|the|until|before|after|year)\b)[A-Za-z]{2}|\d[A-Za-z]", re.IGNORECASE)


def leans(question: str) -> bool:
    """The question cannot be understood without the one before it."""
    text = strip_filler(question.strip())
    if _OPENINGS.search(text) or _REFERENCE.search(text) or _points_back(text) or _goes_on(text) or _counts_on(text) or is_bare_noun(text):
        return True
    if names_nothing(text) and not re.search(r"\d", text):
        return True
    return len(text) <= (_SHORT if _is_chinese(text) else 3 * _SHORT) and not (_says_what(text) or opens_with_subject(text))


def _points_back(text: str) -> bool:
    """`怎么实现它的目标`, not `企业如何提高其竞争力`; a closing 它 is never what the question speaks of."""
    return any(
        not has_antecedent(text[: match.start()]) or re.fullmatch(r"它们?\W*", text[match.start() :]) for match in _BACKWARD.finditer(text)
    )


def _goes_on(text: str) -> bool:
    """It opens or ends as what goes on from before, and names no subject of its own."""
    if (match := _WEAK_OPENINGS.search(text)) and not names_subject(text[: match.start()] + text[match.end() :]):
        return True
    if _ENDING.search(text) and not (ASKING.search(text) and names_subject(_ENDING.sub("", text))):
        return True
    return AGAIN.search(text) is not None and names_nothing(AGAIN.sub(" ", text))


def _counts_on(text: str) -> bool:
    """`第五个特点是什么`, of whatever was listed before; a longer question says of what."""
    return ordinal_asked(text) is not None and len(text) <= 2 * _SHORT * (1 if _is_chinese(text) else 3)


def _says_what(text: str) -> bool:
    """`北斗导航`, `PUE是什么`: a term, or what a term is, however short; `目标是多少`, `农村` and `2020年` are about something else."""
    return bool(_DEFINITION.search(text) or (_TERM.search(text) and not ASKING.search(text)))


def _is_chinese(text: str) -> bool:
    return re.search(r"[\u4e00-\u9fff]", text) is not None


def carry_over(question: str, history: Sequence[str], is_near: Nearness = lambda question, earlier: False) -> tuple[str, ...]:
    """The earlier questions that say what this one leaves out, oldest first; none where it stands by itself.

    A chain of follow-ups is gone back to the question that began it: `那农村呢？` after `那到2020年呢？` needs both.

    :param is_near: whether a question is answered where an earlier one is. It decides where the form does not: `站点要铺到几成？` leans
        on what it follows, `区块链怎么发展？` does not.
    """
    if not history or not (leans(question) or says_little(strip_filler(question))):
        return ()
    before = (*carry_over(history[-1], history[:-1], is_near), history[-1])
    return before if leans(question) or is_near(question, " ".join(before)) else ()
