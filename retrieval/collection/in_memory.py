"""A collection that is indexed in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from retrieval.articles import Article, ArticleError
from retrieval.collection.protocol import Changes, Embedded, IndexSize
from retrieval.library import Library
from retrieval.reading.files import read_file, read_single_file
from retrieval.reading.folder import read_collection, report_duplicates
from retrieval.reading.listing import ListedFile, UnreadableFolderError, list_collection
from retrieval.reading.metadata import FolderMetadata, Metadata, read_metadata

if TYPE_CHECKING:
    from retrieval.reader.records import Reader
    from retrieval.receipts.versions import Versions
    from retrieval.semantic.vectors import EmbeddingProgress


class _FileContents(NamedTuple):
    """What was read from a file, and how the file looked then; `file` is None if it could not be listed."""

    file: ListedFile | None
    known: Metadata
    items: tuple[Article | ArticleError, ...]


class InMemoryCollection:
    """A `Collection` in memory. Only changed files are read again; the index is rebuilt as a whole."""

    def __init__(
        self,
        path: Path,
        weigh: Callable[[Library], None] | None = None,
        versions: Versions | None = None,
        reader: Reader | None = None,
    ) -> None:
        """
        Args:
            weigh: Called with each library before it is used; see `Library.weigh_meaning`.
            versions: Keeps the articles as they are, for when they change or are removed.
            reader: Reads the best candidates for a question.

        Raises:
            ArticleError: See `Collection.sync`.
        """
        self._path = path
        self._weigh = weigh
        self._versions = versions
        self._reader = reader
        self._contents: dict[str, _FileContents] = {}
        self._settings: tuple[Sequence[str], frozenset[str]] = ((), frozenset())
        self.lock = RLock()
        self.changes = Changes()
        self.embedded: Embedded | None = None
        self.library: Library
        self.sync()

    @property
    def index_size(self) -> IndexSize:
        """See `Collection`."""
        return IndexSize("rank-bm25", 0)

    @property
    def trouble(self) -> str | None:
        """See `Collection`."""
        return self._versions.problem if self._versions else None

    def embed_missing(self, progress: EmbeddingProgress | None = None) -> None:
        """Do nothing: each library has all its vectors from the start."""

    def sync(self) -> bool:
        """See `Collection.sync`."""
        with self.lock:
            self.changes = Changes()
            replaced = self._update()
            if self._versions:
                if replaced:
                    self._versions.keep(self.library.articles.values())
                self._versions.sweep(self.library.hashes)
            return replaced

    def _update(self) -> bool:
        metadata = read_metadata(self._path) if self._path.is_dir() else FolderMetadata()
        contents = dict(self._read_changed(metadata))
        settings = metadata.questions, metadata.forgotten
        if self._contents and (contents, settings) == (self._contents, self._settings):
            return False
        items = list(
            report_duplicates(
                (path, item) for path, file in contents.items() for item in file.items
            )
        )
        articles = [i for i in items if isinstance(i, Article) and i.id not in metadata.forgotten]
        if not articles:
            read_collection(self._path)  # raises the error that says why
        problems = [item for item in items if isinstance(item, ArticleError)]
        library = Library.of(articles, problems, metadata.questions, self._reader)
        if self._weigh:
            self._weigh(library)
        if self._contents:  # the library before is still in use
            library.warm(self.library)
            self.changes = _compare(self.library.articles, library.articles)
        self._contents, self._settings, self.library = contents, settings, library
        return True

    def _read_changed(self, metadata: FolderMetadata) -> Iterator[tuple[str, _FileContents]]:
        """Yield the contents of every file by path, as last read where its folder cannot be listed now."""
        for seen in list_collection(self._path):
            if isinstance(seen, ListedFile):
                known = metadata.entries.get(seen.name, Metadata())
                yield seen.path, self._read_if_changed(seen, known)
                continue
            if isinstance(seen, UnreadableFolderError):
                inside = f"{seen.path}{os.sep}"
                yield from (pair for pair in self._contents.items() if pair[0].startswith(inside))
            before = self._contents.get(str(seen))
            yield str(seen), before or _FileContents(None, Metadata(), (seen,))

    def _read_if_changed(self, seen: ListedFile, known: Metadata) -> _FileContents:
        before = self._contents.get(seen.path)
        if before and (before.file, before.known) == (seen, known):
            return before
        path = Path(seen.path)
        items = (
            read_file(path, self._path, known) if self._path.is_dir() else read_single_file(path)
        )
        return _FileContents(seen, known, tuple(items))


def _compare(before: Mapping[str, Article], now: Mapping[str, Article]) -> Changes:
    changed = sum(1 for id_, article in now.items() if id_ in before and before[id_] != article)
    return Changes(len(now.keys() - before.keys()), changed, len(before.keys() - now.keys()))
