"""Numbers in a follow-up that count from the place of the question before."""

import pytest

from assistant.question.places import Gazetteer
from corpus.types import Document


@pytest.fixture(scope="module")
def gazetteer(notes: Document) -> Gazetteer:
    return Gazetteer([notes])


@pytest.mark.parametrize(
    ("earlier", "question", "sections"),
    [
        ("第二十七章第一节讲了什么", "第二节呢", ["1.1.1第二十七章第二节"]),
        ("第二十七章", "第二节呢", ["1.1.1第二十七章第二节"]),
        ("第26章第2节", "第27章呢", ["1.1.1第二十七章"]),
        ("40号文第（七）条说了什么", "那第四条呢", ["1.8一（四）"]),
        ("1.6.4（七）", "(八)呢", ["1.6.4（八）"]),
        ("指南第五部分", "第四部分呢", ["1.6.4"]),
        ("40号文", "第二部分呢", ["1.8二"]),
        ("1.7.1", "第三点呢", ["1.7.1#3"]),
        ("1.7.1#1", "第三点呢", ["1.7.1#3"]),
        ("1.6.4（七）", "40号文第四条呢", ["1.8", "1.8一（四）"]),
        ("1.6.4（七）", "云计算怎么发展", []),
        ("1.6.4（七）", "（十）呢", []),
        ("第二十七章第一节", "第四节呢", []),
    ],
)
def test_number_is_looked_up_around_the_place_before(gazetteer: Gazetteer, earlier: str, question: str, sections: list[str]) -> None:
    assert [place.section.id for place in gazetteer.find(question, gazetteer.find(earlier))] == sections


@pytest.mark.parametrize(
    ("earlier", "question", "missing"),
    [
        ("1.6.4（七）", "（十）呢", ("（十）",)),
        ("第二十七章第一节", "第四节呢", ("第四节",)),
        ("第二十七章第一节", "第二节呢", ()),
        ("第二十七章第一节", "第二十六章第三节呢", ("第二十六章第三节",)),
    ],
)
def test_count_that_ends_before_the_number_lacks_it(gazetteer: Gazetteer, earlier: str, question: str, missing: tuple[str, ...]) -> None:
    assert gazetteer.missing(question, gazetteer.find(earlier)) == missing
