"""Serve the page. Usage: python app.py [--host 127.0.0.1] [--port 7860] [--encoder NAME_OR_FOLDER] [--index FOLDER] [--corpus PATH]."""

import argparse
import sys
from pathlib import Path

from assistant.page.serving import Address, ServingError, Sources, serve


def arguments(written: list[str] | None = None) -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description="Serve the page that answers questions from the policy notes.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=7860, help="port; the next free one is taken if it is in use (default: 7860)")
    parser.add_argument("--encoder", help="a sentence-transformers model, by name or folder (default: the embedded one)")
    parser.add_argument("--index", type=Path, help="folder of the index (default: .index beside this file)")
    parser.add_argument("--corpus", type=Path, help="file or folder of documents (default: the policy notes)")
    parser.add_argument("--feedback", type=Path, default=Path(".feedback/judged.jsonl"), help="file that takes readers' verdicts")
    parser.add_argument("--serve-others", action="store_true", help="allow a --host that other machines can reach; there is no login")
    parser.add_argument("--name", action="append", default=[], help="host name under which others reach this machine; may be repeated")
    return parser.parse_args(written)


def main(written: list[str] | None = None) -> int:
    """Serve until interrupted. The exit code is 2 where what was asked for cannot be done."""
    asked = arguments(written)
    try:
        address = Address(asked.host, asked.port, tuple(asked.name), asked.serve_others)
        serve(address, Sources(asked.index, asked.corpus, asked.encoder, asked.feedback))
    except ServingError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
