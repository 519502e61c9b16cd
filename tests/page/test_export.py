import base64
import io

import docx
import pytest
from small_library import EVIL, SmallLibrary

from assistant.page.answers import Answers
from assistant.page.desk import Desk
from assistant.page.export import Line, markdown, take_away
from assistant.page.strings import CHINESE, ENGLISH
from assistant.page.types import Exchange


def exchanges(library: SmallLibrary) -> list[Exchange]:
    page = Desk(Answers(library), CHINESE)
    first = page.ask(None, f"宽带{EVIL}？")
    return page.exchanges(page.ask(first.memory, "天气？").memory)


def test_markdown_quotes_every_passage_with_its_reference(library: SmallLibrary) -> None:
    file = take_away(exchanges(library), "markdown", CHINESE)
    text = base64.b64decode(file["base64"]).decode()
    assert file["name"].endswith(".md") and "> 第一句说宽带。" in text and "\\[Z\\]" in text and "不是答案" in text
    assert "<script>" not in text


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("* a", "\\* a"),
        ("1. 第二十五章", "1\\. 第二十五章"),
        ("- 一", "\\- 一"),
        ("# x", "\\# x"),
        ("工业 4.0 与 a_b", "工业 4.0 与 a\\_b"),
        ("<b>", "\\<b\\>"),
        ("2020. 年", "2020\\. 年"),
    ],
)
def test_markdown_does_not_read_the_words_of_the_notes(written: str, escaped: str) -> None:
    assert markdown([Line("note", written)], CHINESE).split("\n\n")[1].strip() == escaped


def test_word_holds_the_same_lines(library: SmallLibrary) -> None:
    file = take_away(exchanges(library), "docx", ENGLISH)
    document = docx.Document(io.BytesIO(base64.b64decode(file["base64"])))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert f"宽带{EVIL}？" in text and library.passage().chunk.text in text and "[Z]" in text


def test_word_survives_characters_that_xml_does_not_know(library: SmallLibrary) -> None:
    from assistant.page.export import word_file

    assert word_file([Line("quote", "a\x00b\x0bc\ud800")], CHINESE)


def test_an_empty_conversation_can_be_taken_away() -> None:
    assert take_away([], "docx", CHINESE)["base64"] and take_away([], "odd", CHINESE)["name"].endswith(".md")
