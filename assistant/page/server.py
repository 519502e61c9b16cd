"""The page served: FastAPI around one gradio page for each language, and the small routes beside them."""

import hashlib
from pathlib import Path

import gradio as gr
from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.middleware.cors import CORSMiddleware

from assistant.page.answers import Answers
from assistant.page.desk import Desk
from assistant.page.feedback import feedback_call
from assistant.page.frame import document_head
from assistant.page.language import preferred_language
from assistant.page.layout import build_page
from assistant.page.shelf import shelf_calls
from assistant.page.strings import LANGUAGES, Strings
from assistant.page.types import Library

CLIENT = Path(__file__).parent / "client"
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
FONTS = ["system-ui", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"]
CLOSED = {"openapi_url": None, "docs_url": None, "redoc_url": None}  # nobody needs a description of the inner routes


def create_app(library: Library, feedback: Path) -> FastAPI:
    """The whole web application, without the porter.

    :param feedback: the file that takes the readers' verdicts.
    """
    app = FastAPI(**CLOSED)  # type: ignore[arg-type]
    # gradio answers other sites with their own origin, credentials allowed, unless its parent has a policy: ours is "nobody"
    app.add_middleware(CORSMiddleware, allow_origins=[])
    _add_routes(app)
    answers = Answers(library)
    for language, words in LANGUAGES.items():
        calls = [*shelf_calls(library, words), feedback_call(library, feedback)]
        _mount(app, build_page(Desk(answers, words), calls), words, f"/{language}")
    return app


def _mount(app: FastAPI, page: gr.Blocks, words: Strings, path: str) -> None:
    gr.mount_gradio_app(
        app,
        page,
        path,
        server_name="127.0.0.1",
        footer_links=[],
        run_history=False,
        app_kwargs=dict(CLOSED),
        show_error=False,
        max_file_size="1kb",
        ssr_mode=False,
        enable_monitoring=False,
        mcp_server=False,
        theme=gr.themes.Base(font=FONTS, font_mono=["ui-monospace", "monospace"]),
        head=document_head(words, _version()),
    )


def _add_routes(app: FastAPI) -> None:
    @app.get("/", include_in_schema=False)
    def front(request: Request) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/{preferred_language(request.headers.get('accept-language', ''))}/{query}", 307)

    @app.get("/healthz", include_in_schema=False)
    def health() -> Response:
        return JSONResponse({"status": "ready"})

    @app.get("/page/{name}", include_in_schema=False)
    def client_file(name: str) -> Response:
        path = CLIENT / name
        if path.parent != CLIENT or path.suffix not in KINDS or not path.is_file():
            return Response(status_code=404)
        return FileResponse(path, media_type=KINDS[path.suffix], headers={"Cache-Control": "no-cache"})

    @app.get("/favicon.ico", include_in_schema=False)
    def icon() -> Response:
        return FileResponse(CLIENT / "icon.svg", media_type="image/svg+xml")

    @app.get("/manifest.json", include_in_schema=False)
    def manifest() -> Response:
        return JSONResponse({"name": LANGUAGES["en"].title, "icons": [], "start_url": "/", "display": "browser"})


def _version() -> str:
    files = sorted(path for path in CLIENT.iterdir() if path.suffix in KINDS)
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]
