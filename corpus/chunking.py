"""Document to Chunks: whole sentences of one section, with exact offsets; together they are the whole body."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.types import Chunk, Document, Section

Span = tuple[int, int]
_SENTENCE_END = re.compile(r"[。！？!?]+[”’」』）)]*|(?<=[a-z)])\.(?=\s+[A-Z])|\n")
_CLAUSE_END = re.compile(r"[；;]|(?<=[\u4e00-\u9fff）”])[，,：:]")
_ENUMERATOR = re.compile(r"(?:[一二三四五六七八九十]是|——|首先|其次|再次|最后|第[一二三四五六七八九十]，)")

_LEAD = 20  # characters


@dataclass(frozen=True, slots=True)
class ChunkingOptions:
    """Sizes in characters. 200 characters are two to four policy sentences."""

    target: int = 200
    least: int = 80
    most: int = 350


def chunk_document(document: Document, options: ChunkingOptions | None = None) -> list[Chunk]:
    """Cut the text of every section into chunks, in reading order.

    Sentences stay whole unless one is longer than `most`: that one is cut at a clause. No chunk spans two sections,
    none overlaps another, and white space between sentences apart no character of a section's text is left out.
    """
    options = options or ChunkingOptions()
    return [
        Chunk(f"{document.id}:{start}-{end}", document.id, document.text[start:end], section, start, end, document.pages_of(start, end))
        for section in document.sections
        for start, end in _pack(document.text, _sentences(document.text, section, options.most), options)
    ]


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]`, without the white space around them."""
    return _split(text, start, end, _SENTENCE_END)


def _split(text: str, start: int, end: int, mark: re.Pattern[str]) -> list[Span]:
    cuts = [start, *(m.end() for m in mark.finditer(text, start, end)), end]
    return [span for a, b in pairwise(cuts) if (span := _trim(text, a, b))[0] < span[1]]


def _trim(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())


def _sentences(text: str, section: Section, most: int) -> Iterator[Span]:
    for start, end in split_sentences(text, section.body_start, section.body_end):
        yield from [(start, end)] if end - start <= most else _clauses(text, start, end, most)


def _clauses(text: str, start: int, end: int, most: int) -> list[Span]:
    """Cut one long sentence into about equal parts at its clauses; without any clause, by length."""
    parts = -(-(end - start) // most)
    wanted = (end - start) / parts
    ends = [b for _, b in _split(text, start, end, _CLAUSE_END)]
    pieces: list[Span] = []
    at = start
    while end - at > most:
        fitting = [b for b in ends if at < b <= at + most]
        cut = min(fitting, key=lambda b: abs(b - at - wanted), default=at + most)
        pieces.append(_trim(text, at, cut))
        at = cut
    return [*pieces, _trim(text, at, end)]


def _pack(text: str, sentences: Iterator[Span], options: ChunkingOptions) -> list[Span]:
    """Put sentences together up to the target; a list's next item and a new paragraph begin a new chunk."""
    groups: list[list[Span]] = []
    for span in sentences:
        if groups and _joins(text, groups[-1], span, options):
            groups[-1].append(span)
        else:
            groups.append([span])
    return [(group[0][0], group[-1][1]) for group in _join_short(groups, options)]


def _joins(text: str, group: Sequence[Span], span: Span, options: ChunkingOptions) -> bool:
    begun, length = group[-1][1] - group[0][0], span[1] - group[0][0]
    if length > options.most:
        return False
    if begun < options.least or _leads(text, group[-1]):
        return True
    breaks = "\n" in text[group[-1][1] : span[0]] or bool(_ENUMERATOR.match(text, span[0])) or _leads(text, span)
    return not breaks and abs(length - options.target) <= abs(begun - options.target)


def _leads(text: str, span: Span) -> bool:
    """`推广数字家庭产品。`: a short sentence that names what the next ones say."""
    return span[1] - span[0] <= _LEAD and not re.search(r"[，,：:；;]", text[span[0] : span[1]])


def _join_short(groups: list[list[Span]], options: ChunkingOptions) -> list[list[Span]]:
    """A short rest goes to the chunk before it, where that leaves room."""
    joined: list[list[Span]] = []
    for group in groups:
        short = group[-1][1] - group[0][0] < options.least
        if joined and short and group[-1][1] - joined[-1][0][0] <= options.most:
            joined[-1] = [*joined[-1], *group]
        else:
            joined.append(group)
    return joined
