"""An opened index finds what the built one finds, in one thread or two."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from small_index import QUERIES, search_all

from corpus.types import Chunk, Document
from index.store import PassageIndex
from index.types import Encoder


def test_an_opened_index_gives_the_hits_of_the_built_one(
    folder: Path, small: Document, small_index: PassageIndex, hash_encoder: Encoder
) -> None:
    opened = PassageIndex.open(folder, [small], hash_encoder)
    assert opened.names == small_index.names
    assert opened.aliases == small_index.aliases == (("信息物理系统", "CPS"),)
    for query in QUERIES:
        found = search_all(opened, query)
        assert found == search_all(small_index, query)
        assert found[2]


def test_the_notes_opened_again_give_identical_hits(notes_index: PassageIndex, notes: Document, notes_folder: Path) -> None:
    opened = PassageIndex.open(notes_folder, [notes], notes_index.encoder)
    for query in ("宽带网络提速降费有什么要求？", "Who trains manufacturing talent?"):
        assert search_all(opened, query) == search_all(notes_index, query)


def test_two_threads_find_what_one_finds(small_index: PassageIndex) -> None:
    alone = [search_all(small_index, query) for query in QUERIES * 10]
    with ThreadPoolExecutor(2) as threads:
        together = list(threads.map(lambda query: search_all(small_index, query), QUERIES * 10))
    assert together == alone


def test_every_chunk_is_at_the_position_of_its_vector(small_index: PassageIndex, hash_encoder: Encoder) -> None:
    assert small_index.dense is not None and len(small_index.dense) == len(small_index.chunks) == 3
    for chunk in small_index.chunks:
        query = hash_encoder.encode_query(" ".join(chunk.section.path) + "\n" + chunk.text)
        assert small_index.dense.nearest(query.vector, 1)[1] == [small_index.positions[chunk.id]]


def test_token_spans_point_into_the_text_of_their_chunk(small_index: PassageIndex) -> None:
    assert small_index.tokens is not None
    for position, chunk in enumerate(small_index.chunks):
        spans = [(a, b) for a, b in small_index.tokens.tokens_of(position)[1].tolist() if a >= 0]
        assert "".join(chunk.text[a:b] for a, b in spans) == chunk.text


def test_without_an_encoder_there_is_keyword_search_alone(small: Document, tmp_path: Path) -> None:
    built = PassageIndex.build(tmp_path / "words", [small], None)
    assert (built.dense, built.tokens, built.encoder) == (None, None, None)
    assert built.lexical.search("宽带", 1)
    assert PassageIndex.open(tmp_path / "words", [small], None).lexical.search("宽带", 1) == built.lexical.search("宽带", 1)


def test_chunks_of_the_index_are_those_of_the_document(notes_index: PassageIndex, notes_chunks: list[Chunk]) -> None:
    assert list(notes_index.chunks) == notes_chunks
    assert notes_index.positions == {chunk.id: at for at, chunk in enumerate(notes_chunks)}
