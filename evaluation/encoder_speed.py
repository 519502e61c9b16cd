"""How fast an encoder is, beside a 12-layer model of the same vocabulary with random weights in the same run."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from evaluation.measures import percentile
from index.encoder import SentenceEncoder
from index.types import Encoder

LAYERS, WIDTH, HEADS = 12, 384, 12  # the reference: what multilingual models of this width are
WARM_UP = 5
ROUNDS = 3  # the two take turns, so that a busy moment hits both


def question_latencies(encoder: Encoder, questions: Sequence[str]) -> list[float]:
    """Milliseconds of each question, one at a time."""
    latencies = []
    for question in questions:
        start = time.perf_counter()
        encoder.encode_query(question)
        latencies.append(1000 * (time.perf_counter() - start))
    return latencies


def passages_a_second(encoder: Encoder, passages: Sequence[str]) -> float:
    """Throughput over a list of passages."""
    start = time.perf_counter()
    encoder.encode_passages(list(passages))
    return len(passages) / (time.perf_counter() - start)


def write_reference(folder: Path, like: Path) -> None:
    """Write a random model of 12 layers with the tokenizer and the pooling of `like`."""
    from sentence_transformers import SentenceTransformer
    from transformers import BertConfig, BertModel

    model = SentenceTransformer(str(like), device="cpu")
    config = BertConfig.from_pretrained(like)
    config.num_hidden_layers, config.hidden_size, config.num_attention_heads = LAYERS, WIDTH, HEADS
    model[0].model = BertModel(config)
    model.save(str(folder), create_model_card=False)


def use_all_cores() -> None:
    """Give torch the threads it had before an encoder took all but one for its questions: an encoder opened now counts them."""
    import torch

    torch.set_num_threads(os.cpu_count() or 1)


def speed(encoder: SentenceEncoder, like: Path, questions: Sequence[str], passages: Sequence[str]) -> dict[str, float]:
    """Latency of a question and throughput of passages, of the encoder and of the reference.

    :param like: the folder whose vocabulary the reference has.
    """
    with tempfile.TemporaryDirectory() as folder:
        write_reference(Path(folder), like)
        use_all_cores()
        reference = SentenceEncoder(folder)
        latencies: dict[str, list[float]] = {"encoder": [], "reference": []}
        rates: dict[str, list[float]] = {"encoder": [], "reference": []}
        for name, one in (("encoder", encoder), ("reference", reference)) * ROUNDS:
            question_latencies(one, questions[:WARM_UP])
            latencies[name] += question_latencies(one, questions)
            rates[name].append(passages_a_second(one, passages))
    half = {name: percentile(values, 0.5) for name, values in latencies.items()}
    best = {name: max(values) for name, values in rates.items()}
    return {
        "question p50, ms": half["encoder"],
        "passages a second": best["encoder"],
        "reference question p50, ms": half["reference"],
        "reference passages a second": best["reference"],
        "times as fast, questions": half["reference"] / half["encoder"],
        "times as fast, passages": best["encoder"] / best["reference"],
    }


def passages_of_200(texts: Sequence[str], count: int = 96) -> list[str]:
    """So many passages of exactly 200 characters, cut from longer texts."""
    return [text[:200] for text in texts if len(text) >= 200][:count]


def write_record(path: Path, record: dict[str, object]) -> None:
    """Write a result as JSON, figures to four places."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rounded = {key: round(value, 4) if isinstance(value, float) else value for key, value in record.items()}
    path.write_text(json.dumps(rounded, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
