"""An index is published whole or not at all, and never searched where it does not belong."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from small_corpus import SMALL

from corpus.chunking import ChunkingOptions
from corpus.structure import build_document
from corpus.types import Chunk, Document
from index.errors import DamagedIndexError, IndexStoreError, MissingIndexError, StaleIndexError
from index.store import PassageIndex
from index.types import Encoded, Encoder, Hit

QUERIES = ["宽带提速", "政府数据", "投贷联动", "CPS 标准", "技术工人待遇"]
Everything = tuple[list[Hit], list[float], list[int], list[float]]


def search_all(index: PassageIndex, query: str) -> Everything:
    """What the three ways of searching find for one query."""
    assert index.encoder and index.dense and index.tokens
    encoded = index.encoder.encode_query(query)
    scores, positions = index.dense.nearest(encoded.vector, 9)
    return index.lexical.search(query, 9), scores.tolist(), positions, index.tokens.score(encoded.tokens, positions).tolist()


class OtherEncoder:
    """The small encoder under another fingerprint; `breaks` makes it fail on its first passage."""

    def __init__(self, behind: Encoder, breaks: Exception | None = None) -> None:
        self._behind, self._breaks = behind, breaks
        self.name, self.fingerprint, self.dimension = "other", "other-1", behind.dimension

    def encode_query(self, text: str) -> Encoded:
        return self._behind.encode_query(text)

    def encode_passages(self, texts: list[str]) -> list[Encoded]:
        if self._breaks:
            raise self._breaks
        return self._behind.encode_passages(texts)


@pytest.fixture
def folder(small_index: PassageIndex, small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the small index, to be spoiled."""
    return Path(shutil.copytree(small_folder, tmp_path / "copy"))


def files_of(folder: Path) -> Path:
    """The folder of the one generation beside the manifest."""
    (generation,) = [entry for entry in folder.iterdir() if entry.is_dir()]
    return generation


def flip_a_byte(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


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


def test_an_empty_folder_says_how_to_build_an_index(tmp_path: Path, small: Document, hash_encoder: Encoder) -> None:
    with pytest.raises(MissingIndexError) as missing:
        PassageIndex.open(tmp_path, [small], hash_encoder)
    assert str(missing.value) == f"no index in {tmp_path}; build one with: python -m index.build"


def test_files_without_their_manifest_are_no_index(folder: Path, small: Document, hash_encoder: Encoder) -> None:
    (folder / "manifest.json").unlink()
    with pytest.raises(MissingIndexError):
        PassageIndex.open(folder, [small], hash_encoder)


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-7])


@pytest.mark.parametrize("name", ["dense.faiss", "tokens.npy", "token-starts.npy", "token-spans.npy", "terms.json", "lexical/meta.json"])
@pytest.mark.parametrize(
    ("spoil", "said"), [(flip_a_byte, "not what was written"), (cut_short, "not what was written"), (Path.unlink, "missing")]
)
def test_a_spoiled_file_is_named(
    name: str, spoil: Callable[[Path], None], said: str, folder: Path, small: Document, hash_encoder: Encoder
) -> None:
    spoil(files_of(folder) / name)
    with pytest.raises(DamagedIndexError) as damaged:
        PassageIndex.open(folder, [small], hash_encoder)
    assert str(damaged.value) == f"{files_of(folder) / name} is {said}"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 1}', '{"format": 1, "unknown": 2}'])
def test_a_manifest_that_cannot_be_read_is_named(content: str, folder: Path, small: Document, hash_encoder: Encoder) -> None:
    (folder / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(DamagedIndexError, match=r"manifest\.json cannot be read"):
        PassageIndex.open(folder, [small], hash_encoder)


def test_an_index_of_another_corpus_encoder_or_chunking_is_stale(folder: Path, small: Document, hash_encoder: Encoder) -> None:
    changed = build_document("small", "small", SMALL.replace("50 兆比特", "100 兆比特"))
    other, options = OtherEncoder(hash_encoder), ChunkingOptions(target=100)
    for document, encoder, chunking, reason in (
        (changed, hash_encoder, None, "the corpus changed"),
        (small, other, None, "the encoder changed (hash-64 → other-1)"),
        (small, None, None, "the encoder changed (hash-64 → None)"),
        (small, hash_encoder, options, "the chunking changed"),
    ):
        with pytest.raises(StaleIndexError) as stale:
            PassageIndex.open(folder, [document], encoder, chunking)
        assert str(stale.value).startswith(f"the index in {folder} is out of date: {reason}")


def test_an_index_of_another_format_or_library_is_stale(folder: Path, small: Document, hash_encoder: Encoder) -> None:
    manifest = folder / "manifest.json"
    written = manifest.read_text(encoding="utf-8")
    for old, new, reason in (('"format": 1', '"format": 99', "has format 99"), ('"jieba": "', '"jieba": "0', "a library changed")):
        assert old in written
        manifest.write_text(written.replace(old, new), encoding="utf-8")
        with pytest.raises(StaleIndexError, match=reason):
            PassageIndex.open(folder, [small], hash_encoder)


@pytest.mark.parametrize("reason", [OSError(28, "No space left on device"), RuntimeError("the model broke"), KeyboardInterrupt()])
def test_a_build_that_fails_midway_leaves_the_old_index_usable(
    reason: BaseException, folder: Path, small: Document, small_index: PassageIndex, hash_encoder: Encoder
) -> None:
    breaking = OtherEncoder(hash_encoder, reason)  # type: ignore[arg-type]
    with pytest.raises((IndexStoreError, RuntimeError, KeyboardInterrupt)):
        PassageIndex.build(folder, [small], breaking)
    opened = PassageIndex.open(folder, [small], hash_encoder)
    assert search_all(opened, "宽带提速") == search_all(small_index, "宽带提速")
    assert len([entry for entry in folder.iterdir() if entry.is_dir()]) == 1


def test_a_new_build_replaces_the_old_one_and_removes_nothing_else(folder: Path, small: Document, hash_encoder: Encoder) -> None:
    old = files_of(folder)
    (folder / "diary.txt").write_text("mine", encoding="utf-8")
    (folder / "photos").mkdir()
    (folder / "photos" / "lexical.jpg").write_bytes(b"\xff")
    (folder / "half-written" / "lexical").mkdir(parents=True)
    PassageIndex.build(folder, [small], hash_encoder)
    assert not old.exists() and not (folder / "half-written").exists()
    assert (folder / "diary.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / "photos" / "lexical.jpg").exists()
    assert not list(folder.glob("manifest.json.*"))


def test_no_file_of_an_index_can_run_code_when_it_is_read(folder: Path) -> None:
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert not [file for file in files if file.suffix in (".pkl", ".pickle", ".pt", ".bin", ".joblib")]
    assert not [file for file in files if file.read_bytes()[:2] in (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")]


def test_a_corpus_without_text_and_a_folder_that_cannot_be_written_are_said(tmp_path: Path, small: Document, hash_encoder: Encoder) -> None:
    with pytest.raises(IndexStoreError, match="the corpus holds no text to index; put documents there"):
        PassageIndex.build(tmp_path, [build_document("a", "a", "一、总则\n")], hash_encoder)
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexStoreError) as refused:
        PassageIndex.build(tmp_path / "file" / "index", [small], hash_encoder)
    assert str(refused.value) == (
        f"the index cannot be written to {tmp_path / 'file' / 'index'} (Not a directory); name another folder with --index"
    )


def test_progress_goes_from_words_to_vectors_and_ends_at_one(tmp_path: Path, small: Document, hash_encoder: Encoder) -> None:
    told: list[tuple[str, float]] = []
    PassageIndex.build(tmp_path, [small], hash_encoder, progress=lambda stage, share: told.append((stage, share)))
    assert told == [("words", 0.0), ("words", 1.0), ("vectors", 1.0)]


def test_chunks_of_the_index_are_those_of_the_document(notes_index: PassageIndex, notes_chunks: list[Chunk]) -> None:
    assert list(notes_index.chunks) == notes_chunks
    assert notes_index.positions == {chunk.id: at for at, chunk in enumerate(notes_chunks)}
