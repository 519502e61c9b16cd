"""Search both ways, score the candidates token by token, and fuse."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.fusion import by_score, fuse_scores, share_of_words, weighted_mean
from assistant.question.words import content_words
from index.store import PassageIndex
from index.types import Encoded, Hit, Ranking

DENSE_CANDIDATES, LEXICAL_CANDIDATES = 32, 32  # of 191 chunks, these hold every passage that the whole set would put among the first five


@dataclass(frozen=True, slots=True)
class Search:
    """Everything that one query found.

    `encoded` is None without an encoder. `shares` and `late` hold, by chunk id, the share of words and MaxSim. `within` holds the
    positions of the only chunks considered; None where all are.
    """

    query: str
    words: tuple[str, ...]
    encoded: Encoded | None
    lexical: Ranking
    dense: Ranking
    late: Ranking
    fused: Ranking
    shares: dict[str, float]
    within: Collection[int] | None = None


class HybridRetriever:
    """Ranks chunks by meaning and by words."""

    def __init__(self, index: PassageIndex) -> None:
        """Search this index."""
        self.index = index

    def search(self, query: str, k: int) -> Ranking:
        """The best `k` chunks at most, best first."""
        return self.explore(query).fused[:k]

    def explore(
        self,
        query: str,
        within: Collection[int] | None = None,
        favoured: Collection[int] = (),
        beside: Sequence[tuple[str, float]] = (),
    ) -> Search:
        """Search, and keep what each stage found.

        :param within: positions of the only chunks to consider; all by default.
        :param favoured: positions of the chunks that a place named in the question holds.
        :param beside: other wordings of the question that are searched too, each with its weight beside the query's 1.
        """
        search = self._explore(query, within, favoured)
        if not beside:
            return search
        others = [(self._explore(text, within, favoured).fused, weight) for text, weight in beside]
        return replace(search, fused=weighted_mean([(search.fused, 1.0), *others]))

    def _explore(self, query: str, within: Collection[int] | None, favoured: Collection[int]) -> Search:
        index = self.index
        words = tuple(content_words(index.lexical.tokenizer.words(query)))
        everything = len(index.chunks) if within is not None or favoured else 0
        lexical = self._choose(index.lexical.search_words(words, max(LEXICAL_CANDIDATES, everything)), within, favoured, LEXICAL_CANDIDATES)
        ideal = index.lexical.ideal_score(words)
        shares = {hit.chunk_id: share_of_words(hit.score, ideal) for hit in lexical}
        if index.encoder is None or index.dense is None or index.tokens is None:
            return Search(query, words, None, lexical, [], [], by_score(shares), shares, within)
        encoded = index.encoder.encode_query(query)
        dense = self._choose(self._dense(encoded, max(DENSE_CANDIDATES, everything)), within, favoured, DENSE_CANDIDATES)
        candidates = list(dict.fromkeys(hit.chunk_id for hit in [*dense, *lexical]))
        late = self._score_tokens(encoded, candidates)
        fused = {
            hit.chunk_id: fuse_scores(hit.score, shares.get(hit.chunk_id, 0.0), index.positions[hit.chunk_id] in favoured) for hit in late
        }
        return Search(query, words, encoded, lexical, dense, late, by_score(fused), shares, within)

    def _score_tokens(self, encoded: Encoded, candidates: Sequence[str]) -> Ranking:
        assert self.index.tokens is not None
        scores = self.index.tokens.score(encoded.tokens, [self.index.positions[c] for c in candidates])
        return by_score({c: float(s) for c, s in zip(candidates, scores, strict=True)})

    def _dense(self, encoded: Encoded, k: int) -> Ranking:
        assert self.index.dense is not None
        scores, positions = self.index.dense.nearest(encoded.vector, k)
        return [Hit(self.index.chunks[p].id, float(s)) for p, s in zip(positions, scores, strict=False)]

    def _choose(self, ranking: Sequence[Hit], within: Collection[int] | None, favoured: Collection[int], k: int) -> Ranking:
        """The first `k` hits inside, and as many again of the favoured ones."""
        positions = self.index.positions
        inside = [hit for hit in ranking if within is None or positions[hit.chunk_id] in within]
        favourites = [hit for hit in inside[k:] if positions[hit.chunk_id] in favoured]
        return inside[:k] + favourites[:k]
