"""Calls to a running page as an attacker makes them: by plain HTTP, past everything that the browser would check."""

import json
from itertools import count

import httpx

_numbers = count()


class Caller:
    """Joins the queue of one language's page and reads what comes back."""

    def __init__(self, address: str, language: str = "zh") -> None:
        self.base = f"{address}/{language}"
        self.config = httpx.get(f"{self.base}/config").json()

    def function(self, event: str) -> int:
        """The position of the function that answers an event."""
        return next(d["id"] for d in self.config["dependencies"] if any(name == event for _, name in d["targets"]))

    def component(self, elem_id: str) -> int:
        """The id of a component."""
        return next(c["id"] for c in self.config["components"] if c["props"].get("elem_id") == elem_id)

    def join(self, event: str, data: list[object], event_data: object = None, session: str | None = None) -> httpx.Response:
        """Put a call into the queue."""
        body = {"data": data, "fn_index": self.function(event), "session_hash": session or f"s{next(_numbers)}", "event_data": event_data}
        return httpx.post(f"{self.base}/gradio_api/queue/join", json=body, timeout=30)

    def send(self, event: str, data: list[object], event_data: object = None) -> list[object]:
        """Put a call into the queue and wait for its outputs."""
        session = f"s{next(_numbers)}"
        joined = self.join(event, data, event_data, session)
        assert joined.status_code == 200, joined.text
        with httpx.stream("GET", f"{self.base}/gradio_api/queue/data", params={"session_hash": session}, timeout=30) as stream:
            for line in stream.iter_lines():
                message = json.loads(line.removeprefix("data:")) if line.startswith("data:") else {}
                if message.get("msg") == "process_completed":
                    assert message["success"], message
                    return list(message["output"]["data"])
        raise AssertionError("the stream ended without an answer")

    def serve(self, function: str, data: object) -> httpx.Response:
        """Call a function of the page's script."""
        body = {"component_id": self.component("thread"), "fn_name": function, "data": data, "session_hash": "s"}
        return httpx.post(f"{self.base}/gradio_api/component_server", json=body, timeout=30)
