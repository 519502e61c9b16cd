"""Opening an assistant builds an index that is missing, half-written, damaged or stale, and leaves a good one alone."""

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from small_corpus import SMALL

from assistant.opening import load
from corpus.types import Document
from index.store import PassageIndex

Spoil = Callable[[Path], object]


@pytest.fixture
def corpus_file(tmp_path: Path) -> Path:
    file = tmp_path / "small.txt"
    file.write_text(SMALL, encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def no_encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the embedded model the index holds words alone, which takes no half minute."""
    monkeypatch.setattr("assistant.opening.EMBEDDED", tmp_path / "no-model")


@pytest.fixture(scope="module")
def good_folder(small: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    PassageIndex.build(folder, [small], None)
    return folder


def generation(folder: Path) -> Path:
    return next(entry for entry in folder.iterdir() if entry.is_dir())


def flip_a_byte(folder: Path) -> None:
    file = generation(folder) / "terms.json"
    file.write_bytes(bytes([file.read_bytes()[0] ^ 1]) + file.read_bytes()[1:])


def change_the_chunking(folder: Path) -> None:
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('"target": ', '"target": 1'), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (shutil.rmtree, "Building the index in"),
        (lambda folder: (folder / "manifest.json").unlink(), "Building the index in"),
        (lambda folder: (folder / "manifest.json").write_text("{", encoding="utf-8"), "Rebuilding: "),
        (lambda folder: (generation(folder) / "terms.json").unlink(), "terms.json is missing"),
        (flip_a_byte, "terms.json is not what was written"),
        (change_the_chunking, "is out of date: the chunking changed"),
    ],
    ids=["missing", "half-written", "unreadable", "file removed", "byte flipped", "stale"],
)
def test_an_index_that_does_not_fit_is_built_again_with_a_line_that_says_why(
    spoil: Spoil, said: str, good_folder: Path, corpus_file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = Path(shutil.copytree(good_folder, tmp_path / "copy"))
    spoil(folder)
    with caplog.at_level(logging.INFO, "assistant.opening"):
        rebuilt, notice = load(folder, corpus_file)
    assert [said in record.getMessage() for record in caplog.records] == [True]
    assert notice == "encoder_missing"
    opened = PassageIndex.open(folder, rebuilt.documents, None)
    assert opened.lexical.search("宽带提速", 9) == rebuilt.lexical.search("宽带提速", 9) != []


def test_a_good_index_is_opened_as_it_is(good_folder: Path, corpus_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = generation(good_folder)
    with caplog.at_level(logging.INFO, "assistant.opening"):
        load(good_folder, corpus_file)
    assert caplog.records == []
    assert generation(good_folder) == before


def test_a_changed_corpus_is_indexed_again(good_folder: Path, corpus_file: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(good_folder, tmp_path / "copy"))
    corpus_file.write_text(SMALL.replace("光网覆盖", "卫星覆盖"), encoding="utf-8")
    changed, _ = load(folder, corpus_file)
    assert "卫星覆盖" in changed.chunks[0].text
    assert changed.lexical.search("卫星", 1)


def test_an_index_goes_to_the_folder_of_the_product_by_default(index_folder: Path, corpus_file: Path) -> None:
    load(corpus=corpus_file)
    assert (index_folder / "manifest.json").is_file()
