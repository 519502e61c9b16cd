"""Ask the notes from the command line.

Usage: python -m assistant ask "问题" [-k 5] [--in SECTION] [--json]
       python -m assistant batch questions.jsonl --out results.jsonl [-k 10]
"""

import sys

from assistant.cli import app

if __name__ == "__main__":
    sys.exit(app())
