"""Answers on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console, Group
from rich.markup import escape
from rich.panel import Panel
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from assistant.citation import format_citation
from assistant.types import Abstention, Answer, Language, Passage
from assistant.wording import reason_text

_STAGES = {"encoder": "loading the encoder", "words": "cutting words", "vectors": "encoding passages"}


def print_response(response: Answer | Abstention, console: Console | None = None) -> None:
    """Print the passages, the evidence marked; an abstention first says why."""
    console = console or Console()
    language = response.reading.language
    if response.reading.searched != " ".join(response.reading.question.split()):
        console.print(f"[dim]{'查找的是' if language == 'zh' else 'searched'}: {escape(response.reading.searched)}[/dim]")
    if isinstance(response, Abstention):
        console.print(f"[bold]{escape(reason_text(response.reason, language))}[/bold]\n")
    passages = response.nearest if isinstance(response, Abstention) else response.passages
    for passage in passages:
        console.print(_panel(passage, language, answers=isinstance(response, Answer)))


def _panel(passage: Passage, language: Language, answers: bool) -> Panel:
    quote = Text(passage.chunk.text)
    for start, end in passage.evidence:
        quote.stylize("bold yellow" if answers else "", start - passage.chunk.start, end - passage.chunk.start)
    return Panel(
        Group(quote, Text(format_citation(passage.citation, language), style="cyan")), title=f"[{passage.rank}]", title_align="left"
    )


@contextmanager
def show_progress() -> Iterator[Callable[[str, float], None]]:
    """A progress bar on standard error while the index is built; nothing where it is only opened, or no one looks."""
    console = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, object] = {}

        def report(stage: str, share: float) -> None:
            if stage != "encoder" and stage not in tasks:
                tasks[stage] = bar.add_task(_STAGES[stage], total=1.0)
            if stage in tasks:
                bar.update(tasks[stage], completed=share)  # type: ignore[arg-type]

        yield report
