"""Engines: what finds the passages that share terms with a question, best first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

ENGINES = ("auto", "rank-bm25", "tantivy", "opensearch")
"""What a collection is kept by; "auto" goes by its size, and by whether there is a cluster."""


class Engine(Protocol):
    """Ranks a fixed list of passages, named by their place in it, from 0."""

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        among: Callable[[int], bool] | None = None,
        having: Sequence[Collection[str]] = (),
    ) -> list[tuple[int, float]]:
        """
        Rank passages against weighted terms.

        Args:
            among: Tells the passages to rank; all, when None. It is asked of many, so it has to be
                quick.
            having: Terms without which a passage is not wanted: of each collection of them one. An
                engine that is quick without this may pass it over.

        Returns:
            At most *k* (passage, score) pairs, best first, equal scores in the list's order. Only
            passages that share a term with *query*; every score is positive.
        """
        ...

    def idf_of(self, term: str) -> float:
        """How much *term* tells passages apart; that of a term in no passage is the highest."""
        ...

    def __contains__(self, term: object) -> bool:
        """Whether any passage holds *term*."""
        ...
