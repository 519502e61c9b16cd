"""What can go wrong with an index.

IndexStoreError
├── MissingIndexError   no index in this folder
├── StaleIndexError     made from another corpus, encoder, chunking or version
├── DamagedIndexError   a file is missing, cut short or changed
└── EncoderError        the model cannot be loaded, or is not the one its checksum names

Each message is one line: what is wrong with which value, and what to do.
"""


class IndexStoreError(Exception):
    """Anything wrong with the index or the encoder behind it."""


class MissingIndexError(IndexStoreError):
    """There is no index in the folder."""


class StaleIndexError(IndexStoreError):
    """The index does not belong to this corpus, encoder, chunking or version."""


class DamagedIndexError(IndexStoreError):
    """The index is half there, or its files are not the ones that were written."""


class EncoderError(IndexStoreError):
    """The sentence-transformer cannot be used."""
