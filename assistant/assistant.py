"""Ask the notes: read the question, search, and answer with cited passages or say that there is no answer."""

from collections.abc import Sequence
from pathlib import Path

from assistant.abstention import Judge, Rule
from assistant.arrangement import Arranger
from assistant.inside import positions_inside
from assistant.named_places import NamedPlaces
from assistant.names import KnownNames
from assistant.opening import load, load_verifier
from assistant.passages import PassageMaker
from assistant.question.checking import check_question, detect_language, keep_askable
from assistant.question.follow_up import AGAIN
from assistant.question.places import leave_out
from assistant.question.reading import QuestionReader, Steps, Understood
from assistant.retriever import HybridRetriever, Search
from assistant.signals import Signals
from assistant.types import Abstention, Answer, Reading, Reason
from corpus.errors import UnknownSectionError
from corpus.types import Document, Section
from index.normalise import normalise
from index.store import PassageIndex
from index.writing import Progress

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
        self._arranger = Arranger(index, self._retriever, self._steps.enumeration)
        self._places = NamedPlaces(index, self._retriever, self._passages)
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
        allowed = positions_inside(self.index, [self.section(name) for name in within]) if within else None
        if allowed is not None and not allowed:
            only_headings = Reason("empty_section", tuple(self.section(name).title for name in within))
            return Abstention(question, only_headings, (), understood.reading)
        if not within and (special := self._places.answer(understood, k)):
            return special
        search = self._search(understood, allowed)
        passages = self._passages.make(search, self._arranger.arrange(understood, search, k))
        decided = not self._steps.abstention or self._arranger.names_list(understood, search)
        reason = None if decided else self._judge.judge(understood, search)
        return Abstention(question, reason, passages, understood.reading) if reason else Answer(question, passages, understood.reading)

    def signals(self, question: str, history: Sequence[str] = ()) -> Signals | None:
        """What the decision to answer or to abstain rests on; None where a place or a table that is not there decides."""
        understood = self._understand(question, history, literal=False)
        if self._places.answer(understood, 1):
            return None
        search = self._search(understood, None)
        decided = not search.fused or self._arranger.names_list(understood, search)
        return None if decided else self._judge.signals(understood, search)

    def _understand(self, question: str, history: Sequence[str], literal: bool) -> Understood:
        text = check_question(question)
        if literal:
            return Understood(Reading(question, text, detect_language(text)), text, text, (), (), None)
        return self._reader.read(text, keep_askable(history))

    def _search(self, understood: Understood, allowed: frozenset[int] | None) -> Search:
        """Search the question, beside it the same without the places it names, and a follow-up by itself.

        A place says where to look, but token by token its name finds every passage below a title of the same words.
        """
        favoured = positions_inside(self.index, [place.section for place in understood.places])
        named = [place for place in understood.places if not place.topic]
        beside = []
        if named and not self._places.asks_nothing_else(understood.query, named):
            beside.append((leave_out(understood.query, named), 1.0))
        if understood.reading.carried and not self._places.asks_nothing_else(AGAIN.sub(" ", understood.alone), named):
            beside.append((understood.alone, ALONE_WEIGHT * (1 + len(beside))))
        return self._retriever.explore(understood.query, allowed, favoured, beside)
