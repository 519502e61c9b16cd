"""The words and pairs of a corpus, found by the sound of what stands in a question."""

import pytest

from assistant.question.corpus_words import CorpusWords
from index.tokenizer import WordTokenizer

PASSAGES = ["推广北斗导航，引导行业协会。", "铜缆替换，普惠金融。", "供给侧改革，银行贷款。"]


@pytest.fixture(scope="module")
def words() -> CorpusWords:
    return CorpusWords(WordTokenizer(), PASSAGES)


@pytest.mark.parametrize(
    ("run", "start", "found"),
    [
        ("北都导行", 0, {"北斗", "北斗导航"}),
        ("北都导行", 2, {"导航"}),
        ("谈铜览", 1, {"铜缆"}),
        ("普会金融", 0, {"普惠", "普惠金融"}),
        ("供己侧", 0, {"供给"}),
        ("银航", 0, {"银行"}),
        ("天气", 0, set()),
    ],
)
def test_words_and_pairs_are_found_by_any_reading_of_what_stands_there(words: CorpusWords, run: str, start: int, found: set[str]) -> None:
    assert found <= set(words.sounding_like(run, start))
    assert all(len(phrase) <= len(run) - start for phrase in words.sounding_like(run, start))
    assert bool(found) == bool(list(words.sounding_like(run, start)))


def test_characters_side_by_side_are_a_word_where_they_name_something(words: CorpusWords) -> None:
    assert {"铜缆", "普惠", "北斗"} <= words.words
    assert "的" not in words.words


def test_only_neighbouring_words_stand_together(words: CorpusWords) -> None:
    assert words.stand_together("北斗导航")
    assert not words.stand_together("导行")
    assert not words.stand_together("航引")


def test_the_commonest_word_of_a_sound_is_what_pinyin_means(words: CorpusWords) -> None:
    assert words.by_sound["daohan"] == "导航"
    assert words.by_sound["beidoudaohan"] == "北斗导航"
