"""Passages with the questions that lead to them: policy passages first, then encyclopaedic, legal and documentation ones."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.parallel import sample
from training.sources import OWN_QUESTIONS, PARALLEL_KINDS, Pair, held_out, read_lines, read_pairs, read_policy, read_written

QUESTION_KINDS = frozenset({"qa", "heading", "para"})
SHORTEST = 30  # characters of a passage worth asking about
# passages of each file in a batch's places; headings are plenty, so they are capped
OTHERS = {
    "cmrc2018_trial_qa": 975, "stard_lecoqa_qa": 2735, "laws_heading": 3000, "gov_heading": 1500, "gov_lead": 3000,
    "ms_dynamics_xheading": 1200, "k8s_xheading": 600, "ms_dotnet_xheading": 400, "react_xheading": 400, "pingcap_xheading": 400,
    "d2l_xheading": 800, "mindspore_xheading": 300, "javaguide_heading": 800,
}  # fmt: skip
REPEATS = {"cmrc2018_trial_qa": 6, "stard_lecoqa_qa": 2}  # real questions are few
CLOZE_REPEATS, OWN_REPEATS = 2, 12
ICT_CHARACTERS = (120, 250, 600)  # passages of one, two and five sentences' surroundings


@dataclass(frozen=True, slots=True)
class AskedPassage:
    """A passage and the questions it answers."""

    texts: tuple[str, ...]  # the same passage, plain or with titles in front or in the other language: one is drawn each time
    questions: tuple[str, ...]
    group: str
    key: str  # equal for passages that say the same: they are not each other's negatives


def policy_asked(data: Path) -> list[AskedPassage]:
    """The policy passages that may be trained on, plain and with their titles in front."""
    passages = [passage for passage in read_policy(data) if not held_out(passage.document)]
    return [AskedPassage((passage.text, passage.titled), passage.questions, "policy", passage.text) for passage in passages]


def cloze(pairs: Sequence[Pair], characters: int, rng: random.Random) -> list[AskedPassage]:
    """Inverse cloze (Lee et al. 2019) across languages: a sentence, in either language, leads to the text around it in either.

    :param pairs: parallel sentences in document order.
    :param characters: Chinese characters of the surroundings.
    """
    asked: list[AskedPassage] = []
    start = 0
    while start < len(pairs):
        end, length = start, 0
        while end < len(pairs) and (length < characters or end - start < 2):
            length += len(pairs[end].first)
            end += 1
        asked.append(around(pairs[start:end], rng.randrange(end - start)))
        start = end
    return asked


def around(pairs: Sequence[Pair], asked: int) -> AskedPassage:
    """The pairs without one, in either language, asked about by that one in both."""
    rest = [pair for position, pair in enumerate(pairs) if position != asked] or [pairs[asked]]
    texts = ("".join(pair.first for pair in rest), " ".join(pair.second for pair in rest))
    return AskedPassage(texts, (pairs[asked].first, pairs[asked].second), "cloze", pairs[0].first)


def own_asked() -> list[AskedPassage]:
    """The project's own questions on encyclopaedic passages, passage and questions in both languages."""
    lines = [*read_lines(OWN_QUESTIONS / "biography_questions.jsonl.gz"), *read_written()]
    keys = ("zh1", "zh2", "en1", "en2")
    return [AskedPassage((line["zh"], line["en"]), tuple(line[key] for key in keys), "own", line["zh"]) for line in lines]


def other_asked(data: Path, rng: random.Random) -> list[AskedPassage]:
    """Encyclopaedic cloze passages, and capped passages of the question and heading files."""
    biographies = read_pairs(data, "wiki_bio_zh_en", PARALLEL_KINDS)
    around_sentences = [passage for size in ICT_CHARACTERS for passage in cloze(biographies, size, rng) + cloze(biographies[1:], size, rng)]
    asked = around_sentences * CLOZE_REPEATS + own_asked() * OWN_REPEATS
    for name, cap in OTHERS.items():
        pairs = [pair for pair in read_pairs(data, name, QUESTION_KINDS) if len(pair.second) >= SHORTEST]
        taken = [AskedPassage((pair.second,), (pair.first,), name, pair.second) for pair in sample(pairs, cap, rng)]
        asked += taken * REPEATS.get(name, 1)
    return asked
