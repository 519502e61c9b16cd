"""The command line: what it prints, its exit status, and what it loads."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli import app
from index.store import PassageIndex

HEAVY = ("torch", "transformers", "sentence_transformers", "faiss", "tantivy", "jieba", "gradio", "numpy")
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def handlers_taken_back() -> Iterator[None]:
    """The command gives the logger a handler that writes to the stream of its own run."""
    logger = logging.getLogger("assistant")
    before = list(logger.handlers)
    yield
    logger.handlers = before


@pytest.fixture(scope="session")
def index_option(notes_index: PassageIndex, notes_folder: Path) -> tuple[str, str]:
    return "--index", str(notes_folder)


def run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=typed)


def process(*arguments: str, typed: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    strict = {**os.environ, "PYTHONIOENCODING": "utf-8:strict"}
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=strict, input=typed, capture_output=True, timeout=120, check=False)


def assert_one_line(stderr: str, *words: str) -> None:
    assert stderr.count("\n") == 1 and stderr.startswith("error: ")
    assert all(word in stderr for word in words), stderr


def test_help_loads_no_heavy_library() -> None:
    code = f"import sys, assistant.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert process("-c", code).stdout.decode().strip() == "[]"
    helped = process("-m", "assistant", "--help")
    assert helped.returncode == 0 and b"batch" in helped.stdout and b"ask" in helped.stdout


@pytest.mark.parametrize("question", ["", "   ", "😀😀", "宽" * 1001, "a\x01b", "광대역 인터넷"])
def test_bad_question_is_one_line_and_status_2(question: str) -> None:
    told = run("ask", question)
    assert (told.exit_code, told.stdout) == (2, "")
    assert_one_line(told.stderr, " / ")


def test_question_of_a_megabyte_on_standard_input_is_refused_at_once() -> None:
    told = process("-m", "assistant", "ask", "-", typed="宽带".encode() * 200_000)
    assert told.returncode == 2
    assert_one_line(told.stderr.decode(), "400,000")


def test_standard_input_that_is_no_text_is_refused() -> None:
    told = process("-m", "assistant", "ask", "-", typed=b"\xff\xfe\x00\x80")
    assert told.returncode == 2
    assert_one_line(told.stderr.decode())


@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.txt", None), ("empty.txt", b""), ("binary.txt", bytes(range(256)) * 20), ("photo.jpg", b"\xff\xd8\xff")],
)
def test_corpus_that_cannot_be_read_is_one_line_with_its_path(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    told = run("ask", "宽带", "--corpus", str(tmp_path / name))
    assert (told.exit_code, told.stdout) == (2, "")
    assert_one_line(told.stderr, name)


def test_encoder_that_is_no_model_is_one_line(tmp_path: Path, corpus_folder: Path) -> None:
    told = run("ask", "宽带", "--encoder", str(tmp_path), "--corpus", str(corpus_folder), "--index", str(tmp_path / "index"))
    assert told.exit_code == 2
    assert_one_line(told.stderr, "--encoder")


def test_json_is_one_object_and_in_restricts_it(index_option: tuple[str, str]) -> None:
    told = run("ask", "宽带提速", "-k", "2", "--in", "1.8", "--in", "1.1.2", "--json", *index_option)
    assert told.exit_code == 0 and told.stdout.count("\n") == 1
    record = json.loads(told.stdout)
    assert record["question"] == "宽带提速" and len(record["passages"]) == 2
    assert all(p["section"].startswith(("1.8", "1.1.2")) for p in record["passages"])


def test_unknown_section_is_one_line(index_option: tuple[str, str]) -> None:
    told = run("ask", "宽带提速", "--in", "没有的节", *index_option)
    assert told.exit_code == 2
    assert_one_line(told.stderr, "没有的节", "python -m corpus")


def test_question_on_standard_input_is_answered_readably(index_option: tuple[str, str]) -> None:
    told = run("ask", "-", "--literal", *index_option, typed="第二十六章第二节 互联网\n")
    assert told.exit_code == 0
    assert "第 3 页" in told.stdout and "查找的是" not in told.stdout


@pytest.mark.parametrize("k", ["0", "-1", "101", "many"])
def test_number_of_passages_out_of_range_is_refused(k: str) -> None:
    assert run("ask", "宽带", "-k", k).exit_code == 2


def test_batch_writes_the_results_and_reports_bad_lines(tmp_path: Path, index_option: tuple[str, str]) -> None:
    questions, out = tmp_path / "questions.jsonl", tmp_path / "results.jsonl"
    questions.write_text('{"id": 1, "question": "宽带提速"}\nbroken\n{"id": 3, "question": "?"}\n', encoding="utf-8")
    told = run("batch", str(questions), "--out", str(out), "-k", "4", *index_option)
    assert told.exit_code == 0
    assert [line.split(": ")[0] for line in told.stderr.splitlines()] == [f"{questions}:2", "line 3"]
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(record["id"], len(record["passages"])) for record in records] == [(1, 4), (3, 0)]


def test_batch_without_its_file_is_one_line_and_status_2(tmp_path: Path) -> None:
    told = run("batch", str(tmp_path / "none.jsonl"), "--out", str(tmp_path / "out.jsonl"))
    assert told.exit_code == 2
    assert_one_line(told.stderr, "none.jsonl")


def test_whole_way_in_a_process_of_its_own(index_option: tuple[str, str]) -> None:
    told = process("-m", "assistant", "ask", "What does the Guide say about cloud computing?", "--json", *index_option)
    assert told.returncode == 0 and told.stderr == b""
    assert json.loads(told.stdout)["scope"] == ["1.6"]
