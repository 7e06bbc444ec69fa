"""Exact BM25 in memory, on the rank-bm25 library. The default for small collections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate, chain, count, pairwise, starmap

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from retrieval.index.bm25 import K1, B, idf
from retrieval.index.protocol import ArticleFilter


class RankBm25(BM25Okapi):  # type: ignore[misc]  # rank_bm25 ships no types
    """
    `BM25Okapi` with the idf of `bm25.idf`, and with postings.

    The library's own idf scores a match 0 with two passages and below 0 with one; and its
    `get_scores` looks at every passage for every term, where only a term's postings matter.
    """

    def __init__(self, passages: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> None:
        """Index *passages*, each given as its terms. There must be at least one; it may be empty."""
        super().__init__(passages, k1=k1, b=b)
        # All postings in one array, as an array for each term takes long to build.
        number = dict(zip(self.idf, count()))
        term = np.fromiter(map(number.__getitem__, chain.from_iterable(self.doc_freqs)), np.int32)
        sizes = np.bincount(term, minlength=len(number))
        by_term = np.argsort(term, kind="stable")
        distinct = list(map(len, self.doc_freqs))
        where = np.repeat(np.arange(self.corpus_size, dtype=np.int32), distinct)[by_term]
        counts = chain.from_iterable(counter.values() for counter in self.doc_freqs)
        count_of = np.fromiter(counts, np.float32)[by_term]
        idfs = np.repeat(np.array(list(self.idf.values()), np.float32), sizes)
        lengths = np.array(self.doc_len, dtype=np.float32)
        norms = k1 * (1 - b + b * lengths / (self.avgdl or 1))
        impact = idfs * count_of * (k1 + 1) / (count_of + norms[where])
        self._where: NDArray[np.int32] = where
        self._impact: NDArray[np.float32] = impact.astype(np.float32, copy=False)
        ends = accumulate(sizes.tolist(), initial=0)
        self._postings = dict(zip(self.idf, starmap(slice, pairwise(ends)), strict=True))

    def _initialize(self, passages: Iterable[Sequence[str]]) -> Counter[str]:
        """Do what the library does here, but count with `Counter`."""
        passages = list(passages)
        self.corpus_size = len(passages)
        self.doc_len = list(map(len, passages))
        self.doc_freqs = list(map(Counter, passages))
        self.avgdl = sum(self.doc_len) / self.corpus_size
        return Counter(chain.from_iterable(self.doc_freqs))

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {term: idf(self.corpus_size, df) for term, df in nd.items()}

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        among: ArticleFilter | None = None,
        having: Sequence[Collection[str]] = (),  # noqa: ARG002
    ) -> list[tuple[int, float]]:
        """See `Engine.search`."""
        scores = self._scores(query)
        matches = np.flatnonzero(scores)
        if among:
            matches = np.array(list(filter(among, matches.tolist())), np.intp)
        if len(matches) > k:
            least = np.partition(scores[matches], -k)[-k]
            matches = matches[scores[matches] >= least]
        best = matches[np.argsort(-scores[matches], kind="stable")][:k]
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))

    def scores(self, query: Mapping[str, float], of: Collection[int]) -> dict[int, float]:
        """See `Scorer.scores`; texts that share no term with the query score 0."""
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
        return self.idf.get(term) or idf(self.corpus_size, 0)

    def __contains__(self, term: object) -> bool:
        return term in self.idf
