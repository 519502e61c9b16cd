"""Fixtures of the page's tests: a small library full of HTML, and one real server for all tests of a session."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_library import EVIL, SmallLibrary

from evaluation.page_server import serve_page

EVIL_NOTES = f"""第 1 章 标题{EVIL}

1.1 关于宽带的<u>通知</u>

宽带网络要提速降费。{EVIL}各地要落实<form action="http://evil.example"><input name=id></form>宽带建设。

<div style="position:fixed;inset:0;background:red">盖住</div>宽带资费要下降，<a href="javascript:window.stolen=3">点我</a>。
"""


@pytest.fixture
def library() -> SmallLibrary:
    return SmallLibrary()


@pytest.fixture(scope="session")
def feedback_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("feedback") / "judged.jsonl"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, feedback_file: Path) -> Iterator[str]:
    """The address of a real server over the notes, ready to answer; TEST_INDEX names an index folder to keep between runs."""
    folder = tmp_path_factory.mktemp("served")
    chosen = os.environ.get("TEST_INDEX", str(folder / "index"))
    with serve_page(folder / "log", "--index", chosen, "--feedback", str(feedback_file)) as served:
        yield served.address


@pytest.fixture(scope="session")
def evil_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server over a file full of HTML."""
    folder = tmp_path_factory.mktemp("evil")
    notes = folder / "notes.txt"
    notes.write_text(EVIL_NOTES, encoding="utf-8")
    options = ("--index", str(folder / "index"), "--corpus", str(notes), "--feedback", str(folder / "feedback"))
    with serve_page(folder / "log", *options) as served:
        yield served.address
