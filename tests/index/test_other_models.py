"""Any sentence-transformers folder serves, also one that has no token vectors."""

from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer, models, pre_tokenizers

from corpus.types import Document
from index.encoder import SentenceEncoder
from index.errors import StaleIndexError
from index.store import PassageIndex

ROWS = np.array([[0, 0, 1, 0], [3, 4, 0, 0], [0, 5, 0, 12]], dtype=np.float32)  # [UNK], fibre, price


@pytest.fixture
def static_model(tmp_path: Path) -> Path:
    """A model of three words: the sentence vector is the mean of their rows, and there are no token vectors."""
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, "fibre": 1, "price": 2}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    model = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=ROWS)], device="cpu")
    model.save(str(tmp_path / "static"))
    return tmp_path / "static"


def test_without_token_vectors_the_sentence_vector_is_the_only_token(static_model: Path) -> None:
    encoded = SentenceEncoder(str(static_model)).encode_query("fibre price")
    mean = np.array([1.5, 4.5, 0, 6]) / np.linalg.norm([1.5, 4.5, 0, 6])
    np.testing.assert_allclose(encoded.vector, mean, atol=1e-6)
    np.testing.assert_allclose(encoded.tokens, [mean], atol=1e-6)
    assert encoded.spans == ((0, 11),)


def test_an_index_is_built_with_it_and_belongs_to_no_other_model(static_model: Path, small: Document, tmp_path: Path) -> None:
    encoder = SentenceEncoder(str(static_model))
    built = PassageIndex.build(tmp_path / "index", [small], encoder)
    assert built.dense is not None and len(built.dense) == len(built.chunks)
    with pytest.raises(StaleIndexError, match="the encoder changed"):
        PassageIndex.open(tmp_path / "index", [small], None)
