import pytest
from small_library import EVIL, SmallLibrary

from assistant.page import places
from assistant.page.reader import passage_panel, section_panel
from assistant.page.strings import CHINESE, ENGLISH


def panel(library: SmallLibrary, evidence: str = "", position: int = 2, count: int = 5) -> str:
    chunk = library.passage().chunk
    place = places.find_place(library, places.reference("small", chunk.start, chunk.end))
    return passage_panel(place, evidence, position, count, CHINESE)


def test_the_panel_marks_the_evidence_and_shows_page_and_position(library: SmallLibrary) -> None:
    start, end = library.passage().evidence[0]
    html = panel(library, f"{start}-{end}")
    assert "<mark>第一句说宽带。</mark>" in html
    assert "第 4 页" in html and ">2/5<" in html and "第 2 处，共 5 处" in html


def test_the_panel_shows_html_of_the_notes_as_text(library: SmallLibrary) -> None:
    html = panel(library)
    assert EVIL not in html and "&lt;script&gt;" in html and "文件&lt;b&gt;甲" in html


def test_the_next_page_is_shown_where_it_begins(library: SmallLibrary) -> None:
    assert '第三段<span class="page-turn" data-page="第 5 页"></span>在下一页。' in panel(library)


def test_the_first_and_last_passage_have_no_way_beyond(library: SmallLibrary) -> None:
    assert panel(library, position=1).count("disabled") == 1
    assert panel(library, position=1, count=1).count("disabled") == 2
    assert "data-step" not in panel(library, position=0, count=0)


def test_evidence_outside_the_passage_is_not_marked(library: SmallLibrary) -> None:
    assert "在下一页。</mark>" not in panel(library, "0-100000,40-60")


def test_an_empty_section_says_so(library: SmallLibrary) -> None:
    document, section = places.find_section(library, "small#1二")
    assert ENGLISH.only_heading in section_panel(document, section, ENGLISH)


@pytest.mark.parametrize("ref", ["", "small", "small:1", "other:1-2", "small:5-5", "small:9-3", "small:0-99999", "small:١-٢"])
def test_a_reference_to_nothing_is_an_error(library: SmallLibrary, ref: str) -> None:
    with pytest.raises(places.UnknownPlaceError):
        places.find_place(library, ref)


@pytest.mark.parametrize("ref", ["", "small", "small#9", "other#1", "#"])
def test_a_section_that_is_not_there_is_an_error(library: SmallLibrary, ref: str) -> None:
    with pytest.raises(places.UnknownPlaceError):
        places.find_section(library, ref)


def test_a_scope_keeps_only_what_exists(library: SmallLibrary) -> None:
    assert places.known_scope(library, ("1一", "9", "文件<b>甲</b>")) == ("1一", "文件<b>甲</b>")
    assert places.scope_label(library, ("1一",)) == "《文件<b>甲</b>》 › 一、总则"
