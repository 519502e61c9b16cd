"""Lists that no heading holds: what a passage counts or repeats (`六项措施：…`, `从…转变为…；从…转变为…`)."""

import re
from collections.abc import Iterator, Sequence

from assistant.question.counting import ASKING, COUNT, asks_for_changes
from assistant.question.list_nouns import Listed
from assistant.question.list_titles import ORNAMENT
from assistant.question.series import announced, repeated
from corpus.types import Chunk

_BEHIND = re.compile(rf"(?:{ORNAMENT.pattern}|[“”\"])*([\u4e00-\u9fff]{{2,}})")
_BEFORE = re.compile(r"([\u4e00-\u9fff]{2})[“”\"]*$")
_CHANGES = ("转变", "变为", "转为", "转向", "转型")
_LONGEST = 4  # characters of a word that clause after clause repeats


def find_written(
    asked: str, listed: Listed | None, chunks: Sequence[Chunk], inside: Sequence[int], best: Sequence[int], count: int | None
) -> list[int]:
    """The passages of such a list; a repeated one must be among the best.

    :param listed: what an English question wants listed.
    :param inside: positions of the chunks in which it may stand.
    """
    words = listed.names if listed else tuple(_counted_words(asked))
    if not words:
        return []
    if found := announced(chunks, inside, rf"(?:{ORNAMENT.pattern})*(?:{'|'.join(word[:2] for word in words)})", count):
        return found
    repeating = _CHANGES if "转变" in words else [word for word in words if len(word) <= _LONGEST]
    found = repeated(chunks, inside, repeating, count)
    return found if set(found) & set(best) else []


def _counted_words(asked: str) -> Iterator[str]:
    """What stands behind the words that ask how many or which, or else before them: 转变 in `哪四个转变`, `转变有哪些`."""
    if asks_for_changes(asked):
        yield from _CHANGES
    for match in filter(None, (COUNT.search(asked), ASKING.search(asked))):
        if found := _BEHIND.match(asked, match.end()) or _BEFORE.search(asked, 0, match.start()):
            yield found[1]
