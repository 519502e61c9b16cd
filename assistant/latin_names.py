"""Names in Latin letters: whole runs of capitalised words, also beside Han characters."""

import re
from dataclasses import dataclass

from assistant.question.words import FUNCTION_WORDS

_TOKEN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-&.][A-Za-z0-9]+)*(?:['’]s?(?![A-Za-z]))?")
_JOINT = re.compile(r" (?:(?:of|for|and|&|du|de) (?:the )?|the )?")
_AND = re.compile(r" (?:and|&) (?:the )?")
_CAPITALISED = re.compile(r"[A-Z]|[a-z]+[A-Z]|\d[A-Z](?![A-Za-z0-9])")  # Korea, iPhone, 6G; not 100Mbps
_STRIKING = re.compile(r"[^A-Z]*[A-Z].*[A-Z0-9]|\d[A-Z]")  # GDP, ChatGPT, W3C: no ordinary word is written so
_UNIT = re.compile(r"[kmgtp]?i?(?:bits?|bytes?|bps|b|hz|wh?)|km|rmb|cny|usd|eur", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:^|[.?!:;\n])[\s\"'“”‘’(]*$")
_HAN = re.compile(r"[\u3400-\u9fff]")
# a capital that wants or says something stands for its government
_GOVERNMENT = re.compile(
    r"\b(?:Beijing|Washington|Berlin|Brussels|Tokyo)(?= (?:says?|said|wants?|wanted|plans?|planned|aims?|hopes?|intends?|promises?|pledges?"
    r"|calls?|called|sees?|thinks?|would like|is (?:planning|trying|aiming|going)|will)\b)"
)
_SHORT = 2  # words of what is no sentence but a name alone: Alibaba cloud
# how a request or a sentence begins; a closed class but for the verbs of asking
_OPENERS = """
compare contrast list tell show explain describe give summarise summarize name define find please hello hi hey dear thanks thank look
under besides since during until before after back within between among while although though because per both each all only other
another first second third next last yes ok okay let lets are was did didn were be been being had just so now today here explaining
outline open read search see write translate help want need make take state quote mention discuss identify provide suppose say
"""
# genres of documents, their parts and offices, and the calendar: alone they name nothing
_GENERIC = """
document documents doc chapter chapters section sections guide guides guideline guidelines outline plan plans planning council opinion
opinions notice article articles paragraph part annex appendix attachment item items table figure page preface introduction conclusion
ministry ministries state national government department departments office policy policies strategy strategies report notes note no nos
number five-year programme program project projects circular decision regulation regulations measures guofa guobanfa essay paper
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday english chinese
"""
_NOT_FIRST = FUNCTION_WORDS | frozenset(_OPENERS.split())
_NEVER = FUNCTION_WORDS | frozenset(_GENERIC.split())


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def find_latin_names(text: str) -> list[str]:
    """The names in a question, as typed; of words joined by `and`, `Germany and Japan` are two and `Reform and Opening Bureau` is one.

    The first word of a sentence counts where it is no ordinary word: written in capitals, before another capitalised one, or
    where the question is nothing but a name.
    """
    text = _GOVERNMENT.sub(lambda capital: capital.group().lower(), text)
    words = [_Word(bare, m.start(), m.start() + len(bare)) for m in _TOKEN.finditer(text) for bare in [re.sub(r"['’]s?$", "", m.group())]]
    shouted = len(words) > _SHORT and not re.search(r"[a-z]", text) and not _HAN.search(text)
    runs: list[list[_Word]] = []
    for at, word in enumerate(words):
        if not _is_capitalised(word.text) or (shouted and word.text.isalpha()) or not _counts(text, words, at):
            continue
        joined = runs and runs[-1][-1].end <= word.start and _JOINT.fullmatch(text[runs[-1][-1].end : word.start])
        runs = [*runs[:-1], [*runs[-1], word]] if joined else [*runs, [word]]
    return list(dict.fromkeys(name for run in runs for name in _names(text, run)))


def name_words(name: str) -> list[str]:
    """The words of a name that tell it from others: without genres and function words."""
    words = [re.sub(r"['’]s?$", "", m.group()) for m in _TOKEN.finditer(name)]
    return [word for word in words if word.lower() not in _NEVER]


def name_parts(name: str) -> list[str]:
    """The sides of the `and` inside a name."""
    return _AND.split(name)


def _is_capitalised(word: str) -> bool:
    return bool(_CAPITALISED.match(word)) and not _UNIT.fullmatch(word)


def _counts(text: str, words: list[_Word], at: int) -> bool:
    word = words[at]
    if word.text.lower() in FUNCTION_WORDS and not word.text.isupper():
        return False
    if _STRIKING.match(word.text) or not _SENTENCE_END.search(text[: word.start]):
        return len(word.text) > 1
    if word.text.lower() in _NOT_FIRST:
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    before_capital = following is not None and text[word.end : following.start] == " " and _is_capitalised(following.text)
    return bool(_HAN.search(text)) or before_capital or (len(words) <= _SHORT and not any(w.text.lower() in FUNCTION_WORDS for w in words))


def _names(text: str, run: list[_Word]) -> list[str]:
    """A run as one name, or each side of an `and` that has one word on either side; nothing for genres alone."""
    name = text[run[0].start : run[-1].end]
    parts = name_parts(name)
    names = parts if all(" " not in part for part in parts) else [name]
    return [name for name in names if name_words(name)]
