import asyncio
import json
import re
import subprocess
import sys

import httpx
import pytest
from fastapi import FastAPI

from assistant.page.door import Door
from assistant.page.language import preferred_language
from assistant.page.security import Porter
from assistant.page.serving import Address, ServingError, listen
from evaluation.page_server import HOME


def test_a_taken_port_gives_way_to_the_next_one() -> None:
    with listen(Address(port=0)) as first:
        taken = first.getsockname()[1]
        with listen(Address(port=taken)) as second:
            assert second.getsockname()[1] > taken


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (Address(port=70000), "--port 7860"),
        (Address(port=-1), "--port 7860"),
        (Address(host="0.0.0.0"), "--serve-others"),
        (Address(host="no.such.host.invalid", others=True), "not an address"),
    ],
)
def test_a_wrong_address_is_said_in_one_line_with_the_next_step(address: Address, said: str) -> None:
    with pytest.raises(ServingError, match=re.escape(said)) as caught:
        listen(address)
    assert "\n" not in str(caught.value)


def test_the_command_says_what_is_wrong_and_ends_with_two() -> None:
    for options, said in ((["--host", "0.0.0.0"], "--serve-others"), (["--port", "0", "--corpus", "/nowhere.txt"], "/nowhere.txt")):
        done = subprocess.run([sys.executable, "app.py", *options], cwd=HOME, capture_output=True, text=True, timeout=60)
        assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,en;q=0.9,zh;q=0.5", "en"),
        ("de-DE,de;q=0.9", "en"),
        ("de,zh;q=0.4,en;q=0.2", "zh"),
        ("en;q=0.1,zh", "zh"),
        ("", "zh"),
        ("*;q=x;;;,", "zh"),
    ],
)
def test_the_browsers_language_decides(accepted: str, language: str) -> None:
    assert preferred_language(accepted) == language


def test_the_door_tells_the_progress_until_the_page_is_there() -> None:
    async def story() -> None:
        door = Door()
        app = FastAPI()
        app.get("/")(lambda: {"page": True})
        door.progress("vectors", 0.4)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(door), base_url="http://door") as client:
            waiting = await client.get("/", headers={"Accept-Language": "en"})
            health = await client.get("/healthz")
            assert waiting.status_code == health.status_code == 503
            assert "Policy Notes Assistant" in waiting.text and "<progress" in waiting.text
            assert health.json() == {"status": "starting", "stage": "vectors", "share": 0.4}
            await door.open(app)
            assert (await client.get("/")).json() == {"page": True}
        await door.close()

    asyncio.run(story())


def test_the_waiting_page_names_every_stage() -> None:
    from assistant.page.strings import LANGUAGES

    for words in LANGUAGES.values():
        assert {"starting", "encoder", "words", "page", "other"} <= dict(words.stages).keys()
        assert json.dumps(dict(words.stages))


@pytest.mark.parametrize(
    ("host", "names", "others", "status"),
    [
        ("localhost:7860", (), False, 200),
        ("[::1]:7860", (), False, 200),
        ("kb.example", (), True, 400),
        ("kb.example", ("KB.example",), True, 200),
        ("192.0.2.7:7860", (), True, 200),
        ("192.0.2.7", (), False, 400),
    ],
)
def test_the_porter_knows_whom_to_answer(host: str, names: tuple[str, ...], others: bool, status: int) -> None:
    app = FastAPI()
    app.get("/")(lambda: {"page": True})

    async def visit() -> int:
        transport = httpx.ASGITransport(Porter(app, names, others))
        async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
            return (await client.get("/", headers={"Host": host})).status_code

    assert asyncio.run(visit()) == status
