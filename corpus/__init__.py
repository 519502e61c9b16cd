"""Documents in, chunks out: no model, no network."""

from corpus.readers import read_corpus, read_document

__all__ = ["read_corpus", "read_document"]
