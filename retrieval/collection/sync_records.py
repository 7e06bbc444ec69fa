"""What `sync` is given and what it reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from retrieval.articles import ArticleError
from retrieval.index.candidates.protocol import CandidateStore
from retrieval.index.candidates.tantivy import TANTIVY
from retrieval.receipts.versions import Versions


@dataclass(frozen=True, slots=True)
class IndexedFolder:
    """
    A collection and its index on disk.

    Attributes:
        source: The folder of articles, or the single file.
        folder: The folder of the index.
        store: Where the index keeps its candidates.
        versions: Keeps articles as they were before they changed or were removed.
    """

    source: Path
    folder: Path
    store: CandidateStore = TANTIVY
    versions: Versions | None = None


class SyncStep(NamedTuple):
    """How far a sync is. `size` and `total_size` are bytes of files."""

    files: int
    total_files: int
    passages: int
    size: int
    total_size: int


SyncProgress = Callable[[SyncStep], None]


@dataclass(frozen=True, slots=True)
class SyncReport:
    """
    What a sync did.

    Attributes:
        added, changed, removed, unchanged: Numbers of articles.
        problems: Files, or parts of files, that could not be read; everything else is indexed.
        passages: The number of passages in the index now.
        rebuilt: Why the index was rebuilt although there was one; None if it was not.
    """

    added: int
    changed: int
    removed: int
    unchanged: int
    problems: tuple[ArticleError, ...]
    passages: int
    seconds: float
    rebuilt: str | None = None

    @property
    def is_news(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.changed or self.removed or self.rebuilt)
