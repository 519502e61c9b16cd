"""What a reader does besides asking: looking closer, browsing, comparing, taking away, coming back."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from browser import Reader, open_browser, take_picture
from playwright.sync_api import Browser, Page, expect

AXE = Path(__file__).parent / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUESTION = "宽带提速降费有哪些要求？"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def reader(browser: Browser, server: str) -> Iterator[Reader]:
    one = Reader(browser, server, permissions=["clipboard-read", "clipboard-write"])
    one.visit()
    yield one
    one.close()


def open_first(page: Page) -> None:
    page.locator(".marker").first.click()
    page.wait_for_selector("#panel mark")


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong for people with other eyes, ears or hands."""
    page.mouse.move(0, 0)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def test_hover_and_focus_show_where_a_marker_leads(reader: Reader) -> None:
    page = reader.page
    reader.ask(QUESTION)
    page.locator(".marker").nth(1).hover()
    page.wait_for_selector("#card:not([hidden])")
    assert re.search(r"《.+》", page.inner_text("#card .where")) and "页" in page.inner_text("#card .page")
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()


def test_a_passage_unfolds_with_the_reasons_why_it_is_here(reader: Reader) -> None:
    reader.ask(QUESTION)
    passage = reader.page.locator(".passage").first
    passage.locator("summary").click()
    assert passage.locator("mark").count() >= 1
    why = passage.locator(".why").inner_text()
    assert "第" in why and "%" not in why


def test_an_abstention_says_why_and_sets_the_nearest_apart(reader: Reader) -> None:
    reader.ask("今天天气怎么样？")
    page = reader.page
    assert page.locator(".reason").inner_text()
    assert page.locator(".nearest .passage").count() >= 1
    assert page.locator(".turn > .passages").count() == 0
    take_picture(page, "page-abstention.png")


def test_a_question_that_cannot_be_asked_stays_in_the_box(reader: Reader) -> None:
    reader.ask("これはなんですか")
    page = reader.page
    assert page.locator(".problem-text").inner_text()
    assert page.input_value("#question textarea") == "これはなんですか"
    reader.ask(QUESTION)
    assert page.locator(".problem").count() == 0 and page.input_value("#question textarea") == ""


def test_the_outline_opens_sections_and_narrows_the_next_question(reader: Reader) -> None:
    page = reader.page
    page.click("[data-view=browse]")
    assert page.locator(".outline .empty").count() >= 3 and page.locator(".outline .done").count() >= 2
    page.locator(".outline .branch").first.locator("summary").nth(1).click()
    page.locator(".outline [data-act=section]", has_text="第二十七章").click()
    page.wait_for_selector("#panel .panel-text")
    assert "大数据" in page.inner_text("#panel .panel-text")
    take_picture(page, "page-browse.png")
    page.click("#panel [data-act=scope]")
    page.wait_for_selector(".scope")
    reader.ask("政府数据怎么开放？")
    assert "第二十七章" in page.inner_text(".scope-said")
    assert all("第二十七章" in cite for cite in page.locator(".passage .cite").all_inner_texts())
    page.click(".scope [data-act=scope]")
    page.wait_for_selector(".scope", state="detached")


def test_an_empty_section_says_that_it_is_only_a_heading(reader: Reader) -> None:
    page = reader.page
    page.click("[data-view=browse]")
    page.locator(".outline .empty [data-act=section]").first.click()
    assert page.inner_text("#panel .only-heading").strip()


def test_two_documents_answer_one_question_side_by_side(reader: Reader) -> None:
    page = reader.page
    page.click("[data-view=compare]")
    page.select_option("[name=left]", "信息产业发展指南")
    page.fill("[name=question]", "怎样培养人才？")
    page.keyboard.press("Enter")
    page.wait_for_selector(".beside .side")
    left, right = (page.locator(".side").nth(i).locator(".cite").all_inner_texts() for i in (0, 1))
    assert left and all("信息产业发展指南" in cite for cite in left) and not any("信息产业发展指南" in cite for cite in right)
    take_picture(page, "page-compare.png")
    page.select_option("[name=right]", "信息产业发展指南")
    page.click(".compare-form .send")
    page.wait_for_selector("#compare-slot .problem-text")


def test_a_passage_is_copied_with_its_citation_and_linked(reader: Reader) -> None:
    page = reader.page
    reader.ask(QUESTION)
    open_first(page)
    page.click("#panel [data-act=copy]")
    page.wait_for_selector("#panel [data-said]")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"——《.+》.*第 \d+", copied)
    page.click("#panel [data-act=link]")
    page.wait_for_function("document.querySelector('#said').textContent.includes('链接')")
    link = page.evaluate("navigator.clipboard.readText()")
    title = page.inner_text("#panel .panel-title")
    other = reader.open_page()
    other.goto(link)
    other.wait_for_selector("#panel mark")
    assert other.inner_text("#panel .panel-title") == title
    assert other.inner_text(".question") == QUESTION


@pytest.mark.parametrize("form", ["markdown", "docx"])
def test_the_conversation_is_taken_away_with_its_references(reader: Reader, form: str) -> None:
    page = reader.page
    reader.ask("今天天气怎么样？")
    reader.ask(QUESTION)
    page.click("#bar .export summary")
    with page.expect_download() as coming:
        page.click(f"[data-format={form}]")
    content = Path(coming.value.path()).read_bytes()
    text = content.decode() if form == "markdown" else "\n".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)
    assert QUESTION in text and "今天天气怎么样" in text and re.search(r"\\?\[Z\\?\]", text) and "不是答案" in text


def test_conversations_outlive_a_reload_and_can_be_deleted(reader: Reader) -> None:
    page = reader.page
    page.on("dialog", lambda dialog: dialog.accept())
    reader.ask(QUESTION)
    reader.ask("人才呢？")
    page.click("[data-act=begin]")
    page.wait_for_selector(".welcome")
    reader.ask("集成电路有哪些重点？")
    reader.visit()
    assert page.locator(".question").all_inner_texts() == ["集成电路有哪些重点？"]
    page.click("#bar .conversations summary")
    page.click(f"#bar [data-act=select]:has-text('{QUESTION}')")
    page.wait_for_function("document.querySelectorAll('#thread .turn').length === 2")
    page.click("#bar .conversations summary")
    page.locator("#bar [data-act=forget]").first.click()
    page.wait_for_function("document.querySelector('#bar .conversations summary').textContent.includes('1')")
    page.click("#bar .conversations summary")
    page.click("#bar [data-act=forget-all]")
    page.wait_for_selector(".welcome")
    page.reload()
    reader.wait_until_ready()
    assert page.locator(".turn").count() == 0


def test_two_tabs_do_not_overwrite_each_other(reader: Reader) -> None:
    first, second = reader.page, reader.open_page()
    second.goto(reader.address)
    second.wait_for_selector("[role=log][data-shown]")
    reader.ask(QUESTION)
    second.wait_for_timeout(300)
    second.fill("#question textarea", "集成电路")
    with second.expect_navigation():
        second.evaluate("window.dispatchEvent(new Event('focus'))")
    second.wait_for_selector("#bar [data-act=begin]")
    second.wait_for_function("document.querySelector('#question textarea').value === '集成电路'")
    second.click("#bar [data-act=begin]")
    second.wait_for_selector(".welcome")
    second.press("#question textarea", "Enter")
    second.wait_for_selector(".marker")
    assert second.inner_text("#bar .conversations summary").endswith("2")
    assert first.locator(".question").all_inner_texts() == [QUESTION]


def test_a_verdict_is_kept_as_a_judged_question(reader: Reader, feedback_file: Path) -> None:
    page = reader.page
    reader.ask(QUESTION)
    page.click(".turn [data-verdict=right]")
    page.wait_for_selector(".turn [data-verdict=right][aria-pressed=true]")
    line = json.loads(feedback_file.read_text(encoding="utf-8").splitlines()[-1])
    assert line["question"] == QUESTION and line["answerable"] is True
    assert line["gold"][0]["quote"] in page.locator(".sentence").first.inner_text().replace("[1]", "")


def test_the_language_switch_keeps_the_conversation(reader: Reader) -> None:
    page = reader.page
    reader.ask(QUESTION)
    page.click(".language")
    page.wait_for_selector("#bar [data-act=begin]:has-text('New')")
    assert page.locator(".question").all_inner_texts() == [QUESTION]
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "passages found" in page.inner_text(".found")


def test_the_keyboard_alone_is_enough(reader: Reader) -> None:
    page = reader.page
    page.keyboard.press("/")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector(".marker")
    page.locator(".marker").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel mark")
    assert page.evaluate("document.activeElement.className") == "panel-title"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "marker"


def test_on_a_phone_the_source_is_a_sheet_from_below(browser: Browser, server: str) -> None:
    reader = Reader(browser, server, viewport={"width": 390, "height": 800}, has_touch=True)
    page = reader.visit()
    reader.ask(QUESTION)
    expect(page.locator("#source")).to_be_hidden()
    open_first(page)
    page.wait_for_timeout(400)
    box = page.locator("#source").bounding_box()
    assert box is not None and box["y"] > 100 and box["y"] + box["height"] == 800
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    take_picture(page, "page-phone.png")
    assert violations(page) == []
    page.click("#panel [data-act=close]")
    expect(page.locator("#source")).to_be_hidden()
    reader.close()


def test_dark_follows_the_system_and_the_switch_is_remembered(browser: Browser, server: str) -> None:
    reader = Reader(browser, server, color_scheme="dark")
    page = reader.visit()
    reader.ask(QUESTION)
    open_first(page)
    take_picture(page, "page-dark.png")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.click("[data-act=theme]")
    light = page.evaluate(background)
    reader.visit()
    assert dark != light == page.evaluate(background)
    reader.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_passes_axe(browser: Browser, server: str, scheme: str) -> None:
    reader = Reader(browser, server, color_scheme=scheme)
    page = reader.visit()
    found = violations(page)
    reader.ask(QUESTION)
    page.locator(".passage summary").first.click()
    open_first(page)
    found += violations(page)
    page.click("#panel [data-act=scope]")
    page.wait_for_selector(".scope")
    reader.ask("今天天气怎么样？")
    page.click("#bar .conversations summary")
    found += violations(page)
    page.click("[data-view=browse]")
    found += violations(page)
    page.click("[data-view=compare]")
    page.fill("[name=question]", "人才")
    page.keyboard.press("Enter")
    page.wait_for_selector(".beside")
    assert found + violations(page) == []
    reader.close()


def test_print_shows_the_answers_and_no_controls(reader: Reader) -> None:
    reader.ask(QUESTION)
    reader.page.emulate_media(media="print")
    expect(reader.page.locator("#composer")).to_be_hidden()
    expect(reader.page.locator("#source")).to_be_hidden()
    expect(reader.page.locator(".passage .cite").last).to_be_visible()
