"""Ask the notes: read the question, search, and answer with cited passages or say that there is no answer."""

from collections.abc import Sequence
from pathlib import Path

from assistant.abstention import judge
from assistant.opening import load
from assistant.passages import PassageMaker
from assistant.places import Gazetteer, Place
from assistant.question import check_question, detect_language
from assistant.retriever import HybridRetriever
from assistant.types import Abstention, Answer, Reading, Reason
from assistant.words import content_words
from corpus.errors import UnknownSectionError
from corpus.types import Document, Section
from index.normalise import normalise
from index.store import PassageIndex
from index.types import Hit
from index.writing import Progress

# words that may stand beside a place without asking for anything in it
_PLACE_WORDS = "部分 章 节 段 条 篇 全文 原文 打开 看看 看 查看 列出 列 显示 有些 show open list read section chapter part"
_OPENING = frozenset(_PLACE_WORDS.split())


class Assistant:
    """Answers questions over one index. Asking changes nothing, so threads may share it."""

    def __init__(self, index: PassageIndex, notice: str | None = None) -> None:
        """Answer from an index that is open; `notice` says what a person should know of it (`encoder_missing`)."""
        self.index, self.notice = index, notice
        self.documents = index.documents
        self._retriever = HybridRetriever(index)
        self._places = Gazetteer(index.documents)
        self._passages = PassageMaker(index)

    @classmethod
    def open(
        cls, folder: Path | None = None, *, corpus: Path | None = None, encoder: str | None = None, progress: Progress | None = None
    ) -> "Assistant":
        """Open the index in a folder; it is built there on the first start, and again when the corpus has changed.

        :param folder: `.index` beside the program by default.
        :param corpus: a file or a folder of documents; the policy notes by default.
        :param encoder: a sentence-transformers folder or hub name; the embedded model by default.
        :param progress: called with a stage (`encoder`, `words`, `vectors`) and the share of it that is done.
        :raises CorpusError, IndexStoreError: with one line that says what to do.
        """
        return cls(*load(folder, corpus, encoder, progress))

    def document(self, document_id: str) -> Document:
        """The document of that id.

        :raises UnknownSectionError: naming the ids there are.
        """
        for document in self.documents:
            if document.id == document_id:
                return document
        raise UnknownSectionError(f"no document {document_id!r}; there are {', '.join(d.id for d in self.documents)}")

    def section(self, name: str) -> Section:
        """The section with that id or title, or the policy document with that title.

        :raises UnknownSectionError: naming what was asked for and how to see what there is.
        """
        wanted = normalise(name.strip("《》 "))
        for document in self.documents:
            for section in document.sections:
                if wanted in (normalise(section.id), normalise(section.title), normalise(section.path[-1])):
                    return section
        raise UnknownSectionError(f"no section or document {name!r}; see them with: python -m corpus corpus/notes")

    def ask(
        self, question: str, history: Sequence[str] = (), k: int = 5, within: Sequence[str] = (), literal: bool = False
    ) -> Answer | Abstention:
        """Answer a question.

        :param history: the questions asked before it, oldest first.
        :param k: how many passages, at least 1; a list that is asked for may bring more.
        :param within: ids or titles of the sections or documents that alone are searched.
        :param literal: search the question as it is typed: nothing corrected, nothing carried over, no place favoured.
        :raises QuestionError: if the question cannot be asked; UnknownSectionError: if `within` names nothing.
        """
        text = check_question(question)
        places = [] if literal else self._places.find(text)
        reading = Reading(question, text, detect_language(text), scope=tuple(p.section.id for p in places))
        if places and not within:
            if empty := [p for p in places if not self._positions([p.section])]:
                if len(empty) == len(places):
                    return self._abstain(reading, Reason("empty_section", tuple(p.section.title for p in empty)), text, k)
            elif self._names_only(text, places):
                return self._open(reading, places, k)
        allowed = self._positions([self.section(name) for name in within]) if within else None
        search = self._retriever.explore(text, allowed, self._positions([p.section for p in places]))
        reason = judge(search)
        if reason:
            return Abstention(question, reason, self._passages.make(search, search.fused[:k]), reading)
        return Answer(question, self._passages.make(search, search.fused[:k]), reading)

    def _positions(self, sections: Sequence[Section]) -> frozenset[int]:
        """The chunks inside any of the sections."""
        spans = [(s.start, s.end, s.document) for s in sections]
        return frozenset(
            at for at, c in enumerate(self.index.chunks) if any(a <= c.start < b and c.section.document == d for a, b, d in spans)
        )

    def _names_only(self, text: str, places: Sequence[Place]) -> bool:
        rest = normalise(text)
        for place in places:
            rest = rest.replace(place.mention, " ")
        return all(word in _OPENING for word in content_words(self.index.lexical.tokenizer.words(rest)))

    def _open(self, reading: Reading, places: Sequence[Place], k: int) -> Answer:
        """The named place itself, from its beginning."""
        narrowest = min(places, key=lambda p: p.section.end - p.section.start)
        search = self._retriever.explore(reading.searched)
        hits = [Hit(self.index.chunks[at].id, 1.0) for at in sorted(self._positions([narrowest.section]))]
        return Answer(reading.question, self._passages.make(search, hits[:k]), reading)

    def _abstain(self, reading: Reading, reason: Reason, text: str, k: int) -> Abstention:
        search = self._retriever.explore(text)
        return Abstention(reading.question, reason, self._passages.make(search, search.fused[:k]), reading)
