"""Which sentences of a passage carry the answer: those whose tokens the question's tokens find."""

import re

import numpy as np

from assistant.question.words import find_printed
from assistant.types import Span
from corpus.chunking import split_sentences
from corpus.types import Chunk
from index.types import Encoded, Scores, Vectors

_MOST = 3
_LIST_MARKS = re.compile(r"[*•·#>\-\s]+(?=\w)")
_MARGIN = 0.04  # MaxSim: a sentence this close to the best one answers as well


def find_evidence(chunk: Chunk, encoded: Encoded, tokens: Vectors, spans: np.ndarray) -> tuple[Span, ...]:
    """The one to three sentences that answer, best first, as spans of the document's text.

    :param tokens: float32, shape (n, dimension), the chunk's tokens.
    :param spans: int32, shape (n, 2), their characters, counted from the chunk's start; negative in the headings.
    """
    sentences = split_sentences(chunk.text, 0, len(chunk.text))
    similarity = encoded.tokens @ tokens.T if len(tokens) else np.zeros((len(encoded.tokens), 0), dtype=np.float32)
    scores = np.array([_score_sentence(similarity, spans, sentence) for sentence in sentences])
    return _best(chunk, sentences, scores, float(scores.max()) - _MARGIN)


def find_evidence_by_words(chunk: Chunk, words: tuple[str, ...]) -> tuple[Span, ...]:
    """The same without an encoder: the sentences that hold most of the question's words."""
    sentences = split_sentences(chunk.text, 0, len(chunk.text))
    scores = np.array([len(find_printed(words, chunk.text[a:b])) for a, b in sentences], dtype=np.float32)
    return _best(chunk, sentences, scores, float(scores.max()))


def _score_sentence(similarity: np.ndarray, spans: np.ndarray, sentence: Span) -> float:
    inside = (spans[:, 0] >= sentence[0]) & (spans[:, 0] < sentence[1])
    return float(similarity[:, inside].max(axis=1).mean()) if inside.any() and len(similarity) else 0.0


def _best(chunk: Chunk, sentences: list[Span], scores: Scores, least: float) -> tuple[Span, ...]:
    order = [at for at in np.argsort(-scores, kind="stable") if scores[at] >= least][:_MOST]
    return tuple((chunk.start + _first_word(chunk.text, *sentences[at]), chunk.start + sentences[at][1]) for at in order)


def _first_word(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind the list marks that an export left (`* 鼓励…`)."""
    marks = _LIST_MARKS.match(text, start, end)
    return marks.end() if marks else start
