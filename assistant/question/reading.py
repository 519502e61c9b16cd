"""Put together what a question says: its words put right, what it takes from earlier ones, what it names and compares."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.aliases import Aliases
from assistant.question.checking import detect_language
from assistant.question.comparison import split_sides
from assistant.question.correction import Corrector
from assistant.question.enumeration import count_asked
from assistant.question.filler import strip_filler
from assistant.question.follow_up import carry_over
from assistant.question.nearness import Neighbourhood
from assistant.question.places import Gazetteer, Place, leave_out
from assistant.question.words import content_words
from assistant.types import Reading
from index.normalise import normalise, simplify_question
from index.store import PassageIndex

_BESIDE = re.compile(r"相比|比起|相对于|比较|对比|不同|区别|差别|异同|\b(?:compared?|versus|vs|differ(?:s|ent|ence)?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of reading a question, each of which can be switched off to measure what it is worth."""

    places: bool = True
    aliases: bool = True
    correction: bool = True
    follow_up: bool = True
    comparison: bool = True
    enumeration: bool = True
    abstention: bool = True


@dataclass(frozen=True, slots=True)
class Understood:
    """What is searched: `query` with everything put right and carried over, `alone` the question without what is carried."""

    reading: Reading
    query: str
    alone: str
    places: tuple[Place, ...]
    sides: tuple[str, ...]
    count: int | None
    missing: tuple[str, ...] = ()  # places it names that no document has


class QuestionReader:
    """Reads questions over one corpus."""

    def __init__(self, index: PassageIndex, steps: Steps) -> None:
        """Learn the corpus's names, places and words. Takes half a second for 35,000 characters."""
        self._lexical, self._steps = index.lexical, steps
        passages = [normalise(chunk.text) for chunk in index.chunks]
        text = "\n".join([*passages, *(normalise(s.title) for d in index.documents for s in d.sections)])
        self._aliases = Aliases(index.aliases, text)
        self._places = Gazetteer(index.documents, self._aliases.groups)
        self._neighbourhood = Neighbourhood(index)
        self._corrector = Corrector(index.lexical.tokenizer, passages, text)

    def known_aliases(self) -> set[str]:
        """Every name, normalised, of what the corpus names in one way or another."""
        return self._aliases.names()

    def read(self, question: str, history: Sequence[str]) -> Understood:
        """Read a question that was checked; `history` holds the earlier ones, oldest first."""
        steps = self._steps
        typed = _simplified(question)
        alone = strip_filler(typed)
        corrections: tuple[tuple[str, str], ...] = ()
        if steps.correction:
            alone, corrections = self._correct(alone)
        carried = self._carry(typed, history) if steps.follow_up else ()
        earlier = " ".join(_simplified(question_before) for question_before in carried)
        query = f"{earlier} {alone}" if carried else alone
        places, missing = self._find_places(alone, earlier) if steps.places else ((), ())
        sides = split_sides(alone, self._lexical.tokenizer.plain_words) if steps.comparison else ()
        count = count_asked(leave_out(alone, [place for place in places if not place.topic])) if steps.enumeration else None
        shown = query if carried or corrections else question
        reading = Reading(question, shown, detect_language(question), corrections, carried, tuple(p.section.id for p in places))
        if steps.aliases:
            query, alone = self._with_aliases(query), self._with_aliases(alone)
            sides = tuple(self._with_aliases(side) for side in sides)
        return Understood(reading, query, alone, places, sides, count, missing)

    def _carry(self, typed: str, history: Sequence[str]) -> tuple[str, ...]:
        """The earlier questions, as they were typed, that the question leans on."""
        return tuple(history[len(history) - len(carry_over(typed, [_simplified(before) for before in history], self._is_near)) :])

    def _is_near(self, question: str, earlier: str) -> bool:
        """It is answered where the earlier one is; one that names a place says itself where."""
        text = strip_filler(question)
        return not self._places.find(text) and self._neighbourhood.is_near(text, earlier)

    def _with_aliases(self, text: str) -> str:
        return " ".join([text, *self._aliases.expand(text)])

    def _find_places(self, alone: str, earlier: str) -> tuple[tuple[Place, ...], tuple[str, ...]]:
        """The places the question names by itself, and what it names that is not there.

        Those of the earlier questions where it names none, and beside its own where it compares them.
        """
        before = self._places.find(earlier) if earlier else []
        named = self._places.find(alone, before)
        found = [*before, *named] if not named or _BESIDE.search(alone) else named
        once = {(place.document_id, place.section.id): place for place in found}
        return tuple(once.values()), self._places.missing(alone, before)

    def _correct(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The text with its slips put right, where that finds more of its words in the corpus."""
        corrected, corrections = self._corrector.correct(text)
        return (corrected, corrections) if corrections and self._found(corrected) > self._found(text) else (text, ())

    def _found(self, text: str) -> float:
        words = content_words(self._lexical.tokenizer.words(text))
        best = self._lexical.search_words(words, 1)
        return best[0].score / self._lexical.ideal_score(words) if best else 0.0


def _simplified(typed: str) -> str:
    return simplify_question(unicodedata.normalize("NFKC", typed))
