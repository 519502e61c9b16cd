"""Tests reach nothing outside this machine and no index outside their own folder."""

import os
import socket
from pathlib import Path

import pytest

from assistant import opening


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("8.8.8.8", 53)])
def test_a_connection_outside_is_refused(address: tuple[str, int]) -> None:
    with socket.socket() as outside, pytest.raises(OSError, match="tests do not leave this machine"):
        outside.connect(address)
    with pytest.raises(OSError, match="tests do not leave this machine"):
        socket.create_connection(("hub.example.org", 443))


def test_a_connection_to_this_machine_is_made() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as here:
        assert here.getpeername() == server.getsockname()


def test_the_model_hub_is_off_and_the_index_goes_to_the_folder_of_the_test(tmp_path: Path) -> None:
    assert os.environ["HF_HUB_OFFLINE"] == "1"
    assert tmp_path in opening.INDEX_FOLDER.parents
