"""What there is to say of a place that a question names: it is not there, it is only a heading, or it is opened."""

import re
from collections.abc import Sequence

from assistant.fusion import interleave
from assistant.inside import encloses, positions_inside
from assistant.passages import PassageMaker
from assistant.question.enumeration import asks_list, count_asked, ordinal_asked, parts_asked
from assistant.question.places import Place, leave_out
from assistant.question.reading import Understood
from assistant.question.words import content_words
from assistant.retriever import HybridRetriever
from assistant.types import Abstention, Answer, Reason
from index.normalise import normalise
from index.store import PassageIndex
from index.types import Hit

# words that may stand beside a place without asking for anything in it
_OPENING = "部分 章 节 段 条 篇 全文 原文 打开 看看 看 查看 列出 列 显示 有些 show open list read section chapter part"
_OPENING_WORDS = frozenset(_OPENING.split())
# number and name of a document stand where others cite it, whether or not its own text is there
_ASKS_IDENTITY = re.compile(
    r"文号|发文字号|全称|哪一?[个份部]文件|什么文件|哪一?年|(?:什么|啥)时候|何时|document number|full (?:title|name)|\bwhen\b",
    re.IGNORECASE,
)
# 是什么, 为什么, 谁: something is asked of the place; 讲什么 and 有什么 ask for the place itself
_ASKS = re.compile(
    r"(?<![讲说写有])(?:什么|啥)|为何|谁|哪|何时|怎|如何|吗[?？]?$|区别|不同|\b(?:why|who|when|where|how|what (?:is|are|was))\b",
    re.IGNORECASE,
)


class NamedPlaces:
    """Answers what the place alone decides."""

    def __init__(self, index: PassageIndex, retriever: HybridRetriever, passages: PassageMaker) -> None:
        """Answer over one index."""
        self._index, self._retriever, self._passages = index, retriever, passages

    def answer(self, understood: Understood, k: int) -> Answer | Abstention | None:
        """None where something in the place is asked for, or no place is named."""
        if understood.missing:
            return self._refuse(understood, Reason("unknown_place", understood.missing), k)
        if empty := self._only_headings(understood):
            return self._refuse(understood, Reason("empty_section", tuple(place.section.title for place in empty)), k)
        return self._open(understood, k)

    def asks_nothing_else(self, text: str, places: Sequence[Place]) -> bool:
        """The text holds nothing but the names of these places and words that open them."""
        return all(word in _OPENING_WORDS for word in content_words(self._index.lexical.tokenizer.words(leave_out(text, places))))

    def _only_headings(self, understood: Understood) -> list[Place]:
        """The places without text, where that is all that was named or an attachment is among them."""
        places = understood.places
        empty = [place for place in places if not positions_inside(self._index, [place.section])]
        nothing_else = len(empty) == len(places) and not _ASKS_IDENTITY.search(understood.alone)
        return empty if nothing_else or any(place.section.number.startswith("附件") for place in empty) else []

    def _open(self, understood: Understood, k: int) -> Answer | None:
        """The passages of the places from their beginning, where nothing but the places is said."""
        alone = understood.alone
        named = [place for place in understood.places if not place.topic]
        a_list = count_asked(alone) or asks_list(alone) or parts_asked(alone) or ordinal_asked(alone) is not None
        asks = a_list or understood.sides or _ASKS.search(leave_out(alone, named))
        if not named or asks or understood.reading.carried or not self.asks_nothing_else(alone, named):
            return None
        innermost = [p for p in named if not any(encloses(p.section, other.section) for other in named)]
        texts = [sorted(positions_inside(self._index, [place.section])) for place in innermost]
        search = self._retriever.explore(understood.query)
        opened = [[Hit(self._index.chunks[at].id, 1.0) for at in text] for text in texts]
        hits = interleave(opened, search.fused if all(map(_may_be_a_topic, innermost)) else [])[:k]
        return Answer(understood.reading.question, self._passages.make(search, hits), understood.reading)

    def _refuse(self, understood: Understood, reason: Reason, k: int) -> Abstention:
        search = self._retriever.explore(understood.query)
        return Abstention(understood.reading.question, reason, self._passages.make(search, search.fused[:k]), understood.reading)


def _may_be_a_topic(place: Place) -> bool:
    """`大数据` is the title of a section, but may be meant as a subject: what the search finds follows it."""
    return len(place.section.path) > 1 and place.mention in normalise(place.section.title)
