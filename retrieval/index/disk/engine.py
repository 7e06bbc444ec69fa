"""Exact BM25 scores of candidates, from the forward index."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.index.bm25 import K1, B, idf
from retrieval.index.candidates.protocol import CandidateSearch
from retrieval.index.disk.database import ORDINALS
from retrieval.index.disk.forward import Counts, ForwardIndex, Numbers
from retrieval.index.disk.vocabulary import StoredVocabulary
from retrieval.index.protocol import ArticleFilter

_SPARE = 3
"""Candidates to find, as a multiple of the passages wanted; see `CandidateSearch.fewest`."""

_DEEPEST = 3200
"""Most passages ranked for one question."""

_DEEPER, _ENOUGH = 8, 400
"""
The factor by which more candidates are found if too few remain after filtering, and the depth below
which more are also found if others could still be among the best.
"""

_FEW = 1000
"""Most articles that the search engine filters by; for more, candidates are filtered here."""


class _Bm25:
    """The same formula as `RankBm25`, for a few texts at a time."""

    def __init__(self, vocabulary: StoredVocabulary, size: int, length: int, column: str) -> None:
        """
        Args:
            size: How many texts there are.
            length: How many terms they have together.
            column: The field of `StoredWord` that says how many texts have a term.
        """
        self.vocabulary = vocabulary
        self._size = size
        self._average = length / size if length else 1
        self._column = column

    def idf_of(self, term: str) -> float:
        """See `Engine.idf_of`."""
        word = self.vocabulary.word(term)
        df: int = getattr(word, self._column) if word else 0
        return idf(self._size, df)

    def __contains__(self, term: object) -> bool:
        return term in self.vocabulary

    def score(
        self, query: Mapping[str, float], count: Callable[[list[int]], Counts]
    ) -> NDArray[np.float64]:
        """Return the scores of texts; *count* counts words in them, given the words' numbers."""
        words = {term: word for term in query if (word := self.vocabulary.word(term))}
        times, lengths = count([word.id for word in words.values()])
        weights = np.array([query[term] * self.idf_of(term) * (K1 + 1) for term in words])
        norms = K1 * (1 - B + B * lengths / self._average)
        scores: NDArray[np.float64] = (times / (times + norms[:, None])) @ weights
        return scores


class StoredEngine(_Bm25):
    """
    See `Engine`. Scores are exact, but a passage that the search engine ranks very low may be missing,
    and there are at most `_DEEPEST`.
    """

    def __init__(
        self,
        about: Mapping[str, Any],
        vocabulary: StoredVocabulary,
        candidates: CandidateSearch,
        forward: ForwardIndex,
    ) -> None:
        super().__init__(vocabulary, about["passages"], about["titled_length"], "titled")
        self._candidates = candidates
        self._forward = forward

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        among: ArticleFilter | None = None,
        having: Sequence[Collection[str]] = (),
    ) -> list[tuple[int, float]]:
        """See `Engine.search`."""
        known = {term: weight for term, weight in query.items() if term in self}
        if not known or not self._size or (among and not among.articles):
            return []
        few = among.articles if among and len(among.articles) <= _FEW else None
        k = min(k, _DEEPEST)
        depth, seen, floor = max(self._candidates.fewest, _SPARE * k), 0, 0.0
        while True:
            candidates = self._candidates.search(known, depth, having, few)
            promising = candidates.bounds >= floor
            promising[:seen] = True  # the best so far are among these, whatever their bounds
            numbers = candidates.numbers[promising]
            if among and few is None:
                numbers = np.array(list(filter(among, numbers.tolist())), np.int64)
            scores, numbers = self._rank(known, numbers)
            floor = scores[k - 1] if len(scores) >= k else 0.0
            is_deep = depth >= _ENOUGH and len(scores) >= k
            is_complete = len(candidates.numbers) < depth or candidates.bounds[-1] < floor
            if is_deep or is_complete:
                return list(zip(numbers[:k].tolist(), scores[:k].tolist(), strict=True))
            depth, seen = depth * _DEEPER, depth

    def _rank(
        self, query: Mapping[str, float], numbers: Numbers
    ) -> tuple[NDArray[np.float64], Numbers]:
        """Return the scores of passages, best first, and their numbers; equal scores go by number."""
        numbers = np.sort(numbers)
        # Passages that the commit does not have were removed, or their commit did not complete.
        numbers = numbers[self._forward.has(numbers >> ORDINALS)]
        scores = self.score(query, lambda words: self._forward.count_in_passages(words, numbers))
        best = np.argsort(-scores, kind="stable")
        return scores[best], numbers[best]


class StoredArticleEngine(_Bm25):
    """See `Scorer`."""

    def __init__(
        self, about: Mapping[str, Any], vocabulary: StoredVocabulary, forward: ForwardIndex
    ) -> None:
        super().__init__(vocabulary, about["articles"], about["article_length"], "articles")
        self._forward = forward

    def scores(self, query: Mapping[str, float], of: Collection[int]) -> dict[int, float]:
        """See `Scorer.scores`."""
        keys = np.array(list(of), np.int64)
        keys = keys[self._forward.has(keys)]
        scores = self.score(query, lambda words: self._forward.count_in_articles(words, keys))
        return dict(zip(keys.tolist(), scores.tolist(), strict=True))
