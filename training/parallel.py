"""The parallel mixture that is distilled: everyday and policy text often, documentation in measure, some of it long."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.sources import PARALLEL_KINDS, Pair, PolicyPassage, held_out, read_pairs, read_policy, read_written

# pairs taken from each documentation file: 476,000 are there, everyday text is 40,000, so they are capped
DOCUMENTATION = {
    "ms_dynamics_ht": 15000, "ms_projectops_ht": 4000, "ms_dotnet_ht": 5000, "ms_aspnet_ht": 3000, "ms_graph_ht": 1500,
    "ms_officeclient_ht": 2000, "k8s_zh_cn": 6000, "python_docs_zh_cn": 6000, "django_docs": 3000, "pingcap_docs": 5000,
    "react_docs": 4000, "mindspore_docs": 3000, "d2l_zh": 2700, "tldr": 3000, "electron_i18n": 1000, "cncf_glossary": 300,
    "comprehensive_rust": 1000,
}  # fmt: skip
DICTIONARY_PAIRS = 60000
LONG_DOCUMENTATION = {"k8s_zh_cn": 800, "ms_dynamics_ht": 1200, "d2l_zh": 500, "react_docs": 800, "ms_dotnet_ht": 500}
WINDOW_CHARACTERS = 300  # about 190 pieces: as long as the passages of an index
EVERYDAY_REPEATS = 3
HELD_OUT_EVERYDAY = 20  # one Tatoeba line in twenty is kept for tuning


@dataclass(frozen=True, slots=True)
class Parallel:
    """Pairs (Chinese, English) of an epoch: some drawn several times; and the held-out ones."""

    train: list[Pair]
    held_out: list[Pair]


def windows(pairs: Sequence[Pair], characters: int = WINDOW_CHARACTERS) -> list[Pair]:
    """Join neighbouring sentence pairs to parallel passages of about so many Chinese characters."""
    joined: list[Pair] = []
    zh: list[str] = []
    en: list[str] = []
    for pair in pairs:
        zh.append(pair.first)
        en.append(pair.second)
        if sum(map(len, zh)) >= characters:
            joined.append(Pair("".join(zh), " ".join(en), f"{pair.group}_long"))
            zh, en = [], []
    return joined


def sample(pairs: list[Pair], count: int, rng: random.Random) -> list[Pair]:
    """At most so many pairs, drawn without replacement."""
    return pairs if len(pairs) <= count else rng.sample(pairs, count)


def policy_pairs(passages: Sequence[PolicyPassage]) -> list[Pair]:
    """The translated questions and key sentences of the policy passages."""
    return [Pair(zh, en, "policy") for passage in passages for zh, en in passage.translations]


def written_pairs() -> list[Pair]:
    """The project's own encyclopaedic passages and their questions, each with its translation."""
    keys = (("zh", "en"), ("zh1", "en1"), ("zh2", "en2"))
    return [Pair(line[zh], line[en], "written") for line in read_written() for zh, en in keys]


def documentation(data: Path, rng: random.Random) -> list[Pair]:
    """Documentation sentences and windows, capped by file."""
    taken: list[Pair] = []
    for name, cap in DOCUMENTATION.items():
        pairs = read_pairs(data, name, PARALLEL_KINDS)
        taken += sample(pairs, cap, rng) + sample(windows(pairs), LONG_DOCUMENTATION.get(name, 0), rng)
    return taken


def read_parallel(data: Path, seed: int) -> Parallel:
    """Build the mixture: everyday, encyclopaedic and policy text drawn several times, documentation once.

    :param data: the folder that holds train/.
    :param seed: fixes which documentation and dictionary pairs are drawn.
    """
    rng = random.Random(seed)
    everyday = read_pairs(data, "tatoeba_cmn", PARALLEL_KINDS)
    kept = everyday[::HELD_OUT_EVERYDAY]
    everyday = [pair for position, pair in enumerate(everyday) if position % HELD_OUT_EVERYDAY]
    biographies = read_pairs(data, "wiki_bio_zh_en", PARALLEL_KINDS)
    policy = policy_pairs([passage for passage in read_policy(data) if not held_out(passage.document)])
    dictionary = sample(read_pairs(data, "cc_cedict", PARALLEL_KINDS), DICTIONARY_PAIRS, rng)
    long = windows(biographies) + windows(biographies[2:], WINDOW_CHARACTERS // 2)
    train = (everyday + biographies) * EVERYDAY_REPEATS + (long + policy + written_pairs()) * 2 + dictionary + documentation(data, rng)
    return Parallel(train, kept)
