"""Fixtures of the index's tests: a small policy, indexed once with the encoder that needs no model."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import jieba
import pytest
from small_corpus import SMALL

from corpus.structure import build_document
from corpus.types import Document
from index.store import PassageIndex
from index.tokenizer import WordTokenizer
from index.types import Encoder


@pytest.fixture(scope="session", autouse=True)
def dictionary_read_once() -> Iterator[None]:
    """Reading jieba's dictionary takes a second, and every index reads it three times: each gets a copy."""
    words, total = jieba.Tokenizer.gen_pfdict(jieba.Tokenizer().get_dict_file())

    def copy(file: BinaryIO) -> tuple[dict[str, int], int]:
        file.close()
        return dict(words), total

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jieba.Tokenizer, "gen_pfdict", staticmethod(copy))
        yield


@pytest.fixture(scope="session")
def tokenizer() -> WordTokenizer:
    """jieba's own words alone."""
    return WordTokenizer()


@pytest.fixture(scope="session")
def small() -> Document:
    return build_document("small", "small", SMALL)


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("small")


@pytest.fixture(scope="session")
def small_index(small: Document, hash_encoder: Encoder, small_folder: Path) -> PassageIndex:
    return PassageIndex.build(small_folder, [small], hash_encoder)


@pytest.fixture
def folder(small_index: PassageIndex, small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the small index, to be spoiled."""
    return Path(shutil.copytree(small_folder, tmp_path / "copy"))
