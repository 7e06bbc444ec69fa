"""Engines: what finds the passages that share terms with a question, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


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

    def scores_of(self, query: Mapping[str, float], numbers: Sequence[int]) -> list[float]:
        """What `search` scores each of the passages *numbers*; 0 where that shares no term."""
        ...

    def idf_of(self, term: str) -> float:
        """How much *term* tells passages apart; that of a term in no passage is the highest."""
        ...

    def __contains__(self, term: object) -> bool:
        """Whether any passage holds *term*."""
        ...
