"""FAISS against one dot product with every vector."""

from pathlib import Path

import numpy as np
import pytest

from corpus.types import Chunk
from index.dense import DenseIndex
from index.store import PassageIndex
from index.types import Vectors


def unit_rows(n: int, dimension: int, seed: int = 0) -> Vectors:
    rows = np.random.default_rng(seed).standard_normal((n, dimension)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.mark.parametrize("k", [1, 10, 500])
def test_the_nearest_are_those_of_the_full_product(k: int) -> None:
    vectors, query = unit_rows(500, 48), unit_rows(1, 48, seed=1)[0]
    scores, positions = DenseIndex.build(vectors).nearest(query, k)
    products = vectors.astype(np.float64) @ query
    assert positions == list(np.argsort(-products)[:k])
    np.testing.assert_allclose(scores, products[positions], atol=1e-6)


def test_the_notes_are_ranked_as_by_the_full_product(notes_index: PassageIndex, notes_chunks: list[Chunk]) -> None:
    assert notes_index.dense is not None and notes_index.encoder is not None
    query = notes_index.encoder.encode_query("政府数据如何开放？").vector
    rows = np.stack([notes_index.dense._index.reconstruct(at) for at in range(len(notes_chunks))])
    scores, positions = notes_index.dense.nearest(query, 20)
    products = rows @ query
    np.testing.assert_allclose(scores, np.sort(products)[::-1][:20], atol=1e-6)
    assert set(positions[:10]) == set(np.argsort(-products)[:10])


def test_a_vector_is_nearest_to_itself_with_score_one() -> None:
    vectors = unit_rows(40, 8)
    index = DenseIndex.build(vectors)
    for at, vector in enumerate(vectors):
        scores, positions = index.nearest(vector, 1)
        assert positions == [at]
        assert scores[0] == pytest.approx(1, abs=1e-6)


def test_more_than_there_are_gives_all_of_them() -> None:
    scores, positions = DenseIndex.build(unit_rows(3, 4)).nearest(unit_rows(1, 4)[0], 99)
    assert sorted(positions) == [0, 1, 2]
    assert len(scores) == 3
    assert list(scores) == sorted(scores, reverse=True)


def test_a_query_of_another_dimension_is_refused_naming_both() -> None:
    with pytest.raises(ValueError, match=r"the query has shape \(5,\), the index dimension 4"):
        DenseIndex.build(unit_rows(3, 4)).nearest(unit_rows(1, 5)[0], 1)


def test_a_row_that_is_not_of_unit_length_is_refused_naming_it() -> None:
    vectors = unit_rows(3, 4)
    vectors[1] *= 2
    with pytest.raises(ValueError, match=r"row 1 has length 2\.000; unit vectors are needed"):
        DenseIndex.build(vectors)


def test_what_was_saved_is_opened(tmp_path: Path) -> None:
    built = DenseIndex.build(unit_rows(30, 8))
    built.save(tmp_path / "dense.faiss")
    opened = DenseIndex.open(tmp_path / "dense.faiss")
    query = unit_rows(1, 8, seed=2)[0]
    assert len(opened) == 30
    assert opened.nearest(query, 30)[1] == built.nearest(query, 30)[1]
