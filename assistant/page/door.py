"""The door: answers from the first moment, with the progress of the index, until the page behind it is ready.

The page takes seconds to come (models, gradio, on the first start the index); a browser opened meanwhile is told so and goes on by itself.
"""

import asyncio
import contextlib
import json
from html import escape
from pathlib import Path
from string import Template

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.page.language import preferred_language
from assistant.page.strings import LANGUAGES

WAITING_PAGE = Template((Path(__file__).parent / "client" / "waiting.html").read_text(encoding="utf-8"))


class Door:
    """An ASGI app that shows the waiting page until `open` has been called."""

    def __init__(self) -> None:
        self.stage = "starting"
        self.share = 0.0
        self._inner: ASGIApp | None = None
        self._lifespans = contextlib.AsyncExitStack()

    def progress(self, stage: str, share: float) -> None:
        """Tell how far things are: `share` of `stage` is done, 0 to 1."""
        self.stage, self.share = stage, share

    async def open(self, app: FastAPI) -> None:
        """Let everybody through to `app`, started first."""
        await self._lifespans.enter_async_context(app.router.lifespan_context(app))
        self._inner = app

    async def close(self) -> None:
        """End what `open` started."""
        await self._lifespans.aclose()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the server's own start and end."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif self._inner is not None:
            await self._inner(scope, receive, send)
        else:
            await self._waiting(scope)(scope, receive, send)

    def _waiting(self, scope: Scope) -> Response:
        headers = {"Retry-After": "2", "Cache-Control": "no-store"}
        if scope["path"] == "/healthz":
            state = {"status": "starting", "stage": self.stage, "share": self.share}
            return JSONResponse(state, 503, headers=headers)
        words = LANGUAGES[preferred_language(Headers(scope=scope).get("accept-language", ""))]
        stages = json.dumps(dict(words.stages), ensure_ascii=False).replace("<", "\\u003c")
        page = WAITING_PAGE.substitute(html_lang=words.html_lang, title=escape(words.title), loading=escape(words.loading), stages=stages)
        return HTMLResponse(page, 503, headers=headers)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        with contextlib.suppress(asyncio.CancelledError):
            await self.close()
        await send({"type": "lifespan.shutdown.complete"})
