"""Where a passage stands, in the two forms of a citation and in both languages."""

import pytest

from assistant.citation import cite, format_citation, format_pages, gbt7714
from assistant.types import Citation, Language
from corpus.types import Chunk, PageSpan


def citation(*path: str, pages: tuple[int, int] = (13, 13)) -> Citation:
    return Citation("信息产业发展指南", path, "1.6.3（四）", PageSpan(*pages), 0, 9)


PATH = ("三、主要任务", "（四）建设新一代信息基础设施")


@pytest.mark.parametrize(
    ("pages", "language", "text"),
    [((13, 13), "zh", "第 13 页"), ((13, 14), "zh", "第 13–14 页"), ((13, 13), "en", "p. 13"), ((13, 14), "en", "pp. 13–14")],
)
def test_pages_are_said_in_the_reader_s_language(pages: tuple[int, int], language: Language, text: str) -> None:
    assert format_pages(PageSpan(*pages), language) == text


def test_citation_leads_from_the_document_down_to_the_page() -> None:
    assert format_citation(citation(*PATH)) == "《信息产业发展指南》 › 三、主要任务 › （四）建设新一代信息基础设施 · 第 13 页"
    assert format_citation(citation(), "en") == "《信息产业发展指南》 · p. 13"


@pytest.mark.parametrize(
    ("path", "pages", "language", "text"),
    [
        (PATH, (13, 13), "zh", "信息产业发展指南[Z]．三、主要任务，（四）建设新一代信息基础设施：13．"),
        (PATH, (13, 14), "zh", "信息产业发展指南[Z]．三、主要任务，（四）建设新一代信息基础设施：13-14．"),
        (PATH, (13, 13), "en", "信息产业发展指南[Z]. 三、主要任务，（四）建设新一代信息基础设施: 13."),
        ((), (13, 13), "zh", "信息产业发展指南[Z]．13．"),
        ((), (13, 13), "en", "信息产业发展指南[Z]. 13."),
    ],
)
def test_reference_follows_gbt_7714(path: tuple[str, ...], pages: tuple[int, int], language: Language, text: str) -> None:
    assert gbt7714(citation(*path, pages=pages), language) == text


def test_every_chunk_of_the_notes_is_cited_to_its_own_section_and_pages(notes_chunks: list[Chunk]) -> None:
    for chunk in notes_chunks:
        cited = cite(chunk)
        assert (cited.document, *cited.section_path) == chunk.section.path
        assert (cited.section_id, cited.pages, cited.start, cited.end) == (chunk.section.id, chunk.pages, chunk.start, chunk.end)
