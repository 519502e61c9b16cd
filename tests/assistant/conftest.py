"""The assistant over the notes as the product opens it, and over two short policies without a model."""

from pathlib import Path

import pytest
from tiny_policies import HARBOUR, RULES

from assistant.assistant import Assistant
from assistant.question.reading import QuestionReader, Steps
from corpus.structure import build_document
from corpus.types import Document
from index.store import PassageIndex
from index.types import Encoder


@pytest.fixture(scope="session")
def assistant(notes_index: PassageIndex) -> Assistant:
    return Assistant(notes_index)


@pytest.fixture(scope="session")
def reader(notes_index: PassageIndex) -> QuestionReader:
    """Reads questions over the notes with every step on."""
    return QuestionReader(notes_index, Steps())


@pytest.fixture(scope="session")
def policies() -> list[Document]:
    return [build_document("rules", "rules", RULES), build_document("harbour", "harbour", HARBOUR)]


@pytest.fixture(scope="session")
def policies_index(policies: list[Document], hash_encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> PassageIndex:
    return PassageIndex.build(tmp_path_factory.mktemp("policies"), policies, hash_encoder)


@pytest.fixture(scope="session")
def keyword_index(policies: list[Document], tmp_path_factory: pytest.TempPathFactory) -> PassageIndex:
    """The two policies without an encoder: words alone."""
    return PassageIndex.build(tmp_path_factory.mktemp("keywords"), policies, None)


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two policies as files of a folder."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "rules.txt").write_text(RULES, encoding="utf-8")
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    return folder
