"""Asking the notes, from the question to the cited passages."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.assistant import Assistant
from assistant.errors import QuestionError
from assistant.question.reading import Steps
from assistant.types import Abstention, Answer, Passage
from corpus.errors import UnknownSectionError
from index.store import PassageIndex

PLAIN = [
    *(
        "农村宽带要提速到多少兆？",
        "德国工业4.0有哪五个特点？",
        "What does the Guide say about integrated circuits?",
        "PUE",
        "电信普便服务怎么做",
    ),
    *("十三五规划和指南对宽带各怎么说？", "第二十六章第二节", "1.3讲了什么", "今天天气怎么样", "云计算的重点是什么"),
]


def passages(response: Answer | Abstention) -> tuple[Passage, ...]:
    return response.nearest if isinstance(response, Abstention) else response.passages


def answered(response: Answer | Abstention) -> tuple[Passage, ...]:
    assert isinstance(response, Answer)
    return response.passages


def sections(response: Answer | Abstention) -> list[str]:
    return [passage.chunk.section.id for passage in passages(response)]


@pytest.mark.parametrize("question", PLAIN)
def test_what_is_shown_is_the_text_of_its_place_numbered_and_scored(assistant: Assistant, question: str) -> None:
    shown = passages(assistant.ask(question))
    assert shown and [passage.rank for passage in shown] == list(range(1, len(shown) + 1))
    for passage in shown:
        document, chunk = assistant.document(passage.chunk.document_id), passage.chunk
        assert document.text[chunk.start : chunk.end] == chunk.text
        assert document.pages_of(chunk.start, chunk.end) == passage.citation.pages
        assert all(word in chunk.text for word in passage.matched)
        assert {stage.name for stage in passage.stages} <= {"lexical", "dense", "late", "fused"}


def test_chinese_question_finds_the_passage(assistant: Assistant) -> None:
    best = answered(assistant.ask("98%的行政村实现光纤通达是什么时候的目标？"))[:5]
    assert any("98%" in passage.chunk.text and "光纤" in passage.chunk.text for passage in best)


def test_english_question_finds_the_chinese_passage(assistant: Assistant) -> None:
    best = answered(assistant.ask("What does the Guide say about integrated circuits?"))
    assert best[0].chunk.section.document == "信息产业发展指南"
    assert any("集成电路" in passage.chunk.text for passage in best)


def test_follow_up_finds_what_the_two_questions_ask_together(assistant: Assistant) -> None:
    history = ["城镇地区的光网接入能力要达到多少兆？"]
    response = assistant.ask("那农村呢？", history)
    assert response.reading.carried == tuple(history)
    assert any("农村" in p.chunk.text and "兆" in p.chunk.text for p in passages(response)[:3])


def test_named_document_is_searched_first(assistant: Assistant) -> None:
    response = assistant.ask("40号文对农村宽带怎么说？")
    assert response.reading.scope == ("1.8",)
    assert answered(response)[0].chunk.section.id.startswith("1.8")


def test_title_of_a_named_section_does_not_drown_what_is_asked_in_it(assistant: Assistant) -> None:
    # three passages stand below a title with the words of this one, none of them about Japan
    shown = answered(assistant.ask("“德国工业4.0主要特点”一节里日本的战略是什么？"))
    assert any("日本" in passage.chunk.text for passage in shown[:3])


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("第二十六章第二节", "1.1.1第二十六章第二节"),
        ("第26章第2节", "1.1.1第二十六章第二节"),
        ("打开1.6.3（二）", "1.6.3（二）"),
        ("1.6.3(二)", "1.6.3（二）"),
        ("中国制造 2025", "1.2（五）"),
        ("show the Guide", "1.6"),
        ("40号文第（七）条", "1.8二（七）"),
        ("国发〔2017〕40号文第（七）条", "1.8二（七）"),
    ],
)
def test_place_alone_is_opened_at_its_beginning(assistant: Assistant, question: str, section: str) -> None:
    shown = answered(assistant.ask(question))
    assert shown[0].chunk.section.id == section
    starts = [passage.chunk.start for passage in shown]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("1.3讲了什么", "国家信息化发展战略纲要"),
        ("国家信息化发展战略纲要提了哪些目标？", "国家信息化发展战略纲要"),
        ("国务院关于积极推进“互联网+”行动的指导意见说了什么", "国务院关于积极推进“互联网+”行动的指导意见"),
        ("互联网+行动指导意见对农业怎么说", "国务院关于积极推进“互联网+”行动的指导意见"),
        ("国发〔2016〕28号有哪些目标", "国务院关于深化制造业与互联网融合发展的指导意见"),
        ("What does 1.4 say?", "国务院关于积极推进“互联网+”行动的指导意见"),
        ("深化制造业与互联网融合发展的指导意见", "国务院关于深化制造业与互联网融合发展的指导意见"),
    ],
)
def test_section_that_is_only_a_heading_is_said_to_be_one(assistant: Assistant, question: str, title: str) -> None:
    response = assistant.ask(question)
    assert isinstance(response, Abstention)
    assert (response.reason.kind, response.reason.terms) == ("empty_section", (title,))


def test_off_topic_question_may_be_refused_with_the_nearest_passages(assistant: Assistant) -> None:
    response = assistant.ask("qwertyuiop asdfgh")
    assert isinstance(response, Answer) or response.reason.kind in ("nothing_found", "not_answered", "unknown_name")


@pytest.mark.parametrize(
    ("name", "prefix"), [("1.8", "1.8"), ("《信息产业发展指南》", "1.6"), ("1.6.3（四）", "1.6.3（四）"), ("宽带中国", "1.1.2（一）")]
)
def test_filter_searches_its_section_alone(assistant: Assistant, name: str, prefix: str) -> None:
    found = sections(assistant.ask("宽带提速", within=[name]))
    assert found and all(section.startswith(prefix) for section in found)


def test_two_filters_are_searched_together(assistant: Assistant) -> None:
    found = sections(assistant.ask("宽带提速", within=["1.1.2（一）", "1.8三（十一）"], k=10))
    assert set(found) == {"1.1.2（一）", "1.8三（十一）"}


@pytest.mark.parametrize("question", ["信息化重大工程有哪些项？", "德国和美国的制造业战略有什么不同？", "信息消费的重点领域分哪几类？"])
def test_a_list_or_a_comparison_stays_inside_the_filter(assistant: Assistant, question: str) -> None:
    response = assistant.ask(question, within=["1.6"])
    shown = response.nearest if isinstance(response, Abstention) else response.passages
    assert shown and all(p.citation.section_id.startswith("1.6") for p in shown)


def test_filter_on_a_heading_alone_says_so(assistant: Assistant) -> None:
    response = assistant.ask("有哪些目标", within=["1.3"])
    assert isinstance(response, Abstention) and response.nearest == ()
    assert (response.reason.kind, response.reason.terms) == ("empty_section", ("国家信息化发展战略纲要",))


def test_unknown_section_or_document_is_named_in_the_error(assistant: Assistant) -> None:
    with pytest.raises(UnknownSectionError, match=r"'9\.9'.*python -m corpus"):
        assistant.ask("宽带提速", within=["9.9"])
    with pytest.raises(UnknownSectionError, match=r"'none'.*policy-notes"):
        assistant.document("none")


def test_literal_question_is_searched_as_it_is_typed(assistant: Assistant) -> None:
    response = assistant.ask("那电信普便服务呢，40号文怎么说", ["农村宽带多快？"], literal=True)
    reading = response.reading
    assert reading.searched == "那电信普便服务呢，40号文怎么说"
    assert (reading.corrections, reading.carried, reading.scope) == ((), (), ())


@pytest.mark.parametrize("k", [1, 3, 12])
def test_as_many_passages_as_asked_for(assistant: Assistant, k: int) -> None:
    assert len(passages(assistant.ask("云计算的重点是什么", k=k))) == k


def test_list_brings_all_its_things_together_in_the_text_s_order(assistant: Assistant) -> None:
    assert sections(assistant.ask("德国工业4.0有哪五个特点？", k=2)) == [f"1.7.1#{number}" for number in range(1, 6)]


def test_both_documents_of_a_comparison_stand_first(assistant: Assistant) -> None:
    found = passages(assistant.ask("十三五规划和指南对宽带各怎么说？"))[:2]
    assert {passage.chunk.section.document for passage in found} == {"国家十三五规划", "信息产业发展指南"}


@pytest.mark.parametrize("question", ["", "宽" * 1001, "宽带\ud83d", "ブロードバンドはどうなりますか"])
def test_question_that_cannot_be_asked_raises(assistant: Assistant, question: str) -> None:
    with pytest.raises(QuestionError):
        assistant.ask(question)


def test_history_that_cannot_be_asked_is_no_obstacle(assistant: Assistant) -> None:
    broken = ["", "\ud83d\x00", "宽" * 2000]
    assert assistant.ask("那农村呢？", broken) == assistant.ask("那农村呢？")
    assert assistant.ask("那农村呢？", ["城镇宽带多快？", *broken]) == assistant.ask("那农村呢？", ["城镇宽带多快？"])


def test_eight_threads_get_the_answers_of_one(assistant: Assistant) -> None:
    alone = [assistant.ask(question) for question in PLAIN]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(assistant.ask, PLAIN * 3))
    assert together == alone * 3


def test_without_a_model_keywords_answer_and_off_topic_finds_nothing(keyword_index: PassageIndex) -> None:
    keywords = Assistant(keyword_index, "encoder_missing")
    assert "三十个" in answered(keywords.ask("岸电泊位建多少个"))[0].chunk.text
    response = keywords.ask("量子计算机")
    assert isinstance(response, Abstention) and response.reason.kind == "nothing_found"
    assert response.nearest == ()


def test_two_files_are_told_apart_by_their_documents(policies_index: PassageIndex) -> None:
    two = Assistant(policies_index, steps=Steps(abstention=False))
    assert {p.chunk.document_id for p in passages(two.ask("平台", within=["城市公共数据管理办法"]))} == {"rules"}
    assert sections(two.ask("第二章第二节")) == ["城市公共数据管理办法第二章第二节"]
    response = two.ask("港口绿色发展规划的保障措施是什么")
    assert response.reading.scope == ("港口绿色发展规划", "港口绿色发展规划三")
