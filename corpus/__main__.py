"""Print the outline of a corpus: sections with their pages and sizes.

Usage: python -m corpus corpus/notes/policy-notes.txt
"""

import argparse
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from corpus.chunking import chunk_document
from corpus.errors import CorpusError
from corpus.readers import read_corpus
from corpus.types import Document, Section

_WIDEST = 1_000  # characters; a tree is cut off at the width of the console, which is 80 in a pipe


def main(arguments: list[str] | None = None) -> int:
    """Print one tree a file; 2 with one line on standard error where a file cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description="Print the outline of a corpus.")
    parser.add_argument("corpus", type=Path, help="a file or a folder of documents")
    options = parser.parse_args(arguments)
    try:
        for document in read_corpus(options.corpus):
            Console(width=_WIDEST).print(outline(document), soft_wrap=True)
    except CorpusError as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    return 0


def outline(document: Document) -> Tree:
    """The sections of a document as a tree, each with its pages, characters and number of passages."""
    chunks = chunk_document(document)
    counts: dict[str, int] = {}
    for chunk in chunks:
        counts[chunk.section.id] = counts.get(chunk.section.id, 0) + 1
    title = f"{document.title}: {len(document.text):,} characters, {len(document.sections)} sections, {len(chunks)} passages"
    tree = Tree(Text(title, style="bold"))
    branches: list[tuple[Section, Tree]] = []
    for section in document.sections:
        branches = [(above, branch) for above, branch in branches if above.level < section.level]
        parent = branches[-1][1] if branches else tree
        branches.append((section, parent.add(_line(section, counts.get(section.id, 0)))))
    return tree


def _line(section: Section, passages: int) -> Text:
    pages = f"p. {section.pages.first}" + (f"–{section.pages.last}" if section.pages.last > section.pages.first else "")
    size = section.body_end - section.body_start
    number = section.number if section.number not in section.path[-1] else ""
    line = Text(f"{number} {section.path[-1]}".strip() if section.level > 1 else section.path[-1])
    line.append(f"  {pages}", style="cyan")
    line.append(f"  {size:,} characters, {passages} passages" if size else "", style="dim")
    line.append("  DONE" if section.done else "", style="green")
    line.append("  heading only" if section.end - section.start < len(section.title) + len(section.number) + 4 else "", style="red")
    return line


if __name__ == "__main__":
    sys.exit(main())
