"""A reader's way through the page, in headless Chromium against a real server and the real notes."""

from collections.abc import Iterator

import pytest
from browser import Reader, open_browser, take_picture
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def reader(browser: Browser, server: str) -> Iterator[Reader]:
    one = Reader(browser, server)
    yield one
    one.close()


def test_a_chinese_question_leads_to_the_marked_sentence_on_its_page(reader: Reader) -> None:
    page = reader.visit()
    reader.ask("宽带提速降费有哪些要求？")
    first = page.locator(".passage").first
    sentence = first.locator(".sentence").inner_text().split("[1]")[0].strip()
    first.locator(".marker").click()
    page.wait_for_selector("#panel mark")
    assert sentence in "".join(page.locator("#panel mark").all_inner_texts())
    assert page.locator("#panel .page").first.inner_text() in first.locator(".cite").inner_text()
    assert page.locator("#panel .steps").inner_text().split() == ["‹", "1/5", "›"]
    page.click("#panel [data-step='1']")
    page.wait_for_function("document.querySelector('#panel .steps').innerText.includes('2/5')")
    take_picture(page, "page-zh.png")


def test_an_english_question_leads_to_chinese_sources(browser: Browser, server: str) -> None:
    reader = Reader(browser, server, locale="en-US")
    page = reader.visit()
    assert page.evaluate("document.documentElement.lang") == "en"
    reader.ask("What must be done to open up government data?")
    page.locator(".marker").first.click()
    page.wait_for_selector("#panel mark")
    assert page.locator("#panel .page").first.inner_text().startswith("p")
    assert "数据" in page.locator("#panel mark").first.inner_text()
    take_picture(page, "page-en.png")
    reader.close()
