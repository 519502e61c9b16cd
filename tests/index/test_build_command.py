"""`python -m index.build` says how large the index is, or in one line why there is none."""

from pathlib import Path

import pytest
from small_corpus import SMALL

from index.build import main


def test_a_corpus_is_built_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "small.txt").write_text(SMALL, encoding="utf-8")
    assert main([str(tmp_path / "small.txt"), "--out", str(tmp_path / "index")]) == 0
    assert capsys.readouterr().out.startswith(f"3 passages in {tmp_path / 'index'}, ")
    assert (tmp_path / "index" / "manifest.json").is_file()


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        (None, [], "no such file; name a text file"),
        ("一、总则\n", [], "the corpus holds no text to index; put documents there"),
        (SMALL, ["--encoder", "no-owner/no-model"], "the encoder 'no-owner/no-model' cannot be loaded"),
    ],
    ids=["no corpus", "no text", "no encoder"],
)
def test_what_cannot_be_built_ends_with_2_and_one_line(
    content: str | None, options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content:
        (tmp_path / "a.txt").write_text(content, encoding="utf-8")
    assert main([str(tmp_path / "a.txt"), "--out", str(tmp_path / "index"), *options]) == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ") and said in error and error.count("\n") == 1
    assert not (tmp_path / "index").exists()
