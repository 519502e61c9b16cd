"""What can go wrong with a corpus.

CorpusError
├── UnreadableFileError     missing, a folder, empty, binary, not text, or no permission
└── UnknownSectionError     no section or document of that name

Each message is one line: what is wrong with which value, and what to do.
"""


class CorpusError(Exception):
    """Anything wrong with the documents themselves."""


class UnreadableFileError(CorpusError):
    """A corpus file that cannot be read as text."""


class UnknownSectionError(CorpusError):
    """A section or document that the corpus does not have."""
