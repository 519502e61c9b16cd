"""Chunks are whole sentences of one section, verbatim and disjoint, and together the whole body."""

import itertools
import re

import pytest

from corpus.chunking import ChunkingOptions, chunk_document, split_sentences
from corpus.structure import build_document
from corpus.types import Chunk, Document

OPTIONS = ChunkingOptions()


def chunks_of(body: str, options: ChunkingOptions | None = None) -> list[str]:
    return [chunk.text for chunk in chunk_document(build_document("a", "a", f"一、总则\n\n{body}\n"), options)]


def test_every_chunk_of_the_notes_is_cut_from_the_text(notes: Document, notes_chunks: list[Chunk]) -> None:
    assert notes_chunks
    assert all(notes.text[c.start : c.end] == c.text and c.text == c.text.strip() for c in notes_chunks)
    assert len({c.id for c in notes_chunks}) == len(notes_chunks)


def test_chunks_of_the_notes_are_in_order_and_do_not_overlap(notes_chunks: list[Chunk]) -> None:
    assert all(a.end <= b.start for a, b in itertools.pairwise(notes_chunks))


def test_every_character_but_headings_is_in_a_chunk_of_its_own_section(notes: Document, notes_chunks: list[Chunk]) -> None:
    owner = {at: c.section.id for c in notes_chunks for at in range(c.start, c.end)}
    body = {at: s.id for s in notes.sections for at in range(s.body_start, s.body_end) if not notes.text[at].isspace()}
    assert {at: owner.get(at) for at in body} == body
    assert all(notes.text[at].isspace() for at in owner.keys() - body.keys())


def test_only_headings_are_in_no_chunk(notes: Document, notes_chunks: list[Chunk]) -> None:
    covered = bytearray(len(notes.text))
    for chunk in notes_chunks:
        covered[chunk.start : chunk.end] = b"\1" * (chunk.end - chunk.start)
    left = "".join(c for c, taken in zip(notes.text, covered, strict=True) if not taken)
    titles = "".join(s.title + s.number for s in notes.sections)
    assert set(re.findall(r"[\u4e00-\u9fff]", left)) <= set(titles)
    assert len(re.findall(r"[\u4e00-\u9fff]", left)) < len(titles)


def test_chunks_of_the_notes_begin_and_end_with_whole_sentences(notes: Document, notes_chunks: list[Chunk]) -> None:
    sentences = [span for s in notes.sections for span in split_sentences(notes.text, s.body_start, s.body_end)]
    long = [(a, b) for a, b in sentences if b - a > OPTIONS.most]  # only these may be cut
    starts, ends = {a for a, _ in sentences}, {b for _, b in sentences}
    cuts = {c.start for c in notes_chunks} - starts | {c.end for c in notes_chunks} - ends
    assert all(any(a < cut < b for a, b in long) for cut in cuts)


def test_sizes_keep_to_the_options(notes: Document, notes_chunks: list[Chunk]) -> None:
    assert max(len(c.text) for c in notes_chunks) <= OPTIONS.most
    mean = sum(len(c.text) for c in notes_chunks) / len(notes_chunks)
    assert 0.7 * OPTIONS.target < mean < 1.2 * OPTIONS.target
    for short in (c for c in notes_chunks if len(c.text) < OPTIONS.least):  # alone in its section, or no room beside it
        before = [c for c in notes_chunks if c.section.id == short.section.id and c.end <= short.start][-1:]
        assert not before or short.end - before[0].start > OPTIONS.most


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙！丙？丁", ["甲。", "乙！", "丙？", "丁"]),
        ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
        ("一行\n二行", ["一行", "二行"]),
        ("甲；乙，丙。", ["甲；乙，丙。"]),
        ("工业 4.0 是战略。", ["工业 4.0 是战略。"]),
        ("Prices go down. Data are open (free). Really?", ["Prices go down.", "Data are open (free).", "Really?"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_at_their_marks(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == sentences


def test_a_long_sentence_is_cut_at_clauses_into_about_equal_parts() -> None:
    sentence = "推动信息化建设，" * 80 + "完成任务。"
    first, second = chunks_of(sentence)
    assert first + second == sentence
    assert first.endswith("，")
    assert abs(len(first) - len(second)) <= 10


def test_a_long_sentence_without_clauses_is_cut_by_length() -> None:
    pieces = chunks_of("字" * 800 + "。")
    assert "".join(pieces) == "字" * 800 + "。"
    assert all(len(piece) <= OPTIONS.most for piece in pieces)


def test_a_smaller_target_gives_more_chunks_of_the_same_text() -> None:
    body = "每一句话都有二十多个字，因此没有一句短得像是标题。" * 20
    small = chunks_of(body, ChunkingOptions(target=50, least=20, most=100))
    assert "".join(small) == "".join(chunks_of(body)) == body
    assert (len(small), len(chunks_of(body))) == (10, 3)


def test_the_items_of_a_list_begin_new_chunks() -> None:
    items = [f"{n}是{'加强宽带网络基础设施建设，' * 8}落实责任。" for n in "一二三"]
    assert chunks_of("".join(items)) == items


def test_english_text_is_cut_at_its_sentences() -> None:
    body = "Villages get fibre and the price of broadband goes down. " * 12
    pieces = chunks_of(body)
    assert len(pieces) > 1
    assert " ".join(pieces) == body.strip()
    assert all(piece.endswith("down.") for piece in pieces)


@pytest.mark.parametrize("source", ["", "一、总则\n\n二、附则\n", " \n\n"])
def test_text_without_a_body_gives_no_chunk(source: str) -> None:
    assert chunk_document(build_document("a", "a", source)) == []


def test_a_chunk_over_a_page_turn_names_both_pages() -> None:
    (chunk,) = chunk_document(build_document("a", "a", "宽带网络要提速降\n\n\n\n费，资费要下降。"))
    assert (chunk.pages.first, chunk.pages.last) == (1, 2)
