"""What the tests of the store share: one search of everything, an encoder that breaks, the files of an index."""

from pathlib import Path

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

    def __init__(self, behind: Encoder, breaks: BaseException | None = None) -> None:
        self._behind, self._breaks = behind, breaks
        self.name, self.fingerprint, self.dimension = "other", "other-1", behind.dimension

    def encode_query(self, text: str) -> Encoded:
        return self._behind.encode_query(text)

    def encode_passages(self, texts: list[str]) -> list[Encoded]:
        if self._breaks:
            raise self._breaks
        return self._behind.encode_passages(texts)


def files_of(folder: Path) -> Path:
    """The folder of the one generation beside the manifest."""
    (generation,) = [entry for entry in folder.iterdir() if entry.is_dir()]
    return generation
