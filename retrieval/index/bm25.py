"""BM25 in memory, exact, on the rank-bm25 library. The default for small collections."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate, chain, count, pairwise, starmap

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from retrieval.index.protocol import ArticleFilter

K1, B = 0.9, 0.4
"""How soon more of a term adds little, and how much a long passage is held against it."""


class RankBm25(BM25Okapi):  # type: ignore[misc]  # rank_bm25 ships no types
    """
    `BM25Okapi` with Lucene's idf, ln(1 + (N - n + 0.5) / (n + 0.5)), which stays positive.

    The library's own idf scores a match 0 with two passages and below 0 with one; and its
    `get_scores` looks at every passage for every term, where only a term's postings matter.
    See Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
    """

    def __init__(self, passages: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> None:
        """Index *passages*, each given as its terms. There has to be one; it may be empty."""
        super().__init__(passages, k1=k1, b=b)
        # All terms' postings in one array, as an array a term takes long to make.
        number = dict(zip(self.idf, count()))
        term = np.fromiter(map(number.__getitem__, chain.from_iterable(self.doc_freqs)), np.int32)
        sizes = np.bincount(term, minlength=len(number))
        by_term = np.argsort(term, kind="stable")
        apart = list(map(len, self.doc_freqs))
        where = np.repeat(np.arange(self.corpus_size, dtype=np.int32), apart)[by_term]
        counts = chain.from_iterable(some.values() for some in self.doc_freqs)
        count_of = np.fromiter(counts, np.float32)[by_term]
        idf = np.repeat(np.array(list(self.idf.values()), np.float32), sizes)
        lengths = np.array(self.doc_len, dtype=np.float32)
        norms = k1 * (1 - b + b * lengths / (self.avgdl or 1))
        impact = idf * count_of * (k1 + 1) / (count_of + norms[where])
        self._where: NDArray[np.int32] = where
        self._impact: NDArray[np.float32] = impact.astype(np.float32, copy=False)
        ends = accumulate(sizes.tolist(), initial=0)
        self._postings = dict(zip(self.idf, starmap(slice, pairwise(ends)), strict=True))

    def _initialize(self, passages: Iterable[Sequence[str]]) -> Counter[str]:
        """As the library's, with the counting left to `Counter`."""
        passages = list(passages)
        self.corpus_size = len(passages)
        self.doc_len = list(map(len, passages))
        self.doc_freqs = list(map(Counter, passages))
        self.avgdl = sum(self.doc_len) / self.corpus_size
        return Counter(chain.from_iterable(self.doc_freqs))

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        n = self.corpus_size
        self.idf = {term: math.log(1 + (n - df + 0.5) / (df + 0.5)) for term, df in nd.items()}

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        among: ArticleFilter | None = None,
        having: Sequence[Collection[str]] = (),  # noqa: ARG002
    ) -> list[tuple[int, float]]:
        """See `Engine.search`."""
        scores = self._scores(query)
        found = np.flatnonzero(scores)
        if among:
            found = np.array(list(filter(among, found.tolist())), np.intp)
        if len(found) > k:
            least = np.partition(scores[found], -k)[-k]
            found = found[scores[found] >= least]
        best = found[np.argsort(-scores[found], kind="stable")][:k]
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))

    def scores(self, query: Mapping[str, float], of: Collection[int]) -> dict[int, float]:
        """The scores of the chosen passages against weighted terms; 0 where they share none."""
        scores, chosen = self._scores(query), list(of)
        return dict(zip(chosen, scores[chosen].tolist(), strict=True))

    def _scores(self, query: Mapping[str, float]) -> NDArray[np.float32]:
        scores = np.zeros(self.corpus_size, dtype=np.float32)
        for term, weight in query.items():
            if term in self._postings:
                postings = self._postings[term]
                scores[self._where[postings]] += np.float32(weight) * self._impact[postings]
        return scores

    def idf_of(self, term: str) -> float:
        """See `Engine.idf_of`."""
        return self.idf.get(term) or math.log(1 + (self.corpus_size + 0.5) / 0.5)

    def __contains__(self, term: object) -> bool:
        return term in self.idf
