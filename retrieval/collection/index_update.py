"""Write what changed in a collection to one edition of its index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from retrieval.articles import ArticleError
from retrieval.collection.changes import (
    FolderChanges,
    KnownFile,
    find_changes,
    is_settled,
    known_files,
    metadata_key,
    with_readable,
)
from retrieval.collection.parallel_reading import FileToRead, read_files
from retrieval.collection.sync_records import IndexedFolder, SyncProgress, SyncReport, SyncStep
from retrieval.index.disk import database, records
from retrieval.index.disk.index import StoredIndex
from retrieval.index.disk.prepared import Batch, FileRecord
from retrieval.index.disk.respelling import find_respellings
from retrieval.index.disk.words import read_doubted
from retrieval.index.disk.writer import IndexWriter, find_expired
from retrieval.ranking.calibration import judge_by_chance
from retrieval.ranking.ranker import Ranker
from retrieval.reading.files import find_metadata
from retrieval.reading.formats import extra_versions
from retrieval.reading.listing import ListedFile
from retrieval.reading.metadata import FolderMetadata

_LARGE_UPDATE = 20_000_000
"""Bytes to read from which it is worth writing the index with more memory."""

_RECALIBRATE = 0.1
"""Share of passages by which a collection grows or shrinks before its scores by chance are measured again."""

_Hashes = Mapping[str, bytes | None]


def update_index(
    indexed: IndexedFolder,
    metadata: FolderMetadata,
    edition: Path,
    connection: sqlite3.Connection,
    progress: SyncProgress | None,
) -> SyncReport:
    """See `sync`. The report has no seconds and does not say why the index was rebuilt."""
    known = known_files(connection)
    changes = with_readable(find_changes(indexed.source, metadata, known), connection)
    facts: dict[str, object] = {
        "readers": extra_versions(),
        "questions": list(metadata.questions),
        "unseen": [[str(problem.path), problem.cause] for problem in changes.problems],
    }
    is_news = bool(changes.file_count or _differs(connection, facts) or _is_unsettled(connection))
    if not is_news and not find_expired(connection, indexed.store.grace):
        return _report(connection, changes.problems)
    writer = IndexWriter(edition, connection, indexed.store, large=changes.size > _LARGE_UPDATE)
    update = _IndexUpdate(indexed, metadata, edition, connection, writer, facts)
    try:
        if is_news:
            update.apply(changes, known, progress)
        else:
            writer.sweep()
    finally:
        writer.close()
    # What readers of an earlier commit still need stays in the log beside the database.
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return _report(connection, changes.problems, update.added, update.changed, update.removed)


class _IndexUpdate:
    """
    The changes to one edition.

    Attributes:
        added, changed, removed: The ids of articles so far; one may be removed, then added again.
    """

    def __init__(
        self,
        indexed: IndexedFolder,
        metadata: FolderMetadata,
        edition: Path,
        connection: sqlite3.Connection,
        writer: IndexWriter,
        facts: dict[str, object],
    ) -> None:
        """
        Args:
            facts: What the index says of itself after each commit; see `database.read_about`.
        """
        self._indexed = indexed
        self._metadata = metadata
        self._edition = edition
        self._connection = connection
        self._writer = writer
        self._facts = facts
        self.added: set[str] = set()
        self.changed: set[str] = set()
        self.removed: set[str] = set()
        self._duplicates: dict[str, list[tuple[str, str]]] = {}
        """By file, the ids that it shares with another file, and that file."""
        self._passages = 0

    def apply(
        self,
        changes: FolderChanges,
        known: Mapping[str, KnownFile],
        progress: SyncProgress | None,
    ) -> None:
        """Index the changes, and commit."""
        for name in sorted(changes.missing):
            for id_, key in self._articles_in(name).items():
                self._remove(id_, key)
            self._writer.forget_file(name)
        hashes = {  # not where the metadata changed: it may leave out an article of the file
            name: file.sha256
            for name, file in known.items()
            if name in changes.files
            and name not in changes.readable
            and file.metadata_key == metadata_key(changes.files[name], self._metadata)
        }
        self._read([changes.files[name] for name in changes.new], hashes, progress)
        retried = [name for name, file in known.items() if file.retry and name in changes.files]
        if retried:  # another file had an article with the same id, which may be gone now
            self._commit()
            self._read([changes.files[name] for name in retried], {}, None)
        self._commit()
        self._update_statistics()

    def _read(self, new: list[ListedFile], hashes: _Hashes, progress: SyncProgress | None) -> None:
        listed = {seen.name: seen for seen in new}
        total_size, size, count = sum(seen.stamp[0] for seen in new), 0, 0
        for files, batch in read_files(list(self._files_to_read(new, hashes))):
            self._add(batch)
            for file in files:
                self._finish_file(file, listed[file.name])
                size += listed[file.name].stamp[0]
            count += len(files)
            if self._writer.is_due:
                self._commit()
            if progress:
                progress(SyncStep(count, len(new), self._passages, size, total_size))

    def _files_to_read(self, new: Iterable[ListedFile], hashes: _Hashes) -> Iterator[FileToRead]:
        """Yield the files to read. A file with an invalid sidecar is finished at once."""
        source = self._indexed.source
        folder = source if source.is_dir() else None
        for seen in new:
            path = Path(seen.path)
            try:
                known = find_metadata(path, source, self._metadata)
            except ArticleError as error:
                problem = (str(error.path), error.cause)
                file = FileRecord(seen.name, *seen.stamp, "", None, same=False, problems=[problem])
                self._finish_file(file, seen)
                continue
            sha256, states = hashes.get(seen.name), self._states_in(seen.name)
            yield FileToRead(path, seen.name, folder, seen.stamp[0], known, sha256, states)

    def _add(self, batch: Batch) -> None:
        """Add the articles of a *batch*; each replaces the version before it."""
        numbers = self._writer.add_words(batch)
        for prepared in batch.articles:
            id_ = prepared.id
            if id_ in self._metadata.forgotten:
                self._writer.subtract_words(prepared.article(), prepared.origin)
                continue
            key, file = self._writer.find_holder(id_) or (None, prepared.origin.file)
            if file != prepared.origin.file:
                self._writer.subtract_words(prepared.article(), prepared.origin)
                self._duplicates.setdefault(prepared.origin.file, []).append((id_, file))
                continue
            if key is None:
                self.added.add(id_)
            else:
                self._remove_version(key)
                self._writer.keep_spellings(prepared.article())
                self.changed.add(id_)
            self._writer.add(prepared, numbers)
            self._passages += len(prepared.lines)

    def _finish_file(self, file: FileRecord, seen: ListedFile) -> None:
        """Remove the articles that a file no longer has, and record how the file looks now."""
        settled = not seen.sidecar_stamp or is_settled(seen.sidecar_stamp[1])
        file = replace(
            file,
            modified=file.modified if settled else 0,
            known=metadata_key(seen, self._metadata),
        )
        if not file.same:
            ids = set(file.ids) - self._metadata.forgotten
            for id_, key in self._articles_in(file.name).items():
                if id_ not in ids and self._writer.find_holder(id_) == (key, file.name):
                    self._remove(id_, key)
        source = self._indexed.source
        path = str(source / file.name) if source.is_dir() else str(source)
        duplicates = [
            (path, f"holds an article called {id_!r}, as {source / holder} does")
            for id_, holder in self._duplicates.pop(file.name, [])
        ]
        self._writer.record_file(
            replace(file, problems=[*file.problems, *duplicates]) if duplicates else file,
            again=bool(duplicates),
        )

    def _remove(self, id_: str, key: int) -> None:
        self._remove_version(key)
        self.removed.add(id_)

    def _remove_version(self, key: int) -> None:
        article = self._writer.remove(key)
        # Before the commit: to keep a version that is still current does no harm.
        if self._indexed.versions and article.id not in self._metadata.forgotten:
            self._indexed.versions.keep([article])

    def _commit(self) -> None:
        # A file that cannot be opened counts as new each time, though nothing comes of it.
        if self._connection.in_transaction or _differs(self._connection, self._facts):
            self._writer.commit(**self._facts)
        else:
            self._writer.sweep()

    def _update_statistics(self) -> None:
        """
        Update what depends on the whole collection: how words are spelled that a removed article used,
        and, if the collection has changed much, which scores are reached by chance.
        """
        if not _is_unsettled(self._connection):
            return
        chance: dict[str, object] = {}
        with closing(StoredIndex(self._edition, self._indexed.store)) as index:
            words = find_respellings(read_doubted(self._connection), index)
            if _has_other_size(self._connection):
                chance = {"by_chance": judge_by_chance(Ranker(index)), "judged_at": index.size}
        self._writer.respell(words, **chance)

    def _articles_in(self, file: str) -> dict[str, int]:
        rows = self._connection.execute("SELECT id, key FROM articles WHERE file = ?", (file,))
        return {records.decode(id_): key for id_, key in rows}

    def _states_in(self, file: str) -> dict[str, bytes]:
        rows = self._connection.execute("SELECT id, state FROM articles WHERE file = ?", (file,))
        return {records.decode(id_): state for id_, state in rows}


def _differs(connection: sqlite3.Connection, facts: dict[str, object]) -> bool:
    """Return whether the index has no commit yet, or says other *facts* of itself."""
    about = database.read_about(connection)
    return not about["generation"] or about != about | facts


def _is_unsettled(connection: sqlite3.Connection) -> bool:
    """Return whether the statistics of the whole collection are out of date."""
    return _has_other_size(connection) or bool(read_doubted(connection))


def _has_other_size(connection: sqlite3.Connection) -> bool:
    """Return whether the collection has changed much since its scores by chance were measured."""
    about = database.read_about(connection)
    now: int = about["passages"]
    then: int = about["judged_at"]
    return abs(now - then) > _RECALIBRATE * then


def _report(
    connection: sqlite3.Connection,
    problems: Iterable[ArticleError],
    added: Iterable[str] = (),
    changed: Iterable[str] = (),
    removed: Iterable[str] = (),
) -> SyncReport:
    about = database.read_about(connection)
    rows = connection.execute("SELECT problems FROM files WHERE problems IS NOT NULL ORDER BY name")
    kept = [ArticleError(*problem) for (some,) in rows for problem in json.loads(some)]
    moved = set(removed) & set(added)  # from one file to another
    new, other, gone = set(added) - moved, set(changed) | moved, set(removed) - moved
    return SyncReport(
        added=len(new),
        changed=len(other),
        removed=len(gone),
        unchanged=about["articles"] - len(new) - len(other),
        problems=(*problems, *kept),
        passages=about["passages"],
        seconds=0.0,
    )
