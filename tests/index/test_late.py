"""MaxSim against a plain double loop, a case worked by hand, and the one of sentence-transformers."""

from pathlib import Path

import numpy as np
import pytest
from sentence_transformers.util import similarity

from index.late import TokenIndex
from index.types import Encoded, Vectors

SIZES = (3, 1, 7, 2, 20)


def unit_rows(n: int, seed: int) -> Vectors:
    rows = np.random.default_rng(seed).standard_normal((n, 16)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


PASSAGES = [unit_rows(size, seed) for seed, size in enumerate(SIZES)]
QUERY = unit_rows(5, seed=99)


@pytest.fixture
def tokens(tmp_path: Path) -> TokenIndex:
    encoded = [Encoded(rows[0], rows, tuple((at, at + 1) for at in range(len(rows)))) for rows in PASSAGES]
    TokenIndex.save(tmp_path, encoded, [0] * len(encoded))
    return TokenIndex.open(tmp_path)


def mean_of_best(query: Vectors, passage: Vectors) -> float:
    total = 0.0
    for q in query:
        best = -2.0
        for p in passage:
            best = max(best, sum(float(a) * float(b) for a, b in zip(q, p, strict=True)))
        total += best
    return total / len(query)


def test_maxsim_is_that_of_a_double_loop(tokens: TokenIndex) -> None:
    expected = [mean_of_best(QUERY, passage) for passage in PASSAGES]
    np.testing.assert_allclose(tokens.score(QUERY, range(5)), expected, atol=2e-3)  # tokens are kept in half precision


def test_maxsim_is_meanmaxsim_of_sentence_transformers(tokens: TokenIndex) -> None:
    kept = [tokens.tokens_of(at)[0] for at in range(5)]
    expected = similarity.mean_maxsim([QUERY], kept)[0].numpy()
    np.testing.assert_allclose(tokens.score(QUERY, range(5)), expected, atol=1e-6)


def test_a_case_worked_by_hand() -> None:
    east, north = [1.0, 0.0], [0.0, 1.0]
    passages = np.array([east, [0.6, 0.8], north], dtype=np.float16)
    index = TokenIndex(passages, np.array([0, 2, 3]), np.zeros((3, 2), dtype=np.int32))
    query = np.array([east, north], dtype=np.float32)
    np.testing.assert_allclose(index.score(query, [0, 1]), [(1 + 0.8) / 2, (0 + 1) / 2], atol=1e-3)


def test_the_order_of_the_positions_is_that_of_the_scores(tokens: TokenIndex) -> None:
    inorder = tokens.score(QUERY, range(5))
    assert list(tokens.score(QUERY, [4, 0, 4, 2])) == pytest.approx([inorder[4], inorder[0], inorder[4], inorder[2]])


def test_no_position_and_no_token_score_nothing(tokens: TokenIndex) -> None:
    assert tokens.score(QUERY, []).shape == (0,)
    assert list(tokens.score(QUERY[:0], [1, 2])) == [0, 0]


def test_the_tokens_and_spans_of_a_chunk_come_back_and_headings_are_negative(tmp_path: Path) -> None:
    encoded = [Encoded(rows[0], rows, tuple((at, at + 1) for at in range(len(rows)))) for rows in PASSAGES[:3]]
    TokenIndex.save(tmp_path, encoded, [2, 0, 3])
    index = TokenIndex.open(tmp_path)
    vectors, spans = index.tokens_of(2)
    np.testing.assert_allclose(vectors, PASSAGES[2], atol=1e-3)
    assert vectors.dtype == np.float32
    assert spans.tolist() == [[at - 3, at - 2] for at in range(7)]
    assert index.tokens_of(1)[1].tolist() == [[0, 1]]


def test_a_memory_mapped_index_scores_as_one_in_memory(tokens: TokenIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.late._IN_MEMORY", 0)
    mapped = TokenIndex.open(tmp_path)
    assert isinstance(mapped._tokens, np.memmap)
    assert list(mapped.score(QUERY, range(5))) == list(tokens.score(QUERY, range(5)))
