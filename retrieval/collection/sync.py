"""Bring an index on disk up to date with a folder of articles, which is the truth."""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from retrieval.articles import Article, ArticleError, StoreError
from retrieval.collection.changes import known_files
from retrieval.collection.edition_choice import choose_edition
from retrieval.collection.index_update import update_index
from retrieval.collection.sync_records import IndexedFolder, SyncProgress, SyncReport
from retrieval.index.disk import database, editions, records, vectors
from retrieval.index.disk.damage import OPENING_ERRORS, is_damage
from retrieval.index.disk.locking import lock_for_writing
from retrieval.reading.listing import ListedFile, list_collection
from retrieval.reading.metadata import FolderMetadata, read_metadata

EMPTIED = (
    "holds no file to read any more (is it mounted?), so the index keeps what it has; "
    "if that is meant, `cuttings index --rebuild` empties it"
)


class _DamagedIndexError(Exception):
    """The index that was being updated is damaged."""


def sync(
    indexed: IndexedFolder,
    progress: SyncProgress | None = None,
    *,
    rebuild: bool = False,
    allow_empty: bool = False,
) -> SyncReport:
    """
    Make the index that of the articles in its folder.

    It is committed slice by slice and can be read all the while. Whatever interrupts this leaves the
    last commit, and the next sync finishes the work. An index that is rebuilt replaces the one before
    when it is complete, or at once if that one cannot be read.

    Args:
        rebuild: Build the index from nothing, whatever there is.
        allow_empty: Accept that the last file is gone: a folder without files may be an unmounted one.

    Raises:
        ArticleError: The folder is missing or holds no file any more, or its `articles.toml` is invalid.
        StoreError: Another process writes there, or there is no space.
    """
    started = time.monotonic()
    source, folder = indexed.source, indexed.folder
    if not (rebuild or allow_empty) and is_emptied(source) and _knows_files(folder):
        raise ArticleError(source, EMPTIED)
    metadata = read_metadata(source) if source.is_dir() else FolderMetadata()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with lock_for_writing(folder):
            report = _update(indexed, metadata, progress, rebuild=rebuild)
        return replace(report, seconds=time.monotonic() - started)
    except (OSError, sqlite3.DatabaseError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise StoreError(
            f"The index in {folder} cannot be written ({cause}); what it held is still there"
        ) from error
    except _DamagedIndexError as error:
        cause = str(error)
    report = sync(indexed, progress, rebuild=True)
    return replace(report, rebuilt=f"it was damaged ({cause})")


def _update(
    indexed: IndexedFolder,
    metadata: FolderMetadata,
    progress: SyncProgress | None,
    *,
    rebuild: bool,
) -> SyncReport:
    """
    Update one edition and publish it.

    Raises:
        _DamagedIndexError: It turns out to be damaged, and it is not a new one.
    """
    edition, rebuilt = choose_edition(indexed, rebuild=rebuild)
    with closing(database.open_to_write(edition)) as connection:
        try:
            report = update_index(indexed, metadata, edition, connection, progress)
        except (ArticleError, OSError):
            raise
        except Exception as error:
            if rebuilt or not is_damage(error, connection):
                raise
            raise _DamagedIndexError(str(error)) from error
        current = editions.find_current(indexed.folder)
        if edition != current:
            if indexed.versions:
                # The edition that is replaced may be damaged, or made by another version of this code.
                with suppress(*OPENING_ERRORS, zlib.error):
                    indexed.versions.keep(_replaced(current, edition, metadata.forgotten))
            editions.publish(edition)
        editions.sweep(indexed.folder)
        vectors.sweep(indexed.folder, connection)
        indexed.store.settle(database.read_about(connection))
    return replace(report, rebuilt=rebuilt)


def is_emptied(source: Path) -> bool:
    """Return whether *source* holds no file of a format that is read."""
    return not any(isinstance(seen, ListedFile) for seen in list_collection(source))


def _knows_files(folder: Path) -> bool:
    edition = editions.find_current(folder)
    if not (edition / database.FILE).exists():
        return False
    try:
        with closing(database.open_to_read(edition)) as connection:
            return bool(known_files(connection))
    except sqlite3.DatabaseError:
        return True


def _replaced(current: Path, edition: Path, forgotten: Collection[str]) -> Iterator[Article]:
    """Yield the articles of the *current* edition that the new *edition* has otherwise, or not at all."""
    with (
        closing(database.open_to_read(current)) as before,
        closing(database.open_to_read(edition)) as now,
    ):
        query = "SELECT id, version, key FROM articles"
        kept = {(id_, version) for id_, version, _ in now.execute(query)}
        for id_, version, key in before.execute(query):
            if (id_, version) not in kept and records.decode(id_) not in forgotten:
                yield database.read_article(before, key).article
