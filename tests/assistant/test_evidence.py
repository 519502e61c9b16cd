"""The sentences that answer: one to three, whole, inside their passage."""

import numpy as np
import pytest
from tiny_policies import passage

from assistant.assistant import Assistant
from assistant.evidence import find_evidence, find_evidence_by_words
from assistant.types import Abstention
from corpus.chunking import split_sentences
from index.types import Encoded, Encoder

QUESTIONS = ["农村宽带提速多快？", "德国工业4.0有哪五个特点？", "How fast should rural broadband be?", "PUE", "人才怎么培养"]


def quoted(text: str, spans: tuple[tuple[int, int], ...], start: int) -> list[str]:
    return [text[a - start : b - start] for a, b in spans]


@pytest.mark.parametrize("question", QUESTIONS)
def test_evidence_is_one_to_three_whole_sentences_of_the_passage(assistant: Assistant, question: str) -> None:
    response = assistant.ask(question)
    for shown in response.nearest if isinstance(response, Abstention) else response.passages:
        chunk, text = shown.chunk, assistant.document(shown.chunk.document_id).text
        sentences = [(chunk.start + a, chunk.start + b) for a, b in split_sentences(chunk.text, 0, len(chunk.text))]
        assert 1 <= len(shown.evidence) <= 3 and len(set(shown.evidence)) == len(shown.evidence)
        for start, end in shown.evidence:
            assert chunk.start <= start < end <= chunk.end
            whole = next((a, b) for a, b in sentences if a <= start < b)
            assert end == whole[1]
            assert not any(c.isalnum() for c in text[whole[0] : start]), "only list marks are left out"


def test_english_question_marks_the_chinese_sentence(assistant: Assistant) -> None:
    response = assistant.ask("How many megabits should broadband reach in most rural homes?", within=["国家十三五规划"])
    passages = response.nearest if isinstance(response, Abstention) else response.passages
    text = assistant.documents[0].text
    marked = [text[a:b] for shown in passages for a, b in shown.evidence[:1]]
    assert any("农村" in sentence and "兆比特" in sentence for sentence in marked)


def test_sentence_whose_tokens_match_best_comes_first(hash_encoder: Encoder) -> None:
    chunk = passage("甲乙丙丁。宽带提速。戊己庚辛。", "文件", at=500)
    tokens = hash_encoder.encode_passages([chunk.text])[0]
    found = find_evidence(chunk, hash_encoder.encode_query("宽带提速"), tokens.tokens, np.array(tokens.spans, dtype=np.int32))
    assert found == ((505, 510),)


def test_sentences_that_match_alike_are_all_marked_but_no_more_than_three(hash_encoder: Encoder) -> None:
    chunk = passage("宽带。宽带。宽带。宽带。", "文件")
    tokens = hash_encoder.encode_passages([chunk.text])[0]
    found = find_evidence(chunk, hash_encoder.encode_query("宽带"), tokens.tokens, np.array(tokens.spans, dtype=np.int32))
    assert found == ((0, 3), (3, 6), (6, 9))


def test_tokens_of_the_headings_speak_for_no_sentence(hash_encoder: Encoder) -> None:
    chunk = passage("甲乙丙。宽带。", "文件")
    heading = hash_encoder.encode_passages(["宽带甲乙丙。宽带。"])[0]
    spans = np.array(heading.spans, dtype=np.int32) - 2
    assert find_evidence(chunk, hash_encoder.encode_query("宽带"), heading.tokens, spans) == ((4, 7),)


def test_passage_or_question_without_tokens_is_marked_from_its_beginning() -> None:
    chunk, none = passage("甲。乙。", "文件"), np.zeros((0, 4), dtype=np.float32)
    for tokens in (none, np.eye(4, dtype=np.float32)[:1]):
        encoded = Encoded(np.ones(4, dtype=np.float32) / 2, tokens, ((0, 1),) * len(tokens))
        assert find_evidence(chunk, encoded, none, np.zeros((0, 2), dtype=np.int32)) == ((0, 2), (2, 4))


def test_without_an_encoder_the_sentence_with_most_words_is_marked() -> None:
    chunk = passage("发展宽带。农村宽带提速。保障安全。", "文件", at=100)
    assert quoted(chunk.text, find_evidence_by_words(chunk, ("农村", "宽带", "提速")), 100) == ["农村宽带提速。"]


def test_list_marks_are_no_part_of_the_evidence() -> None:
    chunk = passage("* 鼓励创新。\n- 农村宽带提速。", "文件")
    assert quoted(chunk.text, find_evidence_by_words(chunk, ("农村",)), 0) == ["农村宽带提速。"]
