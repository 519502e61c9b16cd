"""What stands in front of the page: known hosts only, nothing forwarded, small bodies, no uploads, strict headers.

Each rule answers an attack that gradio alone lets through; `tests/page/test_security.py` tries them.
"""

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 2_000_000  # bytes; a question of 1 MB must get as far as the sentence that refuses it
LOOPBACK = ("127.0.0.1", "localhost", "::1")

# gradio's script compiles templates, so it does not start without 'unsafe-eval'; handlers in attributes stay forbidden
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "script-src-attr 'none'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
CLOSED = ("/upload", "/upload_progress", "/stream", "/openapi.json", "/proxy=", "/monitoring", "/login", "/logout", "/token")


class Porter:
    """Lets a request through to `app`, or refuses it with one line."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = (), others: bool = False) -> None:
        """Guard an app.

        :param hosts: names that a browser may use for this server, besides the loopback names.
        :param others: whether other machines are served; their browsers name this one by its address.
        """
        self.app = app
        self.hosts = {*LOOPBACK, *(host.lower() for host in hosts)}
        self.others = others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        scope["headers"] = [(name, value) for name, value in scope["headers"] if not _forwarded(name)]
        await _Body(self.app, receive, _with_headers(send)).run(scope)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._known(host):
            return PlainTextResponse("This server does not answer to that host name.", 400)
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            return PlainTextResponse("Requests from other sites are refused.", 403)
        if any(part in scope["path"] for part in CLOSED):
            return PlainTextResponse("Not found.", 404)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return PlainTextResponse(f"At most {LARGEST_BODY} bytes are taken.", 413)
        return None

    def _known(self, host: str) -> bool:
        name = (urlsplit(f"//{host}").hostname or "").lower() if _plausible(host) else ""
        return name in self.hosts or (self.others and _is_address(name))


class _Body:
    """Counts what arrives, since a body may come without its length or with a false one."""

    def __init__(self, app: ASGIApp, receive: Receive, send: Send) -> None:
        self.app, self.receive, self.send = app, receive, send
        self.taken = 0
        self.started = False

    async def run(self, scope: Scope) -> None:
        try:
            await self.app(scope, self._receive, self._send)
        except _TooLargeError:
            if not self.started:
                await PlainTextResponse(f"At most {LARGEST_BODY} bytes are taken.", 413)(scope, self.receive, self.send)

    async def _receive(self) -> Message:
        message = await self.receive()
        self.taken += len(message.get("body", b""))
        if self.taken > LARGEST_BODY:
            raise _TooLargeError
        return message

    async def _send(self, message: Message) -> None:
        self.started = True
        await self.send(message)


class _TooLargeError(Exception):
    pass


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sending


def _forwarded(name: bytes) -> bool:
    # gradio builds its own address from these; nobody in front of this server is known to set them
    return name.startswith(b"x-forwarded-") or name in (b"forwarded", b"x-real-ip", b"x-direct-url", b"x-gradio-server")


def _plausible(host: str) -> bool:
    return bool(host) and not any(character in host for character in "/?#@\\ ")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
