"""From an address to a served page: a port, the door, then the assistant and the page behind it.

gradio and the models are imported only once the door answers: they take seconds.
"""

import asyncio
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from assistant.page.door import Door
from assistant.page.security import LOOPBACK, Porter
from corpus.errors import CorpusError
from index.errors import IndexStoreError

if TYPE_CHECKING:
    from fastapi import FastAPI

PORTS_TRIED = 20
EXPECTED = (CorpusError, IndexStoreError)  # said in one line; anything else is a fault of ours and shows its trace
OTHERS = (
    "Anyone who can reach this machine on port {port} can ask and read all documents: there is no login, and no encryption without a proxy."
)


class ServingError(Exception):
    """Something asked for that cannot be served; one line with the next step."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen, and for whom."""

    host: str = "127.0.0.1"
    port: int = 7860
    names: tuple[str, ...] = ()  # host names, besides the loopback ones, that browsers may use
    others: bool = False  # other machines are served


@dataclass(frozen=True, slots=True)
class Sources:
    """What is served."""

    index: Path | None = None
    corpus: Path | None = None
    encoder: str | None = None
    feedback: Path = Path(".feedback/judged.jsonl")


def serve(address: Address, sources: Sources) -> None:
    """Serve until interrupted.

    :raises ServingError: if the address or the documents cannot be used.
    """
    listener = listen(address)
    port = listener.getsockname()[1]
    _say_where(address, port)
    door = Door()
    porter = Porter(door, (*address.names, address.host), address.others)
    # the door's own lifespan ends what it started; the limit keeps a browser's open stream from holding up the end
    settings = uvicorn.Config(porter, log_level="warning", server_header=False, timeout_graceful_shutdown=2, lifespan="on")
    asyncio.run(_serve(uvicorn.Server(settings), listener, door, sources))


def listen(address: Address) -> socket.socket:
    """A socket on the address, or on the next free port.

    :raises ServingError: naming what is wrong with the address.
    """
    if not 0 <= address.port <= 65535:
        raise ServingError(f"--port {address.port} is no port; choose one from 1024 to 65535, for example --port 7860")
    if address.host not in LOOPBACK and not address.others:
        raise ServingError(
            f"--host {address.host} would let other machines in, without a login; add --serve-others if you mean it, or leave --host out"
        )
    for port in range(address.port, min(address.port + PORTS_TRIED, 65536)):
        try:
            return _bound(address.host, port)
        except PermissionError as error:
            raise ServingError(f"--port {port} needs more rights; choose one above 1023, for example --port 7860") from error
        except socket.gaierror as error:
            raise ServingError(f"--host {address.host} is not an address of this machine; leave it out to use 127.0.0.1") from error
        except OSError as error:
            reason = error
    raise ServingError(f"no free port from {address.port} on, tried {PORTS_TRIED} ({reason}); choose another with --port")


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind, protocol)
    if os.name == "posix":  # elsewhere this would share a port that is in use
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(place)
        listener.listen(256)
    except OSError:
        listener.close()
        raise
    return listener


def _say_where(address: Address, port: int) -> None:
    if address.port not in (0, port):
        _say(f"Port {address.port} is in use; taking {port} instead.")
    if address.others:
        _say(OTHERS.format(port=port))
    host = "127.0.0.1" if address.host in ("0.0.0.0", "::") else address.host
    _say(f"Open http://{f'[{host}]' if ':' in host else host}:{port} in a browser. Ctrl+C ends.")


async def _serve(server: uvicorn.Server, listener: socket.socket, door: Door, sources: Sources) -> None:
    opening = asyncio.create_task(_open(door, sources))
    opening.add_done_callback(lambda done: _stop_if_failed(done, server))
    await server.serve(sockets=[listener])
    opening.cancel()
    problem = opening.exception() if opening.done() and not opening.cancelled() else None
    if isinstance(problem, EXPECTED):
        raise ServingError(str(problem)) from problem
    if problem is not None:
        raise problem


def _stop_if_failed(opening: "asyncio.Task[None]", server: uvicorn.Server) -> None:
    if not opening.cancelled() and opening.exception() is not None:
        server.should_exit = True


async def _open(door: Door, sources: Sources) -> None:
    app = await asyncio.to_thread(_build, door, sources)
    await door.open(app)
    _say("Ready.")


def _build(door: Door, sources: Sources) -> "FastAPI":
    from assistant.assistant import Assistant
    from assistant.page.server import create_app

    assistant = Assistant.open(sources.index, corpus=sources.corpus, encoder=sources.encoder, progress=_Told(door))
    door.progress("page", 0.0)
    return create_app(assistant, sources.feedback)


class _Told:
    """Progress told at the door and, a line a tenth, on the terminal."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self.said = ("", -1)

    def __call__(self, stage: str, share: float) -> None:
        self.door.progress(stage, share)
        tenth = (stage, int(share * 10))
        if stage == "vectors" and tenth != self.said:
            _say(f"Building the index: {tenth[1]}0 %")
        self.said = tenth


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
