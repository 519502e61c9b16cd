"""The command line: one question, or a file of them. Heavy libraries are loaded by the commands, not by the module."""

import io
import json
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from assistant.assistant import Assistant

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="Ask the policy notes; get cited passages, word for word.", rich_markup_mode=None
)
_Index = Annotated[Path | None, typer.Option("--index", help="Folder of the index; built where it is missing. Default: .index")]
_Encoder = Annotated[str | None, typer.Option("--encoder", help="A sentence-transformers folder or hub name. Default: the embedded model")]
_Corpus = Annotated[Path | None, typer.Option("--corpus", help="A file or folder of documents. Default: the policy notes")]
BAD_INPUT = 2  # exit status


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="In Chinese or English; - reads it from standard input")],
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages")] = 5,
    within: Annotated[list[str] | None, typer.Option("--in", help="Search only this section or document; may be repeated")] = None,
    literal: Annotated[bool, typer.Option("--literal", help="Search the question as it is typed")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of text")] = False,
    index: _Index = None,
    encoder: _Encoder = None,
    corpus: _Corpus = None,
) -> None:
    """Answer one question with passages of the notes."""
    from assistant.errors import QuestionError
    from assistant.question import check_question
    from corpus.errors import CorpusError

    try:
        text = _read_input() if question == "-" else question
        check_question(text)  # before the model is loaded: a bad question is told at once
        response = _open(index, encoder, corpus).ask(text, k=k, within=within or (), literal=literal)
    except (QuestionError, CorpusError) as error:
        _fail(str(error))
    if as_json:
        from assistant.records import to_record

        typer.echo(json.dumps(to_record(response), ensure_ascii=False))
    else:
        from assistant.printing import print_response

        print_response(response)


@app.command()
def batch(
    questions: Annotated[Path, typer.Argument(help='JSON lines: {"id", "question", "history": [earlier questions, optional]}')],
    out: Annotated[Path, typer.Option("--out", help="Where the JSON lines of the results go")],
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages a question")] = 10,
    index: _Index = None,
    encoder: _Encoder = None,
    corpus: _Corpus = None,
) -> None:
    """Answer a file of questions, one JSON line each; a bad line is reported and the rest goes on."""
    from assistant.batch import answer_file
    from assistant.errors import BatchFileError

    try:
        bad = answer_file(questions, out, lambda: _open(index, encoder, corpus), k)
    except BatchFileError as error:
        _fail(str(error))
    for line in bad:
        typer.echo(line, err=True)


def _read_input() -> str:
    """Standard input; bytes that are no text come through as what the question's check refuses."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    return sys.stdin.read()


def _open(index: Path | None, encoder: str | None, corpus: Path | None) -> "Assistant":
    from assistant.assistant import Assistant
    from assistant.printing import show_progress
    from corpus.errors import CorpusError
    from index.errors import IndexStoreError

    logging.getLogger("assistant").addHandler(logging.StreamHandler())
    try:
        with show_progress() as progress:
            assistant = Assistant.open(index, corpus=corpus, encoder=encoder, progress=progress)
    except (CorpusError, IndexStoreError) as error:
        _fail(str(error))
    if assistant.notice == "encoder_missing":
        typer.echo("models/policy-encoder is missing: searching by keyword alone. Restore it with: git checkout -- models", err=True)
    return assistant


def _fail(message: str) -> NoReturn:
    typer.echo(f"error: {message}", err=True)
    raise typer.Exit(BAD_INPUT)
