"""`python -m corpus` prints the outline of good files and one line about bad ones."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.__main__ import main

HOME = Path(__file__).resolve().parents[2]


def test_the_outline_of_the_notes_says_sections_pages_and_marks(notes_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(notes_file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("policy-notes: ") and "110 sections, 191 passages" in lines[0]
    assert len(lines) == 111
    (entry,) = [line for line in lines if "1.6 信息产业发展指南" in line]
    assert entry.endswith("p. 6–21  377 characters, 2 passages")
    assert sum(line.endswith("DONE") for line in lines) == 2
    empty = [line for line in lines if line.endswith("heading only")]
    assert len(empty) == 4 and any("1.3 国家信息化发展战略纲要  p. 6  heading only" in line for line in empty)


def test_as_a_program_it_ends_with_2_and_one_line_for_a_missing_file(tmp_path: Path) -> None:
    missing = tmp_path / "none.txt"
    ended = subprocess.run([sys.executable, "-m", "corpus", missing], cwd=HOME, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"error: {missing}: no such file; name a text file\n"


def test_a_binary_file_ends_with_2_and_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0" * 99)
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"error: {tmp_path / 'a.txt'}: is binary, not text; export it as text first\n"


def test_markup_of_a_title_is_printed_as_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("一、[red]红[/red]\n\n文。\n", encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert "一、[red]红[/red]" in capsys.readouterr().out
