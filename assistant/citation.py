"""Say where a passage stands, for a reader of the page and for a reference list."""

from assistant.types import Citation, Language
from corpus.types import Chunk, PageSpan


def cite(chunk: Chunk) -> Citation:
    """The citation of a chunk: its document, the sections down to it, and its printed pages."""
    section = chunk.section
    return Citation(section.document, section.path[1:], section.id, chunk.pages, chunk.start, chunk.end)


def format_citation(citation: Citation, language: Language = "zh") -> str:
    """`《信息产业发展指南》 › 三、主要任务 › （四）建设新一代信息基础设施 · 第 13 页`."""
    return f"{' › '.join((f'《{citation.document}》', *citation.section_path))} · {format_pages(citation.pages, language)}"


def format_pages(pages: PageSpan, language: Language = "zh") -> str:
    """`第 13 页`, `第 13–14 页`; `p. 13`, `pp. 13–14`."""
    span = str(pages.first) if pages.first == pages.last else f"{pages.first}–{pages.last}"
    return f"第 {span} 页" if language == "zh" else f"{'p.' if pages.first == pages.last else 'pp.'} {span}"


def gbt7714(citation: Citation, language: Language = "zh") -> str:
    """The passage as an entry of a reference list by GB/T 7714-2015: title, [Z] for other documents, place, pages."""
    place = "，".join(citation.section_path)
    pages = f"{citation.pages.first}" if citation.pages.first == citation.pages.last else f"{citation.pages.first}-{citation.pages.last}"
    stop, colon = ("．", "：") if language == "zh" else (". ", ": ")
    return f"{citation.document}[Z]{stop}{place + colon if place else ''}{pages}{stop.strip()}"
