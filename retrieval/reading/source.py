"""What a reader is given: the bytes of one file, wherever they came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from retrieval.articles import Article, ArticleError
from retrieval.reading.metadata import Metadata


class SlowError(ArticleError):
    """Reading a file took longer than it may."""


class UnreadableError(ArticleError):
    """A file was seen and cannot be opened, or is gone: another time it may be there."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """
    A file, or a member of an archive.

    `path` is what a person calls it. `id` is that of its article, or what the ids of its articles
    begin with; that is empty for a collection that was opened by itself. `known` wins over what the
    reader finds. `depth` counts the archives it stands in.
    """

    path: Path | str
    id: str
    raw: bytes
    known: Metadata
    depth: int = 0

    @property
    def known_of_each(self) -> Metadata:
        """What is known of each of several articles: not their title, and no address."""
        return replace(self.known, title=None, url=None)

    def entry(self, id_: str) -> str:
        """The id of one of several articles."""
        return f"{self.id}/{id_}" if self.id else id_


Reader = Callable[[SourceFile], Iterator[Article | ArticleError]]
"""Raises `ArticleError` when nothing of the file can be read; yields one for a part of it."""
