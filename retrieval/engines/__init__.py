"""Engines: what finds the passages that share terms with a question, best first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Column(Protocol[T_co]):
    """One thing about each passage, or each article, by its number."""

    def __getitem__(self, number: int, /) -> T_co: ...


ENGINES = ("auto", "rank-bm25", "tantivy", "opensearch")
"""What a collection is kept by; "auto" goes by its size, and by whether there is a cluster."""


@dataclass(frozen=True, slots=True)
class Among:
    """
    The passages of some articles; called with the number of a passage it tells whether it is one.

    Attributes:
        articles: Their numbers.
        article_of: The number of each passage's article.
    """

    articles: frozenset[int]
    article_of: Column[int]

    def __call__(self, number: int) -> bool:
        return self.article_of[number] in self.articles


class Engine(Protocol):
    """Ranks a fixed list of passages, named by their place in it, from 0."""

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        among: Among | None = None,
        having: Sequence[Collection[str]] = (),
    ) -> list[tuple[int, float]]:
        """
        Rank passages against weighted terms.

        Args:
            among: The passages to rank; all, when None.
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
