"""Words of the corpus typed as pinyin, in one piece or syllable by syllable: `gongye hulianwang`, `yun ji suan`."""

import re

from assistant.question.pinyin_places import PLACES
from assistant.question.sound import sound_of_typed
from assistant.question.words import FUNCTION_WORDS

# One or more syllables; most English words are none, so most of a run of words must be, and of a question without Chinese.
_PINYIN = re.compile(
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]?ang?|i?ong|u?eng?|ing?|u[ioe]?|i?ao|[iuv]?e|i?u|u?ai|ei|ou|un|uo|i[au]?|[aoev]|ua|er))+"
)
# the English words of five letters and more that are pinyin as well, among those that a question on policies may hold
_TYPED_ENGLISH = """
women woman change changing guide guiding guidance gender panda china chinese japan japanese india europe media mobile audio image
finance financing insurance banking lending saving leasing licence license secure machine engine engineer engineering medicine
service serve server share sharing coverage defence defense female senior senate teacher teaching training leader leading housing
mining fishing heating cooling charging sewage engage engaging enhance enhancing ensure ensuring encourage encouraging manage
managing measure measuring determine define defining examine evaluate regulate cooperate cooperative coordinate innovate
innovative genuine alone alive before begin beginning decide become future nature figure minute feature sequence literature
separate value intelligence reference evidence convenience convergence governance maintenance advance advantage disadvantage
interface merge module parameter online pipeline baseline routine quote quota meaning reading leave super pension initiative
initiate positive negative relative intensive effective incentive executive sensitive refer refuse require resolve reduce retire
remote remove renewable residence revenue resume remain moderate negotiate navigate
"""
_ENGLISH = frozenset(_TYPED_ENGLISH.split())
_GRAMMAR = """
how what which who whom whose where when why is are was were does do did the of for to and or in on at by from with about as
"""
_ENGLISH_GRAMMAR = frozenset(_GRAMMAR.split())
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
        text = question.lower()
        if not re.search(r"[\u4e00-\u9fff]", text) and not _mostly_pinyin(re.findall(r"[a-z]+", text)):
            return found
        for run in _LATIN_RUN.findall(text):
            pieces = list(re.finditer(r"[a-z]+", run))
            if _mostly_pinyin([piece.group() for piece in pieces]):
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
        if place := PLACES.get("".join(piece.group() for piece in pieces)):
            return place if place in self._text else ""
        if any(piece.group() in _ENGLISH for piece in pieces):
            return ""
        meant = self._by_sound.get("".join(sound_of_typed(piece.group()) for piece in pieces), "")
        return "" if meant in FUNCTION_WORDS else meant


def _mostly_pinyin(words: list[str]) -> bool:
    return 2 * sum(_is_pinyin(word) for word in words) > len(words)


def _is_pinyin(word: str) -> bool:
    return _PINYIN.fullmatch(word) is not None and word not in _ENGLISH and word not in _ENGLISH_GRAMMAR


def _typed(pieces: list[re.Match[str]]) -> str:
    """The pieces as they stand, the spaces between them included."""
    return pieces[0].string[pieces[0].start() : pieces[-1].end()]
