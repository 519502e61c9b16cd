"""Without its encoder the page says, in each language, that only keywords are searched; with it, nothing."""

import json
from pathlib import Path

import httpx
import pytest
from small_library import SmallLibrary

from assistant.page.server import create_app
from assistant.page.strings.en import ENGLISH
from assistant.page.strings.zh import CHINESE


@pytest.mark.anyio
@pytest.mark.parametrize(("notice", "shown"), [("encoder_missing", True), (None, False)])
@pytest.mark.parametrize(("path", "words"), [("/zh/config", CHINESE.encoder_missing), ("/en/config", ENGLISH.encoder_missing)])
async def test_a_missing_encoder_is_said_on_the_page(
    library: SmallLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, notice: str | None, shown: bool, path: str, words: str
) -> None:
    monkeypatch.setattr(library, "notice", notice)
    app = create_app(library, tmp_path / "feedback.jsonl")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        config = json.dumps((await client.get(path)).json(), ensure_ascii=False)
    assert (words in config) is shown
