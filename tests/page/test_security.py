"""Attacks on a running server, each by plain HTTP on this machine. What needs a browser is in test_security_browser."""

import httpx
import pytest
from gradio_calls import Caller

from assistant.errors import LONGEST_QUESTION
from assistant.page.memory import MOST_TURNS
from assistant.page.security import HEADERS, LARGEST_BODY

TRAVERSALS = [
    "gradio_api/file=/etc/passwd",
    "gradio_api/file=/work/main/app.py",
    "gradio_api/file=../../../../etc/passwd",
    "gradio_api/file=..%2f..%2f..%2fetc%2fpasswd",
    "gradio_api/file=%2e%2e/%2e%2e/etc/passwd",
    "gradio_api/file=..%5c..%5cetc%5cpasswd",
    "gradio_api/file=/etc/passwd%00.png",
    "gradio_api/file=file:///etc/passwd",
    "gradio_api/file=app.py",
    "gradio_api/file=.index/manifest.json",
    "static/..%2f..%2fapp.py",
    "assets/..%2f..%2f..%2fetc%2fpasswd",
    "svelte/..%2f..%2fetc%2fpasswd",
    "custom_component/x/y/..%2f..%2fapp.py",
    "../page/..%2fserver.py",
    "../page/%2e%2e/server.py",
]
INNER = ["http://127.0.0.1:7860/", "http://localhost/", "http://[::1]/", "http://0x7f000001/", "http://169.254.169.254/latest/"]
ODD_QUESTIONS = [7, True, {"path": "/etc/passwd"}, {"url": "http://127.0.0.1/"}, ["<script>"], "\u202eabc"]


@pytest.fixture(scope="module")
def caller(server: str) -> Caller:
    return Caller(server)


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_file_outside_the_page_is_served(server: str, path: str) -> None:
    answer = httpx.get(f"{server}/zh/{path}")
    assert answer.status_code in (400, 403, 404)
    assert "root:" not in answer.text and "import" not in answer.text


@pytest.mark.parametrize("url", INNER)
@pytest.mark.parametrize("route", ["gradio_api/file=", "gradio_api/proxy=", "proxy="])
def test_the_server_fetches_nothing_for_others(server: str, route: str, url: str) -> None:
    assert httpx.get(f"{server}/zh/{route}{url}").status_code in (400, 403, 404)


@pytest.mark.parametrize("count", [1, 1000])
def test_uploads_are_closed(server: str, count: int) -> None:
    files = [("files", (f"../../{i}.html", b"<script>", "text/html")) for i in range(count)]
    assert httpx.post(f"{server}/zh/gradio_api/upload", files=files).status_code == 404


@pytest.mark.parametrize(
    "path", ["login", "logout", "monitoring", "gradio_api/monitoring", "openapi.json", "docs", "gradio_api/openapi.json"]
)
def test_doors_that_nobody_needs_are_shut(server: str, path: str) -> None:
    assert httpx.get(f"{server}/zh/{path}").status_code == 404
    assert httpx.get(f"{server}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["/", "/zh/", "/en/", "/healthz", "/page/page.js", "/nowhere", "/zh/gradio_api/file=/etc/passwd"])
def test_every_answer_carries_the_headers(server: str, path: str) -> None:
    answer = httpx.get(f"{server}{path}")
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "server" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:7860", "127.0.0.1@evil.example", "10.0.0.1", ""])
def test_only_known_host_names_are_answered(server: str, host: str) -> None:
    assert httpx.get(f"{server}/zh/config", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:1", "http://localhost.evil.example"])
def test_other_sites_are_refused_without_a_cors_header(server: str, origin: str) -> None:
    answer = httpx.get(f"{server}/zh/config", headers={"Origin": origin})
    assert answer.status_code == 403
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_the_page_itself_may_ask_and_gets_no_cors_header(server: str) -> None:
    answer = httpx.get(f"{server}/zh/config", headers={"Origin": server})
    assert answer.status_code == 200
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("name", ["X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "Forwarded", "X-Direct-Url"])
def test_forwarded_headers_do_not_change_the_address(server: str, name: str) -> None:
    plain = httpx.get(f"{server}/zh/config").json()
    forged = httpx.get(f"{server}/zh/config", headers={name: "evil.example"}).json()
    assert forged["root"] == plain["root"] == f"{server}/zh"


def test_a_large_body_is_refused_by_its_length(server: str) -> None:
    assert httpx.post(f"{server}/zh/gradio_api/queue/join", content=b"x" * (LARGEST_BODY + 1)).status_code == 413


def test_a_large_body_is_refused_when_it_hides_its_length(server: str) -> None:
    chunks = (b"x" * 100_000 for _ in range(LARGEST_BODY // 100_000 + 2))
    try:
        answer = httpx.post(f"{server}/zh/gradio_api/queue/join", content=chunks)
    except httpx.WriteError:
        return  # the server hung up, which is a refusal too
    assert answer.status_code in (400, 413)  # the web framework may say it first, in its own way


@pytest.mark.parametrize("depth", [200, 2000, 100_000])
def test_nested_json_is_survived(server: str, depth: int) -> None:
    body = '{"data":' + "[" * depth + "]" * depth + ',"fn_index":0,"session_hash":"n"}'
    answer = httpx.post(f"{server}/zh/gradio_api/queue/join", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code < 600
    assert httpx.get(f"{server}/healthz").status_code == 200


def test_a_question_of_one_megabyte_gets_a_sentence(caller: Caller) -> None:
    rows, _, _, _, box = caller.send("submit", ["问" * 330_000, None])
    assert 'role="alert"' in rows["html"] and str(LONGEST_QUESTION) in rows["html"]  # type: ignore[index]
    assert len(str(box)) <= 2000


@pytest.mark.parametrize("question", ODD_QUESTIONS, ids=repr)
def test_anything_sent_as_a_question_is_taken_as_text(caller: Caller, question: object) -> None:
    rows, *_ = caller.send("submit", [question, None])
    assert rows["html"].startswith("<article")  # type: ignore[index]
    assert "root:" not in rows["html"] and "<script" not in rows["html"]  # type: ignore[index]


@pytest.mark.parametrize("question", [None, "", " \n\t ", "\x00\x07", "🙂", "。。。", "これはなんですか"], ids=repr)
def test_what_cannot_be_asked_gets_a_sentence(caller: Caller, question: object) -> None:
    rows, *_ = caller.send("submit", [question, None])
    assert 'role="alert"' in rows["html"]  # type: ignore[index]


def test_a_forged_history_shows_nothing_forged(caller: Caller) -> None:
    component = {"component": "html", "value": "<script>1</script>", "role": "system"}
    forged = {"conversations": [{"turns": [component, {"question": "宽带", "html": "<b>forged</b>"}]}], "current": 0, "role": "evil"}
    rows, _, _, memory, *_ = caller.send("begin", [forged])
    assert "forged" not in str(rows) + str(memory) and "<script>" not in str(rows)
    assert memory["conversations"][0]["turns"] == [{"question": "宽带", "within": [], "literal": False}]  # type: ignore[index]


def test_a_long_history_is_cut(caller: Caller) -> None:
    turns = [{"question": f"宽带 {i}"} for i in range(20_000)]
    _, _, _, memory, *_ = caller.send("narrow", [{"conversations": [{"turns": turns}], "current": 0}], {"within": ""})
    assert len(memory["conversations"][0]["turns"]) == MOST_TURNS  # type: ignore[index]


@pytest.mark.parametrize("sent", [[], None, "x", {}, 7, [1, 2, 3, 4], ["a", "b", 1, 2], ["policy-notes:5-2", "", 0, 0], ["x:" + "9" * 50]])
def test_odd_calls_of_the_script_lead_nowhere(caller: Caller, sent: object) -> None:
    for function in ("passage", "section"):
        answer = caller.serve(function, sent)
        assert answer.status_code == 200
        assert "panel-empty" in answer.json()["html"]


@pytest.mark.parametrize("function", ["__init__", "postprocess", "__class__", "get_config", "nothing"])
def test_only_the_functions_meant_for_the_script_can_be_called(caller: Caller, function: str) -> None:
    assert caller.serve(function, []).status_code == 404


def test_wrong_calls_tell_nothing_of_the_inside(caller: Caller) -> None:
    bodies = ({"data": [], "fn_index": 9999}, {"data": [1] * 50, "fn_index": 0}, {"data": [], "fn_index": -1}, {"fn_index": "x"}, {})
    for body in bodies:
        answer = httpx.post(f"{caller.base}/gradio_api/queue/join", json=body | {"session_hash": "wrong"})
        assert "Traceback" not in answer.text and "site-packages" not in answer.text


def test_readers_who_leave_in_the_middle_hold_nobody_up(caller: Caller) -> None:
    for number in range(40):
        session = f"gone{number}"
        caller.join("submit", ["宽带提速", None], session=session)
        with httpx.stream("GET", f"{caller.base}/gradio_api/queue/data", params={"session_hash": session}):
            pass
    rows, *_ = caller.send("submit", ["宽带提速降费", None])
    assert 'class="passages"' in rows["html"]  # type: ignore[index]
