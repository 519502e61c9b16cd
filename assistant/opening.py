"""What an assistant opens: the corpus, the encoder, and the index, built with a line that says why where it does not fit."""

import logging
from pathlib import Path

from corpus.readers import read_corpus
from corpus.types import Document
from index.encoder import EMBEDDED, SentenceEncoder
from index.errors import DamagedIndexError, MissingIndexError, StaleIndexError
from index.store import PassageIndex
from index.types import Encoder
from index.verifier import AnswerVerifier
from index.writing import Progress

HOME = Path(__file__).resolve().parent.parent
NOTES = HOME / "corpus" / "notes"
INDEX_FOLDER = HOME / ".index"
logger = logging.getLogger(__name__)


def load(
    folder: Path | None = None, corpus: Path | None = None, encoder: str | None = None, progress: Progress | None = None
) -> tuple[PassageIndex, str | None]:
    """Open the index in a folder, or build it there on the first start and whenever it does not fit the corpus.

    :return: the index, and `encoder_missing` where the embedded model is not there and only keywords are searched.
    :raises CorpusError, IndexStoreError: with one line that says what to do.
    """
    folder, report = folder or INDEX_FOLDER, progress or (lambda stage, share: None)
    documents = read_corpus(corpus or NOTES)
    report("encoder", 0.0)
    loaded = SentenceEncoder(encoder) if encoder or EMBEDDED.is_dir() else None
    report("encoder", 1.0)
    return _open_or_build(folder, documents, loaded, report), None if loaded else "encoder_missing"


def _open_or_build(folder: Path, documents: list[Document], encoder: Encoder | None, report: Progress) -> PassageIndex:
    try:
        return PassageIndex.open(folder, documents, encoder)
    except MissingIndexError:
        logger.info("Building the index in %s", folder)
    except (StaleIndexError, DamagedIndexError) as reason:
        logger.warning("Rebuilding: %s", reason)
    return PassageIndex.build(folder, documents, encoder, progress=report)


def load_verifier(index: PassageIndex) -> AnswerVerifier | None:
    """The answer verifier, where it is there and was trained on the token vectors of this index's encoder."""
    try:
        verifier = AnswerVerifier.open()
    except (OSError, ValueError, KeyError) as error:
        logger.warning("Without the answer verifier (%s): near misses are refused less often", error)
        return None
    return verifier if index.encoder and verifier.encoder == index.encoder.fingerprint else None
