"""A library full of HTML: one small document, one passage of it for every question."""

from collections.abc import Sequence

from assistant.errors import QuestionError
from assistant.types import Abstention, Answer, Citation, Passage, Reading, Reason, Stage
from corpus.types import Chunk, Document, PageSpan, Section

EVIL = '<img src=x onerror="window.stolen=1"><script>window.stolen=2</script>'
TEXT = f"一、总则\n第一句说宽带。{EVIL}第二句说“数据”。\n第三段在下一页。\n二、空节\n"


def small_document() -> Document:
    """Two sections, the second only a heading; page 5 begins inside the third paragraph. Titles hold HTML too."""
    start = TEXT.index("二、空节")
    body = TEXT.index("第一句")
    title = "文件<b>甲</b>"
    whole = Section("1", "1", title, (title,), 1, 0, len(TEXT), 0, 0, PageSpan(4, 5))
    first = Section("1一", "一、", "总则", (title, "一、总则"), 2, 0, start, body, start - 1, PageSpan(4, 5), done=True)
    empty = Section("1二", "二、", "空节", (title, "二、空节"), 2, start, len(TEXT), len(TEXT), len(TEXT), PageSpan(5, 5))
    return Document("small", "small", TEXT, (whole, first, empty), (0, TEXT.index("在下一页")), first_page=4)


class SmallLibrary:
    """Answers everything with the small document's one passage; abstains from weather; refuses blanks."""

    notice = None

    def __init__(self) -> None:
        self.documents = (small_document(),)
        self.asked: list[tuple[str, tuple[str, ...], tuple[str, ...], bool]] = []

    def document(self, document_id: str) -> Document:
        return self.documents[0]

    def ask(
        self, question: str, history: Sequence[str] = (), k: int = 5, within: Sequence[str] = (), literal: bool = False
    ) -> Answer | Abstention:
        self.asked.append((question, tuple(history), tuple(within), literal))
        if not question.strip():
            raise QuestionError("blank")
        follows = "呢" in question and bool(history)
        reading = Reading(question, f"{history[-1]} {question}" if follows else question, "zh", carried=("宽带",) if follows else ())
        if "天气" in question:
            return Abstention(question, Reason("not_answered"), (self.passage(),), reading)
        return Answer(question, (self.passage(),), reading)

    def passage(self) -> Passage:
        """The first body paragraph, with its first sentence as evidence."""
        section = self.documents[0].sections[1]
        start, end = section.body_start, TEXT.index("\n第三段")
        chunk = Chunk("small:0", "small", TEXT[start:end], section, start, end, PageSpan(4, 4))
        citation = Citation(section.document, section.path[1:], section.id, chunk.pages, start, end)
        stages = (Stage("lexical", 2, 3.5), Stage("dense", 1, 0.8), Stage("fused", 1, 0.03))
        return Passage(1, chunk, 0.03, stages, citation, ((start, TEXT.index("。") + 1),), ("宽带",))
