"""Keyword search: BM25 by tantivy over words cut beforehand."""

import math
from collections.abc import Sequence
from pathlib import Path

import tantivy

from corpus.types import Chunk
from index.tokenizer import WordTokenizer, bigrams
from index.types import Hit, Ranking

_NET_WEIGHT = 0.35  # a bigram is weaker evidence than a word; two of them make up a word of three characters


class LexicalIndex:
    """BM25 (k1 1.2, b 0.75) over the words of each chunk and of the headings above it."""

    def __init__(self, inverted: tantivy.Index, tokenizer: WordTokenizer) -> None:
        """Search an index that `build` made, with the tokenizer that cut its words."""
        self._index, self.tokenizer = inverted, tokenizer
        _register(inverted)
        inverted.reload()
        self._searcher = inverted.searcher()

    @classmethod
    def build(cls, chunks: Sequence[Chunk], tokenizer: WordTokenizer, folder: Path) -> "LexicalIndex":
        """Write the index of `chunks` into an empty folder."""
        inverted = tantivy.Index(_schema(), path=str(folder))
        _register(inverted)
        writer = inverted.writer(heap_size=50_000_000, num_threads=1)
        for chunk in chunks:
            headings = " ".join(chunk.section.path)
            writer.add_document(
                tantivy.Document(
                    chunk_id=[chunk.id],
                    words=[" ".join(tokenizer.words(chunk.text))],
                    headings=[" ".join(tokenizer.words(headings))],
                    bigrams=[" ".join(bigrams(chunk.text))],
                )
            )
        writer.commit()
        writer.wait_merging_threads()
        return cls(inverted, tokenizer)

    @classmethod
    def open(cls, folder: Path, tokenizer: WordTokenizer) -> "LexicalIndex":
        """Open a folder that `build` wrote.

        :raises ValueError: if the folder holds no such index.
        """
        return cls(tantivy.Index.open(str(folder)), tokenizer)

    def document_frequency(self, word: str) -> int:
        """In how many chunks the word stands."""
        return int(self._searcher.doc_freq("words", word))

    def search(self, query: str, k: int) -> Ranking:
        """The chunks that share words with the query; none without a shared word, so no score is zero."""
        return self.search_words(self.tokenizer.words(query), k)

    def search_words(self, words: Sequence[str], k: int) -> Ranking:
        """Like `search`, for words that are already cut and chosen. Each word counts once."""
        clauses = [clause for word in dict.fromkeys(words) for clause in self._clauses(word)]
        if not clauses:
            return []
        found = self._searcher.search(tantivy.Query.boolean_query(clauses), k)
        return [Hit(str(self._searcher.doc(address)["chunk_id"][0]), float(score)) for score, address in found.hits]

    def ideal_score(self, words: Sequence[str]) -> float:
        """The score of a passage of average length that holds every word once: the sum of their idf.

        A word that no chunk has counts in full: it is what the corpus lacks of the question.
        """
        return sum(idf(self.document_frequency(word), self._searcher.num_docs) for word in dict.fromkeys(words))

    def _clauses(self, word: str) -> list[tuple[tantivy.Occur, tantivy.Query]]:
        if self.document_frequency(word):
            return [self._term("words", word, 1.0), self._term("headings", word, 0.5)]
        return [self._term("bigrams", pair, _NET_WEIGHT) for pair in bigrams(word)]

    def _term(self, field: str, word: str, weight: float) -> tuple[tantivy.Occur, tantivy.Query]:
        term = tantivy.Query.term_query(self._index.schema, field, word)
        return tantivy.Occur.Should, tantivy.Query.boost_query(term, weight)


def idf(document_frequency: int, n_documents: int) -> float:
    """Inverse document frequency as Lucene and tantivy compute it, always positive."""
    return math.log(1 + (n_documents - document_frequency + 0.5) / (document_frequency + 0.5))


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("chunk_id", stored=True, tokenizer_name="raw")
    for field in ("words", "headings", "bigrams"):
        builder.add_text_field(field, tokenizer_name="spaced", index_option="freq")
    return builder.build()


def _register(inverted: tantivy.Index) -> None:
    inverted.register_tokenizer("spaced", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
