"""The sentence-transformer behind the dense search: the embedded model, or any name or folder a user gives."""

import hashlib
import os
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import EncoderError
from index.manifest import file_digest
from index.types import Encoded, Vectors

EMBEDDED = Path(__file__).resolve().parent.parent / "models" / "policy-encoder"
_BATCH = 8  # passages: 48 of 200 characters a second on two cores; 43 by fours and by 32, whose states leave the cache


class SentenceEncoder:
    """One forward pass gives the sentence vector and the token vectors."""

    def __init__(self, name: str | None = None) -> None:
        """Load a model.

        :param name: a folder, or a name on the model hub, which is the only case that may use the network;
            the embedded model by default.
        :raises EncoderError: if it cannot be loaded, or the embedded weights are not the ones of its checksum.
        """
        folder = Path(name) if name else EMBEDDED
        if folder.is_dir():
            os.environ.setdefault("HF_HUB_OFFLINE", "1")  # read on import: a model on disk needs no look-up
            _verify(folder)
        self._model = _load(str(folder) if folder.is_dir() else str(name)).eval()
        _block_weights(self._model)
        self.name = folder.resolve().name if folder.is_dir() else str(name)
        self.fingerprint = _fingerprint(folder) if folder.is_dir() else self.name
        self.dimension = int(self._model.get_embedding_dimension())
        self._threads = _limit_threads()

    def encode_query(self, text: str) -> Encoded:
        """Encode a question, with the prompt that the model defines for queries."""
        return self._encode([text], ("query",))[0]

    def encode_passages(self, texts: list[str]) -> list[Encoded]:
        """Encode passages, with the prompt that the model defines for documents."""
        import torch

        torch.set_num_threads(self._threads)
        try:
            return self._encode(texts, ("document", "passage"))
        finally:
            torch.set_num_threads(1)

    def _encode(self, texts: list[str], prompt_names: tuple[str, ...]) -> list[Encoded]:
        prompts = getattr(self._model, "prompts", {})
        prompt = next((prompts[name] for name in prompt_names if prompts.get(name)), "")
        spans = [self._token_spans(prompt + text) for text in texts]
        encoded: dict[int, Encoded] = {}
        order = sorted(range(len(texts)), key=lambda at: len(spans[at]) or len(texts[at]))  # padding is computed like text
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            for at, (sentence, tokens) in zip(batch, self._forward([prompt + texts[at] for at in batch]), strict=True):
                whole = [(len(prompt), len(prompt + texts[at]))] * len(tokens)  # a tokenizer or a model that does not tell its tokens
                known = spans[at] if len(spans[at]) == len(tokens) else whole
                encoded[at] = _unit_vectors(sentence, tokens, known, len(prompt))
        return [encoded[at] for at in range(len(texts))]

    def _forward(self, texts: list[str]) -> list[tuple[Vectors, Vectors]]:
        """The sentence vector and the token vectors of each text; where a model has no tokens, the sentence as the only one."""
        import torch

        with torch.inference_mode():
            outputs = self._model(self._model.preprocess(texts))
        sentences = outputs["sentence_embedding"].float()
        if "token_embeddings" not in outputs:
            return [(sentence.numpy(), sentence[None].numpy()) for sentence in sentences]
        masks = outputs["attention_mask"].bool()
        rows = zip(sentences, outputs["token_embeddings"].float(), masks, strict=True)
        return [(sentence.numpy(), tokens[mask].numpy()) for sentence, tokens, mask in rows]

    def _token_spans(self, text: str) -> list[tuple[int, int]]:
        """The characters of each token, empty for a special one; no span at all where the tokenizer does not tell them."""
        tokenizer = self._model.tokenizer
        if not getattr(tokenizer, "is_fast", False):
            return []
        longest = self._model.max_seq_length
        found = tokenizer(text, return_offsets_mapping=True, return_special_tokens_mask=True, truncation=True, max_length=longest)
        marks = zip(found["offset_mapping"], found["special_tokens_mask"], strict=True)
        return [(0, 0) if special else span for span, special in marks]


def _unit_vectors(sentence: Vectors, tokens: Vectors, spans: list[tuple[int, int]], prompt: int) -> Encoded:
    """Scale to unit length and leave out the prompt and what has no characters."""
    rows = [at for at, (start, end) in enumerate(spans[: len(tokens)]) if end > start >= prompt]
    vectors = tokens[rows] / np.maximum(np.linalg.norm(tokens[rows], axis=1, keepdims=True), 1e-9)
    sentence = sentence / max(float(np.linalg.norm(sentence)), 1e-9)
    return Encoded(sentence, vectors, tuple((spans[at][0] - prompt, spans[at][1] - prompt) for at in rows))


def _load(name: str) -> Any:
    from sentence_transformers import SentenceTransformer  # takes seconds: only where a model is needed
    from transformers.utils import logging

    logging.disable_progress_bar()
    try:
        return SentenceTransformer(name, device="cpu", model_kwargs={"dtype": "float32"})
    except Exception as error:
        reason = str(error).strip().splitlines()[0][:160] if str(error).strip() else type(error).__name__
        raise EncoderError(
            f"the encoder {name!r} cannot be loaded ({reason}); name a sentence-transformers folder, a hub model while online, "
            "or leave --encoder out for the embedded one"
        ) from error


def _block_weights(model: Any) -> None:
    from index.linear import block_weights  # with torch, which takes seconds

    block_weights(model)


def _limit_threads() -> int:
    """One thread a question: two wait for each other at every layer. On two busy cores 17 ms instead of 120 to 270."""
    import torch

    available = int(torch.get_num_threads())
    torch.set_num_threads(1)
    return available


def _verify(folder: Path) -> None:
    """Check the files that a SHA256SUMS beside them lists; 60 MB take 50 ms."""
    sums = folder / "SHA256SUMS"
    if not sums.is_file():
        return
    for line in sums.read_text(encoding="ascii").splitlines():
        digest, name = line.split(maxsplit=1)
        file = folder / name.lstrip("*")
        if not file.is_file() or file_digest(file) != digest:
            raise EncoderError(f"{file}: is not the file of its checksum; fetch it again (git checkout -- {folder.name})")


def _fingerprint(folder: Path) -> str:
    """What the weights and the tokenizer are, whatever the folder is called."""
    files = sorted(f for f in folder.rglob("*") if f.suffix in (".safetensors", ".bin", ".json"))
    return hashlib.sha256("".join(file_digest(f) for f in files).encode()).hexdigest()[:16]
