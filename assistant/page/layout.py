"""The Blocks of the page in one language: where things stand. What they do is in `desk` and `shelf`."""

import gradio as gr

from assistant.page import events, outline
from assistant.page.compare import compare_form
from assistant.page.desk import Desk
from assistant.page.frame import header, notice
from assistant.page.reader import empty_panel
from assistant.page.shelf import Call
from assistant.page.strings import Strings
from assistant.page.thread import welcome
from assistant.page.types import Library

STORAGE_KEY = "policy-notes-conversations"
# Not a secret from anybody: the browser's own store is the reader's. Fixed, so that conversations outlive a restart of the server.
STORAGE_SECRET = "policy-notes"

WAITING = 64  # questions in the queue before a new one is told to come back
AT_ONCE = 2  # answers in the making, one a core: more only makes each of them slower

START = "import('/page/page.js').then((page) => page.start({element, props, trigger, server, watch}));"
# gradio finds the names of own events by looking for them, quoted, in this script
NAMES = "['ask_this', 'begin', 'choose', 'forget', 'forget_all', 'narrow', 'take', 'set_beside', 'refresh']"


def build_page(desk: Desk, calls: list[Call]) -> gr.Blocks:
    """The page for one language."""
    words, library = desk.words, desk.answers.library
    page = gr.Blocks(title=words.title, analytics_enabled=False, fill_width=True)
    with page:
        memory = gr.BrowserState(None, storage_key=STORAGE_KEY, secret=STORAGE_SECRET)
        _html(header(words), "page-header")
        with gr.Row(elem_id="room", equal_height=False):
            with gr.Column(elem_id="desk", scale=6, min_width=320):
                if library.notice:
                    _html(notice(words), "notice")
                bar, thread, scope, box = _ask_view(words, calls)
                beside = _other_views(library, words)
            with gr.Column(elem_id="source", scale=5, min_width=320):
                _html(empty_panel(words), "panel")
        taken = gr.HTML(None, html_template="", js_on_load=None, elem_id="taken", visible="hidden")
        events.connect(events.Parts(page, thread, box, memory, bar, scope, beside, taken), desk)
    page.queue(max_size=WAITING, default_concurrency_limit=AT_ONCE, api_open=False)
    return page


def _ask_view(words: Strings, calls: list[Call]) -> tuple[gr.HTML, gr.HTML, gr.HTML, gr.Textbox]:
    with gr.Column(elem_id="view-ask"):
        bar = _html("", "bar")
        thread = gr.HTML(
            {"at": 0, "html": welcome(words), "go": False},
            html_template="",
            js_on_load=f"const names = {NAMES}; {START}",
            server_functions=calls,
            apply_default_css=False,
            elem_id="thread",
        )
        with gr.Column(elem_id="composer"):
            scope = _html("", "scope-slot")
            box = gr.Textbox(
                label=words.question,
                placeholder=words.placeholder,
                submit_btn=words.send,
                lines=1,
                max_lines=6,
                show_label=False,
                container=False,
                elem_id="question",
            )
    return bar, thread, scope, box


def _other_views(library: Library, words: Strings) -> gr.HTML:
    with gr.Column(elem_id="view-browse"):
        _html(outline.outline(library, words), "outline-slot")
    with gr.Column(elem_id="view-compare"):
        _html(compare_form(library, words), "compare-form-slot")
        return _html("", "compare-slot")


def _html(value: str, elem_id: str) -> gr.HTML:
    return gr.HTML(value, js_on_load=None, apply_default_css=False, elem_id=elem_id)
