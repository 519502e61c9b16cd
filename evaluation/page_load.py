"""Fifty readers ask the page at once. Usage: python -m evaluation.page_load [--readers 50] [--out evaluation/results/page_load.json]."""

import argparse
import asyncio
import json
import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from evaluation.page_server import HOME, Served, serve_page

QUESTIONS = HOME / "evaluation" / "questions" / "answerable.jsonl"
RESULTS = HOME / "evaluation" / "results" / "page_load.json"


@dataclass(frozen=True, slots=True)
class Wait:
    """How one reader fared."""

    joined_at: float  # when the server had taken the question
    ok: bool
    seconds: float  # from sending the question to the whole answer
    done_at: float
    first_place: int | None  # the place in the queue that was shown first, from 0


async def ask(client: httpx.AsyncClient, number: int, question: str, function: int) -> Wait:
    """One reader: join the queue, read the stream until the answer."""
    session, begun = f"reader{number}", time.monotonic()
    joined = await client.post("/zh/gradio_api/queue/join", json={"data": [question, None], "fn_index": function, "session_hash": session})
    joined_at = time.monotonic() if joined.status_code == 200 else -1.0
    place: int | None = None
    async with client.stream("GET", "/zh/gradio_api/queue/data", params={"session_hash": session}) as stream:
        async for line in stream.aiter_lines():
            message = json.loads(line[5:]) if line.startswith("data:") else {}
            if message.get("msg") == "estimation" and place is None:
                place = message.get("rank")
            if message.get("msg") == "process_completed":
                now = time.monotonic()
                return Wait(joined_at, bool(message["success"]), now - begun, now, place)
    return Wait(joined_at, False, time.monotonic() - begun, time.monotonic(), place)


async def ask_all(served: Served, questions: list[str]) -> list[Wait]:
    """All readers at once, one connection each."""
    limits = httpx.Limits(max_connections=len(questions) + 5)
    async with httpx.AsyncClient(base_url=served.address, timeout=120, limits=limits) as client:
        config = (await client.get("/zh/config")).json()
        function = next(d["id"] for d in config["dependencies"] if any(name == "submit" for _, name in d["targets"]))
        await ask(client, -1, questions[0], function)  # the first answer warms the models
        return await asyncio.gather(*(ask(client, i, question, function) for i, question in enumerate(questions)))


def summary(waits: list[Wait], served: Served, busy: float) -> dict[str, object]:
    """The figures of a run; `busy` is the machine's load average before it, from which slow figures explain themselves."""
    seconds = sorted(wait.seconds for wait in waits)
    arrived, answered = sorted(waits, key=lambda wait: wait.joined_at), sorted(waits, key=lambda wait: wait.done_at)
    memory = psutil.Process(served.process_id).memory_info().rss
    return {
        "readers": len(waits),
        "errors": sum(not wait.ok for wait in waits),
        "p50_ms": round(statistics.median(seconds) * 1000),
        "p95_ms": round(seconds[int(len(seconds) * 0.95) - 1] * 1000),
        "last_ms": round(seconds[-1] * 1000),
        "answers_per_second": round(len(waits) / seconds[-1], 1),
        "shown_a_place_in_the_queue": sum(bool(wait.first_place) for wait in waits),
        "furthest_out_of_turn": max(abs(arrived.index(wait) - place) for place, wait in enumerate(answered)),
        "server_memory_mb": round(memory / 2**20),
        "start_to_ready_s": round(served.seconds_to_ready, 1),
        "cores": psutil.cpu_count(),
        "load_before": round(busy, 1),
    }


def main() -> None:
    """Serve, ask, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--out", type=Path, default=RESULTS)
    asked = parser.parse_args()
    busy = os.getloadavg()[0]
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines[: asked.readers]]
    with tempfile.TemporaryDirectory() as folder, serve_page(Path(folder) / "log", "--feedback", f"{folder}/feedback") as served:
        figures = summary(asyncio.run(ask_all(served, questions)), served, busy)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=2))  # noqa: T201


if __name__ == "__main__":
    main()
