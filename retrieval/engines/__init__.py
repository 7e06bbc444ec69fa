"""Engines: what finds the passages that share terms with a question, best first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

ENGINES = ("auto", "rank-bm25", "tantivy", "opensearch")
"""What a collection is kept by; "auto" goes by its size, and by whether there is a cluster."""


class EngineError(ValueError):
    """An engine cannot be used, or not now. `str()` is one sentence that says why."""


class Engine(Protocol):
    """Ranks a fixed list of passages, named by their place in it, from 0."""

    def search(self, query: Mapping[str, float], k: int) -> list[tuple[int, float]]:
        """
        Rank passages against weighted terms.

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
