"""Which edition of an index a sync writes: the current one, one that was begun, or a new one."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from retrieval.collection.index_version import index_version
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.candidates.protocol import CandidateStore
from retrieval.index.disk import database, editions
from retrieval.index.disk.damage import OPENING_ERRORS, is_marked, is_system_error
from retrieval.index.disk.index import StoredIndex
from retrieval.index.disk.writer import create_empty
from retrieval.reading.formats import extra_versions

_DAMAGED = "it was damaged, or made by another version"


def why_rebuild(indexed: IndexedFolder) -> str | None:
    """Return why the next `sync` rebuilds the index; None if it does not."""
    return _why_unusable(editions.find_current(indexed.folder), indexed.store)


def choose_edition(indexed: IndexedFolder, *, rebuild: bool) -> tuple[Path, str | None]:
    """Return the edition to write, and why it is not the current one, if there is a current one."""
    folder, store = indexed.folder, indexed.store
    current = editions.find_current(folder)
    cause = "it was requested" if rebuild else _why_unusable(current, store)
    if not cause:
        return current, None
    had_index = (current / database.FILE).exists()
    begun = (
        other
        for other in editions.list_others(folder)
        if not rebuild and not _why_unusable(other, store)
    )
    edition = next(begun, None)
    if not edition:
        editions.sweep(folder)
        kept = store.begin(folder)
        edition = editions.begin(folder)
        create_empty(edition, index_version(), kept).close()
    if not _can_be_asked(current, store):
        editions.publish(edition)
        editions.sweep(folder)
    return edition, cause if had_index else None


def _why_unusable(edition: Path, store: CandidateStore) -> str | None:
    """Return why an edition cannot be continued; None if it can."""
    if not (edition / database.FILE).exists():
        return "it is not there"
    if is_marked(edition):
        return "it was damaged"
    try:
        with closing(database.open_to_read(edition)) as connection:
            about = database.verify_schema(connection)
    except OPENING_ERRORS as error:
        _raise_if_of_the_system(error)
        return _DAMAGED
    if about["made_by"] != index_version() or _has_other_readers(about["readers"]):
        return "it was made by another version"
    if not store.has(about):
        return "its candidates were gone"
    return _DAMAGED if about["generation"] and not _can_be_asked(edition, store) else None


def _has_other_readers(readers: Mapping[str, str]) -> bool:
    """Return whether an extra that read files for the index has other libraries now."""
    now = extra_versions()
    return any(now.get(extra, libraries) != libraries for extra, libraries in readers.items())


def _can_be_asked(edition: Path, store: CandidateStore) -> bool:
    if not (edition / database.FILE).exists():
        return False
    try:
        index = StoredIndex(edition, store)
    except OPENING_ERRORS as error:
        _raise_if_of_the_system(error)
        return False
    index.close()
    return store.has(index.about)


def _raise_if_of_the_system(error: Exception) -> None:
    """Raise what the system caused: a full disk is no reason to replace the index that there is."""
    for cause in (error, error.__cause__):
        if cause and is_system_error(cause):
            raise cause
