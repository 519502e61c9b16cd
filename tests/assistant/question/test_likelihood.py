"""How likely words are side by side, worked by hand from the counts."""

from collections import Counter
from math import exp, isclose

from assistant.question.likelihood import WordLikelihood
from assistant.question.words import FUNCTION_WORDS
from index.terms import general_count

LIKELIHOOD = WordLikelihood(Counter({"铜缆": 3, "替换": 1}), Counter({("铜缆", "替换"): 1}))
REPLACE = 0.45 * general_count("替换") / 60_000_000 + 0.45 / 4  # once in four words


def likelihood(*words: str) -> float:
    return exp(LIKELIHOOD.log_likelihood(words))


def test_a_word_comes_from_general_chinese_from_the_corpus_and_from_grammar() -> None:
    assert isclose(likelihood("替换"), REPLACE)
    assert isclose(likelihood("铜缆"), 0.45 * 3 / 4)
    assert isclose(likelihood("的"), 0.45 * general_count("的") / 60_000_000 + 0.1 / len(FUNCTION_WORDS))


def test_a_word_that_is_nowhere_is_still_possible() -> None:
    assert isclose(likelihood("铜览"), 1e-8)
    assert isclose(likelihood("𡘙"), 1e-7)
    assert likelihood() == 1


def test_neighbours_of_the_corpus_are_likelier_together() -> None:
    assert isclose(likelihood("铜缆", "替换"), likelihood("铜缆") * (0.7 * REPLACE + 0.3 * 1 / 4))
    assert isclose(likelihood("替换", "铜缆"), REPLACE * likelihood("铜缆"))


def test_a_rare_long_word_is_at_least_as_likely_as_its_parts() -> None:
    assert isclose(likelihood("铜缆替换"), likelihood("铜缆") * REPLACE)
