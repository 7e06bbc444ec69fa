"""What a reader is given: the bytes of one file, wherever they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from retrieval.articles import Article, ArticleError
from retrieval.reading.metadata import Metadata


class SlowError(ArticleError):
    """Reading a file took too long."""


class UnreadableError(ArticleError):
    """A file was listed but cannot be opened, or is gone; it may be readable another time."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """
    A file, or a member of an archive.

    Attributes:
        path: What a person calls it.
        id: The id of its article, or what the ids of its articles begin with; empty for a collection
            that was opened by itself.
        known: What is known about it, which wins over what the reader finds.
        depth: The number of archives that it is inside of.
    """

    path: Path | str
    id: str
    raw: bytes
    known: Metadata
    depth: int = 0

    @property
    def shared_metadata(self) -> Metadata:
        """What is known about each of several articles: everything but title and address."""
        return replace(self.known, title=None, url=None)

    def article_id(self, name: str) -> str:
        """Return the id of one of several articles, which the file calls *name*."""
        return f"{self.id}/{name}" if self.id else name


FormatReader = Callable[[SourceFile], Iterator[Article | ArticleError]]
"""Raises `ArticleError` if nothing of the file can be read; yields one for a part of it."""
