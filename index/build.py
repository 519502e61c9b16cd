"""Build the index of a corpus ahead of the first start.

Usage: python -m index.build [CORPUS] [--out FOLDER] [--encoder NAME_OR_FOLDER]
"""

import argparse
import sys
import time
from pathlib import Path

from corpus.errors import CorpusError
from corpus.readers import read_corpus
from index.encoder import SentenceEncoder
from index.errors import IndexStoreError
from index.store import PassageIndex

HOME = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Build the index and say how large it is; 2 with one line on standard error where it cannot be built."""
    parser = argparse.ArgumentParser(description="Build the index of a corpus.")
    parser.add_argument("corpus", nargs="?", type=Path, default=HOME / "corpus" / "notes", help="a file or a folder of documents")
    parser.add_argument("--out", type=Path, default=HOME / ".index", help="the folder of the index (default: .index)")
    parser.add_argument("--encoder", help="a sentence-transformers folder or hub name (default: the embedded model)")
    options = parser.parse_args(arguments)
    begun = time.perf_counter()
    try:
        built = PassageIndex.build(options.out, read_corpus(options.corpus), SentenceEncoder(options.encoder))
    except (CorpusError, IndexStoreError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    sys.stdout.write(f"{len(built.chunks)} passages in {options.out}, {time.perf_counter() - begun:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
