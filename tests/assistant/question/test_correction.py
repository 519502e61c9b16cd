"""Slips of typing are put right toward the corpus's words; what is right stays as it is."""

import json

import pytest

from assistant.question.reading import QuestionReader
from evaluation.topics import QUESTIONS

RIGHT = ("fact", "keyword", "list", "scope", "compare", "en")


def corrections(reader: QuestionReader, question: str) -> dict[str, str]:
    return dict(reader.read(question, ()).reading.corrections)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("电信普便服务怎么做", {"电信普便服务": "电信普遍服务"}),
        ("网洛强国怎么建", {"网洛强国": "网络强国"}),
        ("第五次工业革名是什么", {"工业革名": "工业革命"}),
        ("gongye hulianwang 怎么发展", {"gongye hulianwang": "工业互联网"}),
        ("yun ji suan 有什么用", {"yun ji suan": "云计算"}),
        ("dianlu", {"dianlu": "电路"}),
        ("rengong zhineng", {"rengong zhineng": "人工智能"}),
        ("一代一路", {"一代一路": "一带一路"}),
        ("两花融合怎么做", {"两花融合": "两化融合"}),
        ("德国工业肆点零", {"肆点零": "4.0"}),
        ("工业四点零的五个特典", {"四点零": "4.0", "特典": "特点"}),
        ("农村网洛速度", {"网洛": "网络"}),
        ("Hulianwang 怎么发展", {"hulianwang": "互联网"}),
    ],
)
def test_slip_is_read_as_the_word_of_the_corpus_that_sounds_like_it(reader: QuestionReader, question: str, meant: dict[str, str]) -> None:
    assert corrections(reader, question) == meant


def test_what_is_searched_and_shown_holds_the_corrected_words(reader: QuestionReader) -> None:
    understood = reader.read("Hulianwang 和网洛强国怎么建", ())
    assert understood.reading.searched == understood.alone == "互联网 和网络强国怎么建"
    assert understood.reading.question == "Hulianwang 和网洛强国怎么建"


@pytest.mark.parametrize(
    "question",
    [
        *(
            "农村宽带提速多快",
            "二〇二〇年的目标",
            "三个特点五项任务",
            "red braised pork recipe",
            "今天天气怎么样",
            "What is change management?",
        ),
        *("韩国的半导体政策", "how women are hired", "量子计算机有几台", "北京明天限行吗", "智能音箱", "首台套保险补偿"),
        *("guiding principles of the outline", "农业四点零", "change women"),
    ],
)
def test_word_that_is_right_is_not_changed_though_the_corpus_lacks_it(reader: QuestionReader, question: str) -> None:
    assert corrections(reader, question) == {}


def test_no_judged_question_without_slips_is_corrected(reader: QuestionReader) -> None:
    rows = [json.loads(line) for file in sorted(QUESTIONS.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    right = [row["question"] for row in rows if row["type"] in RIGHT]
    assert len(right) > 200
    assert {question: found for question in right if (found := corrections(reader, question))} == {}
