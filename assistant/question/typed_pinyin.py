"""Words of the corpus typed as pinyin, in one piece or syllable by syllable: `gongye hulianwang`, `yun ji suan`."""

import re

from assistant.question.sound import sound_of_typed
from assistant.question.words import FUNCTION_WORDS

# One or more syllables; most English words are none (women, change and guiding are, so most of a run of words must be).
_PINYIN = re.compile(
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]?ang?|i?ong|u?eng?|ing?|u[ioe]?|i?ao|[iuv]?e|i?u|u?ai|ei|ou|un|uo|i[au]?|[aoev]|ua|er))+"
)
_LATIN_RUN = re.compile(r"[a-z]+(?:\s+[a-z]+)*")
_SHORTEST = 5  # letters: shorter ones are too often English
_MOST_PIECES = 6  # typed words that make one word of the corpus


class PinyinReader:
    """Reads typed pinyin as words of the corpus."""

    def __init__(self, by_sound: dict[str, str], corpus_text: str) -> None:
        """Take the words by their sound; what stands in the normalised corpus as it is typed is no pinyin."""
        self._by_sound, self._text = by_sound, corpus_text

    def read(self, question: str) -> dict[str, str]:
        """What was typed, and the word it is the sound of: as many neighbouring pieces as make one word."""
        found: dict[str, str] = {}
        for run in _LATIN_RUN.findall(question.lower()):
            pieces = list(re.finditer(r"[a-z]+", run))
            if 2 * sum(_PINYIN.fullmatch(piece.group()) is not None for piece in pieces) > len(pieces):
                found |= self._read_run(pieces)
        return found

    def _read_run(self, pieces: list[re.Match[str]]) -> dict[str, str]:
        found: dict[str, str] = {}
        while pieces:
            sizes = range(min(_MOST_PIECES, len(pieces)), 0, -1)
            size = next((size for size in sizes if self._word(pieces[:size])), 0)
            if size:
                found[_typed(pieces[:size])] = self._word(pieces[:size])
            pieces = pieces[max(size, 1) :]
        return found

    def _word(self, pieces: list[re.Match[str]]) -> str:
        """The word these pieces are the sound of, or nothing."""
        if sum(len(piece.group()) for piece in pieces) < _SHORTEST or _typed(pieces) in self._text:
            return ""
        meant = self._by_sound.get("".join(sound_of_typed(piece.group()) for piece in pieces), "")
        return "" if meant in FUNCTION_WORDS else meant


def _typed(pieces: list[re.Match[str]]) -> str:
    """The pieces as they stand, the spaces between them included."""
    return pieces[0].string[pieces[0].start() : pieces[-1].end()]
