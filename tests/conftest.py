"""What every test may rely on: no network but loopback, no index but in its own folder, the notes read and indexed once."""

import os

os.environ["HF_HUB_OFFLINE"] = "1"  # read when the model libraries are imported

import ipaddress
import socket
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.chunking import chunk_document
from corpus.readers import read_document
from corpus.types import Chunk, Document
from index.encoder import SentenceEncoder
from index.store import PassageIndex
from index.types import Encoded, Scores

NOTES = Path(__file__).parent.parent / "corpus" / "notes" / "policy-notes.txt"


class HashEncoder:
    """Every character is a token with a vector drawn from its code: texts that share characters are near each other."""

    name, fingerprint, dimension = "hash", "hash-64", 64

    def encode_query(self, text: str) -> Encoded:
        return self.encode_passages([text])[0]

    def encode_passages(self, texts: list[str]) -> list[Encoded]:
        tokens = [np.stack([_drawn(c) for c in text]) for text in texts]
        spans = [tuple((at, at + 1) for at in range(len(text))) for text in texts]
        return [Encoded(_unit(rows.mean(axis=0)), rows, ends) for rows, ends in zip(tokens, spans, strict=True)]


@cache
def _drawn(character: str) -> Scores:
    return _unit(np.random.default_rng(ord(character)).standard_normal(HashEncoder.dimension).astype(np.float32))


def _unit(vector: Scores) -> Scores:
    return vector / np.linalg.norm(vector)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Connections and look-ups of anything but this machine fail at once."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _fenced(getattr(socket.socket, name)))
        looked_up = socket.getaddrinfo
        patch.setattr(socket, "getaddrinfo", lambda host, *rest, **named: looked_up(_own(host), *rest, **named))
        yield


def _fenced(connect: Callable[..., Any]) -> Callable[..., Any]:
    def connect_at_home(this: socket.socket, address: Any) -> Any:
        if this.family in (socket.AF_INET, socket.AF_INET6):
            _own(address[0])
        return connect(this, address)

    return connect_at_home


def _own(host: str | bytes | None) -> str | bytes | None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost", socket.gethostname()) or _is_loopback(str(name)):
        return host
    raise socket.gaierror(socket.EAI_NONAME, f"tests do not leave this machine: {name}")


def _is_loopback(name: str) -> bool:
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


@pytest.fixture(autouse=True)
def index_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an index goes that no one names a folder for."""
    monkeypatch.setattr("assistant.opening.INDEX_FOLDER", tmp_path / "index")
    return tmp_path / "index"


@pytest.fixture(scope="session")
def hash_encoder() -> HashEncoder:
    return HashEncoder()


@pytest.fixture(scope="session")
def notes_file() -> Path:
    return NOTES


@pytest.fixture(scope="session")
def notes() -> Document:
    return read_document(NOTES)


@pytest.fixture(scope="session")
def notes_chunks(notes: Document) -> list[Chunk]:
    return chunk_document(notes)


@pytest.fixture(scope="session")
def sentence_encoder() -> SentenceEncoder:
    return SentenceEncoder()


@pytest.fixture(scope="session")
def notes_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("notes") / "index"


@pytest.fixture(scope="session")
def notes_index(notes: Document, sentence_encoder: SentenceEncoder, notes_folder: Path) -> PassageIndex:
    """The notes as the product indexes them; built once, half a minute on two busy cores."""
    return PassageIndex.build(notes_folder, [notes], sentence_encoder)
