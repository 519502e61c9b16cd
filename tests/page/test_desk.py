from small_library import EVIL, SmallLibrary

from assistant.page.answers import Answers
from assistant.page.desk import Desk
from assistant.page.links import read_query, write_query
from assistant.page.strings import CHINESE, ENGLISH, Strings
from assistant.page.types import Asked


def desk(library: SmallLibrary, words: Strings = CHINESE) -> Desk:
    return Desk(Answers(library), words)


def test_an_answer_puts_the_sentence_first_and_folds_the_rest(library: SmallLibrary) -> None:
    html = desk(library).ask(None, "宽带？").rows.html
    sentence = html[html.index('class="sentence"') : html.index('class="cite"')]
    assert "第一句说宽" in sentence and "[1]" in sentence and "第二句" not in sentence
    assert "命中的词" in html and "关键词检索第 2" in html and "语义检索第 1" in html and "分数" not in html


def test_html_is_text_wherever_it_comes_from(library: SmallLibrary) -> None:
    screen = desk(library).ask(None, EVIL)
    assert EVIL not in screen.rows.html + screen.bar + screen.scope


def test_an_abstention_sets_the_nearest_apart(library: SmallLibrary) -> None:
    html = desk(library, ENGLISH).ask(None, "天气？").rows.html
    assert html.index('class="reason"') < html.index('class="nearest"') < html.index('class="passages"')


def test_a_refused_question_is_kept_in_the_box_and_not_in_memory(library: SmallLibrary) -> None:
    first = desk(library).ask(None, "宽带？")
    second = desk(library).ask(first.memory, "  ")
    assert second.memory == first.memory and second.box == "  " and second.rows.at == 1 and 'role="alert"' in second.rows.html


def test_only_the_new_turn_is_sent(library: SmallLibrary) -> None:
    first = desk(library).ask(None, "宽带？")
    second = desk(library).ask(first.memory, "数据？")
    assert second.rows.at == 1 and "宽带？" not in second.rows.html


def test_a_follow_up_says_what_was_searched_and_can_be_searched_as_typed(library: SmallLibrary) -> None:
    first = desk(library).ask(None, "宽带？")
    second = desk(library).ask(first.memory, "那数据呢？")
    assert "实际查找的是：宽带？ 那数据呢？" in second.rows.html and 'data-literal data-within=""' in second.rows.html
    desk(library).ask(second.memory, "那数据呢？", literal=True)
    assert library.asked[-1] == ("那数据呢？", (), (), True)


def test_the_scope_of_a_conversation_narrows_its_questions(library: SmallLibrary) -> None:
    narrowed = desk(library).narrow(None, ("1一", "nowhere"))
    assert "总则" in narrowed.scope
    screen = desk(library).ask(narrowed.memory, "宽带？")
    assert library.asked[-1][2] == ("1一",) and "只查：" in screen.rows.html


def test_answers_are_found_once(library: SmallLibrary) -> None:
    page = desk(library)
    first = page.ask(None, "宽带？")
    page.load(first.memory, {})
    assert len(library.asked) == 1


def test_a_link_asks_once_and_not_again_on_reload(library: SmallLibrary) -> None:
    page = desk(library)
    query = {"q": ["宽带？"], "in": ["1一"]}
    first = page.load(None, query)
    again = page.load(first.memory, query)
    assert "宽带？" in first.rows.html and again.memory == first.memory


def test_a_link_opens_the_conversation_that_ends_with_it(library: SmallLibrary) -> None:
    page = desk(library)
    two = page.ask(page.begin(page.ask(None, "宽带？").memory).memory, "数据？")
    back = page.load(two.memory, {"q": ["宽带？"]})
    assert back.memory["current"] == 0 and len(back.memory["conversations"]) == 2  # type: ignore[arg-type]


def test_a_link_goes_there_and_back() -> None:
    asked = Asked("问&题？#", ("1.6.3（二）", "甲"), literal=True)
    from urllib.parse import parse_qs

    assert read_query(parse_qs(write_query(asked))) == asked
    assert read_query({"q": ["x" * 5000]}) is None and read_query({}) is None
