"""What a collection on disk needs of the search engine that finds its candidates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

GRACE = 60.0
"""Seconds within which a process that keeps a library open must look for a newer commit."""


class Candidates(NamedTuple):
    """
    Passages, in about the order of their exact scores.

    Attributes:
        numbers: Their numbers.
        bounds: What the exact score of each hardly ever exceeds; infinite where that is unknown.
    """

    numbers: NDArray[np.int64]
    bounds: NDArray[np.float64]


class CandidateSearch(Protocol):
    """
    Searches the passages of a commit, and perhaps some that were added or removed since.

    Attributes:
        fewest: How many candidates to ask for at least, so that the best few are among them.
    """

    @property
    def fewest(self) -> int: ...

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        having: Sequence[Collection[str]] = (),
        articles: Collection[int] | None = None,
    ) -> Candidates:
        """
        Return the *k* passages that match the weighted terms best.

        Args:
            having: See `Engine.search`.
            articles: The keys of the articles to search; None for all.
        """
        ...


class CandidateWriter(Protocol):
    """Changes the candidates of a collection. Only one may be open at a time."""

    def add(self, generation: int, article: int, passages: Iterable[tuple[int, str]]) -> None:
        """Add the passages of an article, each as its number and its terms."""
        ...

    def remove_articles(self, articles: Iterable[int]) -> None: ...

    def remove_generation(self, generation: int) -> None:
        """Remove what was added for a commit that did not complete."""
        ...

    def commit(self) -> None:
        """Make the changes permanent; searches opened from now on see them."""
        ...

    def close(self) -> None:
        """Release the writer; uncommitted changes are lost, or removed the next time."""
        ...


class CandidateStore(Protocol):
    """
    Where candidates are kept. *about* is what `database.about` returns.

    Attributes:
        grace: Seconds for which removed passages stay, for readers of an earlier commit.
    """

    @property
    def grace(self) -> float: ...

    def without_grace(self) -> CandidateStore:
        """Return the same store, but removing passages immediately."""
        ...

    def begin(self, folder: Path) -> Mapping[str, object]:
        """
        Prepare for a new edition of the index in *folder*.

        Returns:
            What the new database has to keep in its table `about`.
        """
        ...

    def has(self, about: Mapping[str, Any]) -> bool:
        """Return whether the candidates of a database still exist, as far as a quick check shows."""
        ...

    def reader(self, folder: Path, about: Mapping[str, Any]) -> CandidateSearch: ...

    def writer(self, folder: Path, about: Mapping[str, Any], *, large: bool) -> CandidateWriter: ...

    def settle(self, about: Mapping[str, Any]) -> None:
        """Make this database's candidates the current ones; those they replace go after `grace`."""
        ...
