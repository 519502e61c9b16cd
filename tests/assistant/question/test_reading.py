"""The steps of reading put together, and each of them switched off."""

from dataclasses import fields, replace

import pytest

from assistant.question.reading import QuestionReader, Steps, Understood
from index.store import PassageIndex

ALL = "我想问一下，那 IoT 和网洛强国各有哪三个特点，指南怎么说呢？"
HISTORY = ("城镇光网要达到多少兆？",)


def features(understood: Understood) -> dict[str, bool]:
    reading = understood.reading
    return {
        "places": bool(reading.scope and understood.places),
        "aliases": "物联网" in understood.query,
        "correction": bool(reading.corrections),
        "follow_up": bool(reading.carried),
        "comparison": bool(understood.sides),
        "enumeration": understood.count is not None,
    }


@pytest.mark.parametrize("step", [field.name for field in fields(Steps) if field.name != "abstention"])
def test_step_that_is_off_does_nothing_and_the_others_go_on(notes_index: PassageIndex, reader: QuestionReader, step: str) -> None:
    assert all(features(reader.read(ALL, HISTORY)).values())
    without = QuestionReader(notes_index, replace(Steps(), **{step: False})).read(ALL, HISTORY)
    assert features(without) == {name: name != step for name in features(without)}


def test_plain_question_is_searched_as_it_is_typed(reader: QuestionReader) -> None:
    understood = reader.read("农村宽带提速多快？", ())
    assert understood.reading.searched == understood.reading.question == "农村宽带提速多快？"
    assert understood.query == understood.alone == "农村宽带提速多快?", "width apart"
    assert (understood.places, understood.sides, understood.count) == ((), (), None)


@pytest.mark.parametrize("filler", ["我想问一下，", "请问", "你好，麻烦问一下", "嗯，那个", "帮我查一下"])
def test_filler_before_a_question_is_not_searched(reader: QuestionReader, filler: str) -> None:
    assert reader.read(f"{filler}农村宽带提速多快", ()).query == "农村宽带提速多快"


def test_question_of_filler_alone_is_kept(reader: QuestionReader) -> None:
    assert reader.read("请问", ()).query == "请问"


def test_traditional_and_full_width_writing_is_searched_simplified(reader: QuestionReader) -> None:
    understood = reader.read("農村寬帶２０", ())
    assert understood.query == "农村宽带20"
    assert understood.reading.question == "農村寬帶２０"


def test_follow_up_is_searched_behind_what_it_takes_and_by_itself(reader: QuestionReader) -> None:
    understood = reader.read("那农村呢？", HISTORY)
    assert understood.query == "城镇光网要达到多少兆? 那农村呢?"
    assert understood.alone == "那农村呢?"
    assert understood.reading.searched == understood.query
    assert understood.reading.carried == HISTORY


def test_place_is_taken_from_the_question_before_where_the_follow_up_names_none(reader: QuestionReader) -> None:
    assert reader.read("那农村呢？", ("指南里城镇宽带要多快？",)).reading.scope == ("1.6",)
    assert reader.read("那40号文呢？", ("指南里城镇宽带要多快？",)).reading.scope == ("1.8",)
