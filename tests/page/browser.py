"""A headless Chromium for tests, which notes everything that a healthy page does not do.

Pictures for the README are taken where they are missing, or with PICTURES=new in the environment.
"""

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, sync_playwright

DOCS = Path(__file__).parents[2] / "docs"
LARGEST_PICTURE = 300_000  # bytes
SHOWN = "Number(document.querySelector('[role=log]').dataset.shown)"  # how often the thread has changed
PATIENCE = 20_000  # ms; the machine may be busy


def chromium_path() -> str:
    """Where Chromium is; skips the test where it is missing, but never in continuous integration."""
    found = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if found is None and os.environ.get("CI"):
        pytest.fail("no chromium on this machine; install it with: apt-get install chromium fonts-noto-cjk")
    if found is None:
        pytest.skip("no chromium on this machine; install it to test the page in a browser")
    return found


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium, without its sandbox where the tests run as root."""
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield browser
        browser.close()


class Reader:
    """One reader with a browser window of their own; `complaints` holds errors and requests that left this machine."""

    def __init__(self, browser: Browser, address: str, **settings: object) -> None:
        options: dict[str, object] = {"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN"}
        self.context: BrowserContext = browser.new_context(**(options | settings))  # type: ignore[arg-type]
        self.context.set_default_timeout(PATIENCE)
        self.context.route("**/*", lambda route, request: route.continue_() if _local(request.url) else route.abort())
        self.address = address
        self.complaints: list[str] = []
        self.page = self.open_page()

    def open_page(self) -> Page:
        """Another tab of the same reader."""
        page = self.context.new_page()
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("request", lambda request: None if _local(request.url) else self.complaints.append(f"left: {request.url}"))
        page.on("requestfailed", self._failed)
        page.on("response", lambda answer: self.complaints.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
        return page

    def visit(self, path: str = "/") -> Page:
        """The page, ready for questions."""
        self.page.goto(self.address + path)
        self.wait_until_ready()
        return self.page

    def wait_until_ready(self) -> None:
        """The page's script runs and its first events are answered."""
        self.page.wait_for_selector("[role=log][data-shown]")
        self.page.wait_for_selector("#bar [data-act=begin]")

    def ask(self, question: str) -> None:
        """Type a question, press Enter, wait for what comes of it."""
        shown = self.page.evaluate(SHOWN)
        self.page.fill("#question textarea", question)
        self.page.keyboard.press("Enter")
        self.page.wait_for_function(f"before => {SHOWN} > before", arg=shown)

    def close(self) -> None:
        """End the session; fails if there was anything to complain about."""
        self.context.close()
        assert self.complaints == [], self.complaints

    def _error(self, error: Error) -> None:
        # gradio's client aborts its own stream when the page is left, and does not catch what that throws
        left = "signal is aborted without reason" in str(error) and "/assets/" in f"{error}{error.stack}"
        if not left:
            self.complaints.append(f"error: {error}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        # gradio's client closes its own stream when an answer is complete, or when the page is left
        closed_by_page = request.failure == "net::ERR_ABORTED" and urlsplit(request.url).path.endswith(("/queue/data", "/heartbeat"))
        if not closed_by_page and "/heartbeat/" not in request.url:
            self.complaints.append(f"failed: {request.url} {request.failure}")


def take_picture(page: Page, name: str) -> None:
    """A screenshot for the documentation, in 128 colours, which text does not miss."""
    path = DOCS / name
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    shot = page.screenshot()
    if path.exists() and os.environ.get("PICTURES") != "new":
        return
    DOCS.mkdir(exist_ok=True)
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(128).save(path, optimize=True)
    assert path.stat().st_size < LARGEST_PICTURE


def _local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.hostname in ("127.0.0.1", "localhost") or parts.scheme in ("data", "blob", "about")
