"""A reader's way through the page, in headless Chromium against a real server and the real notes."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Reader, open_browser, take_picture
from playwright.sync_api import Browser

from evaluation.page_server import serve_page


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


def test_a_server_that_is_gone_is_said_and_the_question_kept(browser: Browser, tmp_path: Path) -> None:
    index = os.environ.get("TEST_INDEX", str(tmp_path / "index"))
    with serve_page(tmp_path / "log", "--index", index, "--feedback", str(tmp_path / "feedback")) as served:
        reader = Reader(browser, served.address)
        page = reader.visit()
        reader.ask("宽带提速")
    page.fill("#question textarea", "大数据呢？")
    page.keyboard.press("Enter")
    page.wait_for_selector(".problem-text")
    assert page.input_value("#question textarea") == "大数据呢？"
    reader.context.close()
