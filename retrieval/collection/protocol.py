"""What every kind of collection offers, whichever engine keeps its index."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, NamedTuple, Protocol

from retrieval.library import Library

if TYPE_CHECKING:
    from retrieval.semantic.vectors import EmbeddingProgress


class Changes(NamedTuple):
    """How many articles differ from the ones before."""

    added: int = 0
    changed: int = 0
    removed: int = 0


class IndexSize(NamedTuple):
    """The engine that keeps an index, and the bytes that the index takes on this disk."""

    engine: str
    size: int


class Embedded(NamedTuple):
    """How many passages have been embedded of those that had no vectors."""

    done: int
    total: int


class Collection(Protocol):
    """
    A folder of articles that may change, and the `Library` of what it holds now.

    `library` is read-only and safe to share; `sync` replaces it.

    Attributes:
        lock: Held by the one thread that syncs, or that does what a sync would disturb.
        changes: What the last `sync` found.
        embedded: How far `embed_missing` is; None unless it has work.
    """

    lock: RLock
    changes: Changes
    embedded: Embedded | None

    @property
    def library(self) -> Library: ...

    @property
    def index_size(self) -> IndexSize: ...

    @property
    def trouble(self) -> str | None:
        """The last problem with keeping earlier versions of articles; see `Versions.problem`."""
        ...

    def sync(self) -> bool:
        """
        Bring `library` up to date with the folder; other threads may read it meanwhile.

        Returns:
            Whether `library` was replaced.

        Raises:
            ArticleError: The folder is missing or holds no article, or its `articles.toml` is invalid.
        """
        ...

    def embed_missing(self, progress: EmbeddingProgress | None = None) -> None:
        """
        Embed the passages that have no vectors yet, if a model of meaning is used and the index is on disk.

        That may take hours; other threads may ask and sync meanwhile. If it is interrupted, the next call
        goes on from there.

        Args:
            progress: Called with how many passages are embedded, of how many.

        Raises:
            EngineError: The vectors or the index cannot be read or written.
        """
        ...
