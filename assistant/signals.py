"""What tells an answer from a near miss, as few numbers with names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.names import KnownNames, Unknown
from assistant.question.asked_for import ASKS_NUMBER, ASKS_WHEN, ASKS_WHO
from assistant.question.reading import Understood
from assistant.question.words import FUNCTION_WORDS
from assistant.retriever import Search
from index.store import PassageIndex
from index.types import Hit
from index.verifier import AnswerVerifier

FIRST = 3  # passages that are looked at
_FAMILIAR = 0.48  # cosine of a name with its best match: 韩国, 深圳 and Docker reach 0.42 at most, Germany, Japan and ASEAN above 0.7
_NUMBER = re.compile(r"\d|[一二两三四五六七八九十百千]+(?:个|项|家|大|类|种|条|方面|倍|成|座|批)|半数")


@dataclass(frozen=True, slots=True)
class Signals:
    """One question and what was found for it; `names` stand nowhere in the corpus."""

    values: dict[str, float]
    names: tuple[str, ...]


def read_signals(
    understood: Understood, search: Search, index: PassageIndex, known: KnownNames, verifier: AnswerVerifier | None
) -> Signals:
    """Look at the first passages of a search. The values lie near -1 to 1; each is explained where it is computed."""
    first = [index.chunks[index.positions[hit.chunk_id]] for hit in search.fused[:FIRST]]
    texts = [" ".join(chunk.section.path) + " " + chunk.text for chunk in first]
    question = understood.query
    mentions = [place.mention for place in understood.places]
    names = _unfamiliar(known.unknown(understood.alone, mentions), search, index, question)
    missing = known.missing_periods(understood.alone, texts)
    number, when, who = (bool(pattern.search(understood.alone)) for pattern in (ASKS_NUMBER, ASKS_WHEN, ASKS_WHO))
    values = {
        **_closeness(search),
        **_weakest(search, index, question),
        "verdict": _verdict(search, index, verifier),
        "missing_period": float(bool(missing)),
        "asks_number": float(number),
        "number_absent": float(number and not any(_NUMBER.search(chunk.text) for chunk in first)),
        "asks_when": float(when),
        "period_absent": float(when and not any(known.periods(chunk.text) for chunk in first)),
        "asks_who": float(who),
        "english": float(understood.reading.language == "en"),
    }
    return Signals(values, tuple(name.text for name in names))


def _unfamiliar(names: Sequence[Unknown], search: Search, index: PassageIndex, question: str) -> list[Unknown]:
    """The names without those that some passage has in other words: Germany is 德国; a year is only itself."""
    if search.encoded is None or index.tokens is None:
        return list(names)
    unfamiliar: list[Unknown] = []
    for name in names:
        if name.exact or not _is_familiar(name, search, index, question):
            parts = name.parts
            strange = [part for part in parts if not _is_familiar(part, search, index, question)]
            unfamiliar += strange if 0 < len(strange) < len(parts) and not name.exact else [name]
    return unfamiliar


def _is_familiar(name: Unknown, search: Search, index: PassageIndex, question: str) -> bool:
    assert search.encoded is not None and index.tokens is not None
    at = question.find(name.text)
    places = [(start, start + len(word)) for word in name.strange if at >= 0 and (start := question.find(word, at)) >= 0]
    rows = [row for row, (start, end) in enumerate(search.encoded.spans) if any(start < last and end > first for first, last in places)]
    positions = [index.positions[hit.chunk_id] for hit in search.fused]
    return bool(rows) and float(index.tokens.nearest(search.encoded.tokens[rows], positions).mean()) >= _FAMILIAR


def _closeness(search: Search) -> dict[str, float]:
    """How near the best passage is, and how far it stands out of the ten best."""
    fused = [hit.score for hit in search.fused[:10]]
    return {
        "late": search.late[0].score if search.late else 0.0,
        "dense": search.dense[0].score if search.dense else 0.0,
        "share": max(search.shares.values(), default=0.0),
        "stands_out": fused[0] - sum(fused) / len(fused),
    }


def _weakest(search: Search, index: PassageIndex, question: str) -> dict[str, float]:
    """How well the worst quarter of the question's words is matched, in the best passage and in any of the first ones."""
    if search.encoded is None or index.tokens is None:
        return {"weakest": 0.0, "weakest_anywhere": 0.0}
    words = [question[start:end].strip().lower() for start, end in search.encoded.spans]
    rows = [at for at, word in enumerate(words) if word not in FUNCTION_WORDS and any(c.isalnum() for c in word)]
    if not rows:
        return {"weakest": 0.0, "weakest_anywhere": 0.0}
    best = [_best_matches(search.encoded.tokens[rows], index, hit) for hit in search.fused[:10]]
    quarter = max(1, len(rows) // 4)
    return {
        "weakest": float(np.sort(best[0])[:quarter].mean()),
        "weakest_anywhere": float(np.sort(np.max(best, axis=0))[:quarter].mean()),
    }


def _best_matches(tokens: np.ndarray, index: PassageIndex, hit: Hit) -> np.ndarray:
    assert index.tokens is not None
    passage, _ = index.tokens.tokens_of(index.positions[hit.chunk_id])
    return np.asarray((tokens @ passage.T).max(axis=1))


def _verdict(search: Search, index: PassageIndex, verifier: AnswerVerifier | None) -> float:
    """The verifier's best log-odds among the first passages, divided by ten."""
    if verifier is None or search.encoded is None or index.tokens is None or not len(search.encoded.tokens):
        return 0.0
    passages = [index.tokens.tokens_of(index.positions[hit.chunk_id])[0] for hit in search.fused[:FIRST]]
    return max(verifier.score(search.encoded.tokens, passage) for passage in passages) / 10
