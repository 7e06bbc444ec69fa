"""A collection whose index is kept on disk."""

from __future__ import annotations

from contextlib import closing, suppress
from functools import partial
from threading import RLock
from typing import TYPE_CHECKING

from retrieval.articles import ArticleError, EngineError, StoreError
from retrieval.collection.changes import changes_since_indexed
from retrieval.collection.disk_store import DiskStore
from retrieval.collection.edition_choice import why_rebuild
from retrieval.collection.protocol import Changes, Embedded, IndexSize
from retrieval.collection.sync import EMPTIED, sync
from retrieval.collection.sync_records import IndexedFolder, SyncProgress, SyncReport
from retrieval.index.candidates.tantivy import TANTIVY
from retrieval.index.disk.index import Commit, StoredIndex, read_commit
from retrieval.library import Library
from retrieval.reader.records import Reader

if TYPE_CHECKING:
    from retrieval.collection.stored_meaning import StoredMeaning
    from retrieval.semantic.vectors import EmbeddingProgress

_PATIENCE = 0.5
"""Seconds for checking a folder; after that, a question is answered without the check."""

_FEW_FILES, _FEW_BYTES = 100, 1_000_000
"""Up to this much is read before a question is answered."""


class OnDiskCollection:
    """A `Collection` on disk. It also picks up what another process commits."""

    def __init__(
        self,
        indexed: IndexedFolder,
        progress: SyncProgress | None = None,
        reader: Reader | None = None,
        meaning: StoredMeaning | None = None,
    ) -> None:
        """
        Open the index; build it first if there is none that can be read.

        Args:
            reader: Reads the best candidates for a question.
            meaning: Measures closeness in meaning.

        Raises:
            ArticleError: See `Collection.sync`.
            EngineError: The index cannot be built.
        """
        self._indexed = indexed
        self._reader = reader
        self._meaning = meaning
        self.lock = RLock()
        self.changes = Changes()
        self.embedded: Embedded | None = None
        self._completed: Commit | None = None
        self.report: SyncReport | None = None
        try:
            self._open()
        except StoreError:
            self.update_index(progress)
            self._open()

    def update_index(self, progress: SyncProgress | None = None) -> SyncReport:
        """Bring the index up to date; see `sync`. `library` stays as it is."""
        self.report = sync(self._indexed, progress)
        return self.report

    def embed_missing(self, progress: EmbeddingProgress | None = None) -> None:
        """See `Collection.embed_missing`."""

        def note(done: int, total: int) -> None:
            self.embedded = Embedded(done, total)
            if progress:
                progress(done, total)

        try:
            self._embed_missing(note)
        finally:
            self.embedded = None

    def _embed_missing(self, progress: EmbeddingProgress) -> None:
        while self._meaning and self._completed != self._commit:
            commit = self._commit
            with closing(StoredIndex(self._indexed.folder, self._indexed.store)) as index:
                goes_on = partial(self._is_at, commit)
                if self._meaning.embed_missing(index, progress, goes_on):
                    self._completed = commit
            with self.lock:
                if self._completed == self._commit:
                    self._open(self.library)  # so that what chance reaches is read

    def _is_at(self, commit: Commit) -> bool:
        return self._commit == commit

    @property
    def index_size(self) -> IndexSize:
        """See `Collection`."""
        size = 0
        for path in self._indexed.folder.rglob("*"):
            with suppress(OSError):  # deleted meanwhile
                size += path.stat().st_size
        return IndexSize("tantivy" if self._indexed.store is TANTIVY else "opensearch", size)

    @property
    def trouble(self) -> str | None:
        """See `Collection`."""
        return self._indexed.versions.problem if self._indexed.versions else None

    def sync(self) -> bool:
        """See `Collection.sync`."""
        with self.lock:
            replaced = self._update()
            if self._indexed.versions:
                self._indexed.versions.sweep(self.library.hashes)
            return replaced

    def _update(self) -> bool:
        self.changes = Changes()
        try:
            report = self.update_index()
            self.changes = Changes(report.added, report.changed, report.removed)
        except EngineError:
            if read_commit(self._indexed.folder) == self._commit:
                raise
        if read_commit(self._indexed.folder) == self._commit:
            return False
        self._open(self.library)
        return True

    def catch_up(self) -> str | None:
        """
        Bring `library` up to date if that is little work. Whether it is, is decided without opening files.

        Returns:
            A sentence that says why `library` stays as it was last indexed, if it does.
        """
        source = self._indexed.source
        try:
            changes = changes_since_indexed(source, self._indexed.folder, _PATIENCE)
            if not changes.file_count:
                return None
            if not changes.files:
                return f"{source}: {EMPTIED}"
            files = "1 file" if changes.file_count == 1 else f"{changes.file_count:,} files"
            if (
                changes.file_count > _FEW_FILES
                or changes.size > _FEW_BYTES
                or why_rebuild(self._indexed)
            ):
                return (
                    f"{files} changed since {source} was indexed: "
                    "`cuttings index` brings the index up to date"
                )
            self.update_index()
        except TimeoutError:
            return (
                f"Checking {source} for changes takes too long, so this answers from the last index: "
                "`cuttings index` brings it up to date"
            )
        except (ArticleError, EngineError) as error:
            return f"{error}; this answers from the last index"
        self._open()
        return None

    def _open(self, before: Library | None = None) -> None:
        """
        Open the last commit.

        Args:
            before: The library in use, which stays in use until the new one is warm.
        """
        index = StoredIndex(self._indexed.folder, self._indexed.store)
        library = Library(DiskStore(index), self._reader)
        if self._meaning:
            self._meaning.weigh(library, index)
        if before:
            library.warm(before)
        self._commit = index.commit
        self.library = library
