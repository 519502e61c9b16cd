"""Ask the notes: read the question, search, and answer with cited passages or say that there is no answer."""

import re
from collections.abc import Sequence
from pathlib import Path

from assistant.abstention import Judge, Rule
from assistant.fusion import interleave
from assistant.names import KnownNames
from assistant.opening import load, load_verifier
from assistant.passages import PassageMaker
from assistant.question.checking import check_question, detect_language, keep_askable
from assistant.question.enumeration import find_enumeration
from assistant.question.places import Place, leave_out
from assistant.question.reading import QuestionReader, Steps, Understood
from assistant.question.words import content_words
from assistant.retriever import HybridRetriever, Search
from assistant.signals import Signals
from assistant.types import Abstention, Answer, Reading, Reason
from corpus.errors import UnknownSectionError
from corpus.types import Document, Section
from index.normalise import normalise
from index.store import PassageIndex
from index.types import Hit, Ranking
from index.writing import Progress

# words that may stand beside a place without asking for anything in it
_PLACE_WORDS = "部分 章 节 段 条 篇 全文 原文 打开 看看 看 查看 列出 列 显示 有些 show open list read section chapter part"
_OPENING = frozenset(_PLACE_WORDS.split())
# number and name of a document stand where others cite it, whether or not its own text is there
_ASKS_IDENTITY = re.compile(r"文号|发文字号|全称|哪[个份部]文件|什么文件|document number|full (?:title|name)", re.IGNORECASE)

ALONE_WEIGHT = 0.5  # of a follow-up by itself, beside the same with what it leans on


class Assistant:
    """Answers questions over one index. Asking changes nothing, so threads may share it."""

    def __init__(self, index: PassageIndex, notice: str | None = None, steps: Steps | None = None) -> None:
        """Answer from an index that is open.

        :param notice: what a person should know of it: `encoder_missing` where only keywords are searched.
        :param steps: the steps of reading a question; all by default.
        """
        self.index, self.notice, self.documents = index, notice, index.documents
        self._steps = steps or Steps()
        self._reader = QuestionReader(index, self._steps)
        self._retriever = HybridRetriever(index)
        self._passages = PassageMaker(index)
        self._judge = Judge(index, KnownNames(index, self._reader.known_aliases()), Rule.read(), load_verifier(index))

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
        understood = self._understand(question, history, literal)
        allowed = self._positions([self.section(name) for name in within]) if within else None
        if allowed is not None and not allowed:
            only_headings = Reason("empty_section", tuple(self.section(name).title for name in within))
            return Abstention(question, only_headings, (), understood.reading)
        if understood.places and not within and (special := self._answer_place(understood, k)):
            return special
        search = self._search(understood, allowed)
        hits = self._arrange(understood, search, k)
        passages = self._passages.make(search, hits)
        reason = self._judge.judge(understood, search) if self._steps.abstention else None
        return Abstention(question, reason, passages, understood.reading) if reason else Answer(question, passages, understood.reading)

    def signals(self, question: str, history: Sequence[str] = ()) -> Signals | None:
        """What the decision to answer or to abstain rests on; None where a place or a table that is not there decides."""
        understood = self._understand(question, history, literal=False)
        if understood.places and self._answer_place(understood, 1):
            return None
        search = self._search(understood, None)
        return self._judge.signals(understood, search) if search.fused else None

    def _understand(self, question: str, history: Sequence[str], literal: bool) -> Understood:
        text = check_question(question)
        if literal:
            return Understood(Reading(question, text, detect_language(text)), text, text, (), (), None)
        return self._reader.read(text, keep_askable(history))

    def _search(self, understood: Understood, allowed: frozenset[int] | None) -> Search:
        """Search the question, beside it the same without the places it names, and a follow-up by itself.

        A place says where to look, but token by token its name finds every passage below a title of the same words.
        """
        favoured = self._positions([place.section for place in understood.places])
        beside = []
        if understood.places and not self._names_only(understood.query, understood.places):
            beside.append((leave_out(understood.query, understood.places), 1.0))
        if understood.reading.carried:
            beside.append((understood.alone, ALONE_WEIGHT * (1 + len(beside))))
        return self._retriever.explore(understood.query, allowed, favoured, beside)

    def _arrange(self, understood: Understood, search: Search, k: int) -> Ranking:
        """The first `k` hits; the sides of a comparison in turn, the things of a list together."""
        ranking = search.fused
        documents = [p for p in understood.places if len(p.section.path) == 1]
        if len(documents) > 1:
            ranking = interleave([self._inside(ranking, [p.section]) for p in documents], ranking)
        elif understood.sides:
            ranking = interleave([self._retriever.explore(side).fused for side in understood.sides], ranking)
        if understood.count:
            best = [self.index.positions[hit.chunk_id] for hit in ranking[:3]]
            things = [self.index.chunks[at].id for at in find_enumeration(understood.alone, self.index.chunks, best, understood.count)]
            scores = {hit.chunk_id: hit.score for hit in ranking}
            ranking = [Hit(c, scores.get(c, 0.0)) for c in things] + [hit for hit in ranking if hit.chunk_id not in things]
            k = max(k, len(things))
        return ranking[:k]

    def _inside(self, ranking: Ranking, sections: Sequence[Section]) -> Ranking:
        positions = self._positions(sections)
        return [hit for hit in ranking if self.index.positions[hit.chunk_id] in positions]

    def _positions(self, sections: Sequence[Section]) -> frozenset[int]:
        """The chunks inside any of the sections."""
        spans = [(s.start, s.end, s.document) for s in sections]
        return frozenset(
            at for at, c in enumerate(self.index.chunks) if any(a <= c.start < b and c.section.document == d for a, b, d in spans)
        )

    def _answer_place(self, understood: Understood, k: int) -> Answer | Abstention | None:
        """What there is to say of the place alone: it is only a heading, or it is all that was asked for."""
        places, reading = understood.places, understood.reading
        empty = [p for p in places if not self._positions([p.section])]
        only_headings = len(empty) == len(places) and not _ASKS_IDENTITY.search(understood.alone)
        if only_headings or any(p.section.number.startswith("附件") for p in empty):
            search = self._retriever.explore(understood.query)
            reason = Reason("empty_section", tuple(p.section.title for p in empty))
            return Abstention(reading.question, reason, self._passages.make(search, search.fused[:k]), reading)
        if not empty and not reading.carried and self._names_only(understood.alone, places):
            narrowest = min(places, key=lambda p: p.section.end - p.section.start)
            hits = [Hit(self.index.chunks[at].id, 1.0) for at in sorted(self._positions([narrowest.section]))]
            return Answer(reading.question, self._passages.make(self._retriever.explore(understood.query), hits[:k]), reading)
        return None

    def _names_only(self, text: str, places: Sequence[Place]) -> bool:
        return all(word in _OPENING for word in content_words(self.index.lexical.tokenizer.words(leave_out(text, places))))
