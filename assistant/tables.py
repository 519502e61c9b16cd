"""Questions for a figure of a table that the export of the notes lost: its caption and its note would look like an answer."""

import re

from assistant.question.asked_for import ASKS_NUMBER
from assistant.question.reading import Understood
from assistant.question.words import content_words
from assistant.retriever import Search
from corpus.tables import LostTable, find_lost_tables
from corpus.types import Chunk
from index.normalise import normalise
from index.store import PassageIndex

_TABLE = re.compile(r"(?<![代外发])表(?:格|里|中|上|内|列|$|[，。？?的])|图表|指标|\b(?:tables?|indicators?|charts?)\b", re.IGNORECASE)
# beside a number: what a table of indicators holds
_ASKS_VALUE = re.compile(
    r"[哪那]些指标|指标[^，。]{0,6}(?:有|是)?(?:哪些|什么)|定[为到在]|增速|目标值|\bwh(?:at|ich)\b[^.?]*\b(?:values?|figures?|numbers?|targets?|indicators?)\b",
    re.IGNORECASE,
)
_NAMED = 0.5  # of the caption's words in the question
_ASKED_WHOLE = 0.75  # so many of them in a question that asks for nothing else ask for the table itself
_MEANING = re.compile(
    r"代表|含义|意思|是指|什么是|[指按]的?(?:是|什么|哪)|口径|统计的|怎么算"
    r"|\b(?:mean|stand for|defin)|\bwhat is (?:the|an?) [^?]*\bindicator\b",
    re.IGNORECASE,
)


class LostTables:
    """The lost tables of a corpus by the chunk that holds their caption."""

    def __init__(self, index: PassageIndex) -> None:
        """Find them."""
        self._words = index.lexical.tokenizer.words
        tables = [table for document in index.documents for table in find_lost_tables(document)]
        self._by_chunk = {chunk.id: table for table in tables for chunk in index.chunks if _holds(chunk, table)}

    def asked_for(self, understood: Understood, search: Search) -> LostTable | None:
        """The table whose caption or note was found first, where the question names it and wants what stood in it."""
        table = self._by_chunk.get(search.fused[0].chunk_id) if search.fused else None
        if table is None or _MEANING.search(understood.alone):
            return None
        named = self._share_named(understood.alone, table)
        of_table = bool(_TABLE.search(understood.alone)) or self._head(table) in normalise(understood.alone)
        asks = ASKS_NUMBER.search(understood.alone) or _ASKS_VALUE.search(understood.alone)
        wants_figure = asks and (of_table or named >= _NAMED)
        return table if wants_figure or (of_table and named >= _ASKED_WHOLE) else None

    def _head(self, table: LostTable) -> str:
        """What the table is of: the last word of its caption (指标); 目标 and 任务 of the same subject stand in sentences."""
        return self._words(normalise(table.caption))[-1]

    def _share_named(self, question: str, table: LostTable) -> float:
        caption = content_words(self._words(normalise(table.caption)))
        asked = set(self._words(normalise(question)))
        return sum(word in asked for word in caption) / max(1, len(caption))


def _holds(chunk: Chunk, table: LostTable) -> bool:
    return chunk.document_id == table.document_id and chunk.start <= table.start < chunk.end
