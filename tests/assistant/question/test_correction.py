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
        ("第五次工业革名是什么", {"第五次工业革名": "第五次工业革命"}),
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


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("区快连搞不搞试点嘛", {"区快连": "区块链"}),
        ("北都导行以后要咋个发展哦", {"北都导行": "北斗导航"}),
        ("卫星导行有啥打算", {"导行": "导航"}),
        ("量子几算有啥安排", {"量子几算": "量子计算"}),
        ("类老计算算不算前沿", {"类老计算": "类脑计算"}),
        ("普会金融有没有写", {"普会金融": "普惠金融"}),
        ("老旧小区铜览换掉没", {"铜览": "铜缆"}),
        ("应急通信只挥系统咋整", {"应急通信只挥系统": "应急通信指挥系统"}),
        ("卫星轨到资源谁管", {"卫星轨到资源": "卫星轨道资源"}),
        ("自能工厂在德国是啥角色", {"自能工厂": "智能工厂"}),
        ("供己侧改革是啥意思", {"供己": "供给"}),
        ("高端数空系统咋突破", {"高端数空系统": "高端数控系统"}),
        ("双创品台谁来建", {"品台": "平台"}),
        ("银航能不能做股全质押", {"银航": "银行", "股全质押": "股权质押"}),
    ],
)
def test_slip_is_found_by_any_reading_and_though_the_cutter_takes_it_apart(
    reader: QuestionReader, question: str, meant: dict[str, str]
) -> None:
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
        *("低端挤压的国家靠什么抢市场", "推进哪项新就业形态试点", "建企业要什么手续", "由哪几个部委负责", "想去国外开厂"),
        *("微信上能办吗", "官网查得到吗", "东数西算落在哪几个地区", "新质生产力", "链长制怎么搞", "先紧着谁用", "谭志远是谁"),
    ],
)
def test_word_that_is_right_is_not_changed_though_the_corpus_lacks_it(reader: QuestionReader, question: str) -> None:
    assert corrections(reader, question) == {}


def test_no_judged_question_without_slips_is_corrected(reader: QuestionReader) -> None:
    rows = [json.loads(line) for file in sorted(QUESTIONS.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    right = [row["question"] for row in rows if row["type"] in RIGHT]
    assert len(right) > 200
    assert {question: found for question in right if (found := corrections(reader, question))} == {}
