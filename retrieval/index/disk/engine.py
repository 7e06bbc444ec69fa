"""Exact BM25 of candidates, by the forward index."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.index.bm25 import K1, B, idf
from retrieval.index.candidates.protocol import CandidateSearch
from retrieval.index.disk.database import ORDINALS
from retrieval.index.disk.forward import Counts, Forward, Numbers
from retrieval.index.disk.vocabulary import StoredVocabulary
from retrieval.index.protocol import ArticleFilter

_SPARE = 3
"""How many times as many candidates are found as are asked for; see `CandidateSearch.fewest`."""

_DEEPEST = 3200
"""Most passages that are ranked for one question."""

_DEEPER, _ENOUGH = 8, 400
"""
How many times as many candidates are asked for when too few are wanted, or still there, or, where there
were not so many, when others could be among the best.
"""


_FEW = 1000
"""Articles that candidates are looked for in; of more candidates are left out that are of others."""


class _Bm25:
    """The formula of `RankBm25`, for a few texts at a time."""

    def __init__(self, vocabulary: StoredVocabulary, size: int, length: int, column: str) -> None:
        """
        Args:
            size: How many texts there are.
            length: How many terms they have together.
            column: Of `StoredWord`: in how many texts a term stands.
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

    def scored(
        self, query: Mapping[str, float], counts: Callable[[list[int]], Counts]
    ) -> NDArray[np.float64]:
        """The scores of the texts that *counts* tells of, by numbers of words."""
        words = {term: word for term in query if (word := self.vocabulary.word(term))}
        times, lengths = counts([word.id for word in words.values()])
        worth = np.array([query[term] * self.idf_of(term) * (K1 + 1) for term in words])
        norms = K1 * (1 - B + B * lengths / self._average)
        scores: NDArray[np.float64] = (times / (times + norms[:, None])) @ worth
        return scores


class StoredEngine(_Bm25):
    """
    See `Engine`. Scores are exact; a passage that is thought little of where candidates are found may
    be missing, and none comes after the `_DEEPEST`.
    """

    def __init__(
        self,
        about: Mapping[str, Any],
        vocabulary: StoredVocabulary,
        candidates: CandidateSearch,
        forward: Forward,
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
            found = self._candidates.search(known, depth, having, few)
            worth = found.bounds >= floor
            worth[:seen] = True  # some of these are the best so far, whatever was thought of them
            numbers = found.numbers[worth]
            if among and few is None:
                numbers = np.array(list(filter(among, numbers.tolist())), np.int64)
            scores, numbers = self._ranked(known, numbers)
            floor = scores[k - 1] if len(scores) >= k else 0.0
            is_deep = depth >= _ENOUGH and len(scores) >= k
            if is_deep or len(found.numbers) < depth or found.bounds[-1] < floor:
                return list(zip(numbers[:k].tolist(), scores[:k].tolist(), strict=True))
            depth, seen = depth * _DEEPER, depth

    def _ranked(
        self, query: Mapping[str, float], numbers: Numbers
    ) -> tuple[NDArray[np.float64], Numbers]:
        """The scores of passages, best first, and these; equal ones by number."""
        numbers = np.sort(numbers)
        # What the commit does not have is of one that did not come about, or is gone.
        numbers = numbers[self._forward.has(numbers >> ORDINALS)]
        scores = self.scored(query, lambda words: self._forward.passages(words, numbers))
        best = np.argsort(-scores, kind="stable")
        return scores[best], numbers[best]


class StoredArticleEngine(_Bm25):
    """See `Scorer`."""

    def __init__(
        self, about: Mapping[str, Any], vocabulary: StoredVocabulary, forward: Forward
    ) -> None:
        super().__init__(vocabulary, about["articles"], about["article_length"], "articles")
        self._forward = forward

    def scores(self, query: Mapping[str, float], of: Collection[int]) -> dict[int, float]:
        """See `Scorer.scores`."""
        keys = np.array(list(of), np.int64)
        keys = keys[self._forward.has(keys)]
        found = self.scored(query, lambda words: self._forward.articles(words, keys))
        return dict(zip(keys.tolist(), found.tolist(), strict=True))
