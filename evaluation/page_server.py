"""A real server of the page in a process of its own, for measurements and tests."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
PATIENCE = 180.0  # seconds; on a busy machine the first index takes a minute


@dataclass(frozen=True, slots=True)
class Served:
    """A server that is ready: where, as which process, and how long it took from its start."""

    address: str
    process_id: int
    seconds_to_ready: float


@contextmanager
def serve_page(log: Path, *options: str) -> Iterator[Served]:
    """Serve on a free port for as long as the block lasts.

    :param log: file for what the server says.
    :param options: of `app.py`, besides the port.
    :raises RuntimeError: with the end of the log, if the server does not become ready.
    """
    command = [sys.executable, "app.py", "--port", "0", *options]
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=HOME, stdout=out, stderr=subprocess.STDOUT, env=os.environ | {"PYTHONUNBUFFERED": "1"})
    begun = time.monotonic()
    try:
        address = _ready_address(process, log)
        yield Served(address, process.pid, time.monotonic() - begun)
    finally:
        process.terminate()
        process.wait(20)


def _ready_address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        found = re.search(r"http://127\.0\.0\.1:\d+", log.read_text(encoding="utf-8"))
        if found and _healthy(found[0]):
            return found[0]
        time.sleep(0.1)
    raise RuntimeError(f"the server did not come up: {log.read_text(encoding='utf-8')[-3000:]}")


def _healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError):
        return False
