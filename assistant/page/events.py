"""The events of the page, each a few lines: unpack what was sent, call the desk, hand over the new screen."""

from collections.abc import Callable
from typing import Any, NamedTuple

import gradio as gr

from assistant.page.compare import side_by_side
from assistant.page.desk import Desk, Screen
from assistant.page.export import take_away

QUEUE = "questions"  # one queue for all that searches, so that the order of arrival holds
Outputs = tuple[dict[str, object], str, str, dict[str, object]]


class Parts(NamedTuple):
    """The components that events read or change."""

    page: gr.Blocks
    thread: gr.HTML
    box: gr.Textbox
    memory: gr.BrowserState
    bar: gr.HTML
    scope: gr.HTML
    beside: gr.HTML
    taken: gr.HTML


def connect(parts: Parts, desk: Desk) -> None:
    """Connect every event of the page with the desk."""
    screen = [parts.thread, parts.bar, parts.scope, parts.memory]
    settings: dict[str, Any] = {
        "concurrency_id": QUEUE,
        "show_progress": "minimal",
        "show_progress_on": parts.bar,
        "api_visibility": "private",
    }

    def load(memory: object, request: gr.Request) -> Outputs:
        return _outputs(desk.load(memory, _query(request)))

    def submit(question: object, memory: object) -> tuple[dict[str, object], str, str, dict[str, object], str]:
        after = desk.ask(memory, question if isinstance(question, str) else "")
        return (*_outputs(after), after.box)

    def take(memory: object, event: gr.EventData) -> dict[str, str]:
        return take_away(desk.exchanges(memory), _text(event, "format"), desk.words)

    def set_beside(event: gr.EventData) -> str:
        return side_by_side(desk.answers, _text(event, "question"), _text(event, "left"), _text(event, "right"), desk.words)

    parts.page.load(load, parts.memory, screen, **settings)
    asked = parts.box.submit(submit, [parts.box, parts.memory], [*screen, parts.box], js=SHOW_PENDING, **settings)
    asked.failure(None, None, None, js=SHOW_FAILED)
    for name, act in _acts(desk).items():
        getattr(parts.thread, name)(act, parts.memory, screen, **settings).failure(None, None, None, js=SHOW_FAILED)
    parts.thread.take(take, parts.memory, parts.taken, **settings).then(None, parts.taken, None, js=SAVE)
    parts.thread.set_beside(set_beside, None, parts.beside, **settings)


SHOW_PENDING = "(...sent) => { window.dispatchEvent(new CustomEvent('page:asked', {detail: sent[0]})); return sent; }"

SHOW_FAILED = "() => { window.dispatchEvent(new CustomEvent('page:failed')); }"
SAVE = "(file) => { window.dispatchEvent(new CustomEvent('page:taken', {detail: file})); }"


def _acts(desk: Desk) -> dict[str, Callable[..., Outputs]]:
    def ask_this(memory: object, event: gr.EventData) -> Outputs:
        within = tuple(key for key in _text(event, "within").split("\n") if key)
        return _outputs(desk.ask(memory, _text(event, "question"), within or None, _text(event, "literal") == "true"))

    def begin(memory: object) -> Outputs:
        return _outputs(desk.begin(memory))

    def choose(memory: object, event: gr.EventData) -> Outputs:
        return _outputs(desk.select(memory, _position(event)))

    def forget(memory: object, event: gr.EventData) -> Outputs:
        return _outputs(desk.forget(memory, _position(event)))

    def forget_all() -> Outputs:
        return _outputs(desk.forget_all())

    def narrow(memory: object, event: gr.EventData) -> Outputs:
        return _outputs(desk.narrow(memory, tuple(key for key in _text(event, "within").split("\n") if key)))

    def refresh(memory: object) -> Outputs:
        return _outputs(desk.load(memory, {}))

    acts = (ask_this, begin, choose, forget, narrow, refresh)
    return {act.__name__: act for act in acts} | {"forget_all": lambda memory: forget_all()}


def _outputs(screen: Screen) -> Outputs:
    return screen.rows._asdict(), screen.bar, screen.scope, screen.memory


def _text(event: gr.EventData, name: str) -> str:
    sent = event._data.get(name) if isinstance(event._data, dict) else None
    return sent if isinstance(sent, str) else ""


def _position(event: gr.EventData) -> int:
    written = _text(event, "position")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else -1


def _query(request: gr.Request) -> dict[str, list[str]]:
    query = request.query_params
    return {name: query.getlist(name) for name in ("q", "in", "as")}
