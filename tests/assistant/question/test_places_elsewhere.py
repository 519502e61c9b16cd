"""The same rules on two policies that they were not made for."""

import pytest
from tiny_policies import RULES

from assistant.question.places import Gazetteer
from corpus.structure import build_document
from corpus.types import Document

PLAN, DATA = ("harbour", "港口绿色发展规划"), ("rules", "城市公共数据管理办法")


@pytest.fixture(scope="module")
def gazetteer(policies: list[Document]) -> Gazetteer:
    return Gazetteer(policies)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("管理办法里怎么说", [DATA]),
        ("公共数据管理办法对平台怎么规定", [DATA]),
        ("绿色发展规划", [PLAN]),
        ("港口规划的目标", [PLAN]),
        ("第二章第二节", [("rules", f"{DATA[1]}第二章第二节")]),
        ("第2章", [("rules", f"{DATA[1]}第二章")]),
        ("市令〔2019〕7号", [DATA]),
        ("7号文", [DATA]),
        ("第二章目录部分", [("rules", f"{DATA[1]}第二章"), ("rules", f"{DATA[1]}第二章第一节")]),
        ("目录", [("rules", f"{DATA[1]}第二章第一节")]),
        ("办法第三条", [DATA]),
        ("“保障措施”", [("harbour", f"{PLAN[1]}三")]),
        ("港口绿色发展规划的保障措施", [PLAN, ("harbour", f"{PLAN[1]}三")]),
    ],
)
def test_places_of_another_corpus_are_found(gazetteer: Gazetteer, question: str, places: list[tuple[str, str]]) -> None:
    assert [(place.document_id, place.section.id) for place in gazetteer.find(question)] == places


@pytest.mark.parametrize("question", ["办法", "规划的目标", "指南", "十三五规划", "国发〔2017〕40号", "the comparison article", "1.6.3"])
def test_places_of_the_notes_are_unknown_elsewhere(gazetteer: Gazetteer, question: str) -> None:
    assert gazetteer.find(question) == []


def test_sections_of_one_id_in_two_files_are_two_places() -> None:
    second = RULES.replace("第二节 平台", "第二节 门户")
    gazetteer = Gazetteer([build_document("a", "a", RULES), build_document("b", "b", second)])
    assert {place.document_id for place in gazetteer.find("城市公共数据管理办法")} == {"a", "b"}


def test_article_that_has_no_heading_of_its_own_is_not_missing(gazetteer: Gazetteer) -> None:
    assert gazetteer.missing("办法第三条") == ()
    assert gazetteer.missing("办法第三章") == ("第三章",)
