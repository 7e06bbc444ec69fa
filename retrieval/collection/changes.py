"""How a collection differs from what its index knows, as far as folders show it: no file is opened."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from retrieval.articles import ArticleError
from retrieval.index.disk import database
from retrieval.index.disk.editions import find_current
from retrieval.reading.formats import installed_extras
from retrieval.reading.listing import ListedFile, UnreadableFolderError, list_collection
from retrieval.reading.metadata import FolderMetadata, read_metadata

_FEWEST_CHECKED = 100
"""Files that are checked however long that takes: one pause of the machine makes no folder slow."""

_SETTLED = 2_000_000_000
"""Nanoseconds after a change during which a second change may show the same time."""


class KnownFile(NamedTuple):
    """A file as it was last read, from the index; see `metadata_key` for that field."""

    size: int
    modified: int
    sha256: bytes | None
    metadata_key: str
    retry: bool


class FolderChanges(NamedTuple):
    """
    What changed in a collection.

    Attributes:
        files: All files that there are, by name.
        new: The names of files that are new or look different.
        missing: The names of files that are gone, except those in a folder that cannot be listed.
        problems: Why some entries are no files to read.
        readable: The names in `new` of files that look the same but may have lacked a reader.
    """

    files: Mapping[str, ListedFile]
    new: list[str]
    missing: list[str]
    problems: list[ArticleError]
    readable: frozenset[str] = frozenset()

    @property
    def file_count(self) -> int:
        return len(self.new) + len(self.missing)

    @property
    def size(self) -> int:
        """The bytes of the new files."""
        return sum(self.files[name].stamp[0] for name in self.new)


def find_changes(
    source: Path,
    metadata: FolderMetadata,
    known: Mapping[str, KnownFile],
    seconds: float | None = None,
) -> FolderChanges:
    """
    Compare the files of *source* with the *known* ones.

    Raises:
        ArticleError: See `listed`.
        TimeoutError: It takes more than *seconds*, and there are more than a few files.
    """
    deadline = time.monotonic() + seconds if seconds is not None else None
    files: dict[str, ListedFile] = {}
    new: list[str] = []
    problems: list[ArticleError] = []
    unlisted: list[str] = []
    for count, seen in enumerate(list_collection(source)):
        if deadline and count >= _FEWEST_CHECKED and time.monotonic() > deadline:
            raise TimeoutError
        if isinstance(seen, ArticleError):
            problems.append(seen)
            if isinstance(seen, UnreadableFolderError):
                unlisted.append(_name_prefix(Path(seen.path), source))
            continue
        files[seen.name] = seen
        before = known.get(seen.name)
        looks = (*seen.stamp, metadata_key(seen, metadata))
        if not before or (before.size, before.modified, before.metadata_key) != looks:
            new.append(seen.name)
    missing = [name for name in known if name not in files and not name.startswith(tuple(unlisted))]
    return FolderChanges(files, new, missing, problems)


def changes_since_indexed(source: Path, folder: Path, seconds: float) -> FolderChanges:
    """Return how *source* differs from what the index in *folder* knows; see `find_changes`."""
    metadata = read_metadata(source) if source.is_dir() else FolderMetadata()
    with closing(database.open_to_read(find_current(folder))) as connection:
        changes = find_changes(source, metadata, known_files(connection), seconds)
        return with_readable(changes, connection)


def with_readable(changes: FolderChanges, connection: sqlite3.Connection) -> FolderChanges:
    """Add the files that could not be fully read, if other extras are installed since."""
    if [*database.read_about(connection)["readers"]] == installed_extras():
        return changes
    rows = connection.execute("SELECT name FROM files WHERE problems IS NOT NULL ORDER BY name")
    names = [name for (name,) in rows if name in changes.files and name not in changes.new]
    return changes._replace(new=changes.new + names, readable=frozenset(names))


def metadata_key(seen: ListedFile, metadata: FolderMetadata) -> str:
    """Return a text that changes with what is known about a file but does not stand in it."""
    entry = metadata.entries.get(seen.name)
    inside = f"{seen.name}/"
    forgotten = sorted(id_ for id_ in metadata.forgotten if id_.startswith(inside))
    known = (entry, seen.sidecar_stamp, forgotten)
    return repr(known) if any(known) else ""


def is_settled(modified: int) -> bool:
    """
    Return whether a file would show another time if it changed again now.

    Args:
        modified: When it last changed, in nanoseconds.
    """
    return time.time_ns() - modified > _SETTLED


def known_files(connection: sqlite3.Connection) -> dict[str, KnownFile]:
    """Return what an index knows of its files, by name."""
    rows = connection.execute("SELECT name, size, modified, sha256, known, again FROM files")
    return {name: KnownFile(*row) for name, *row in rows}


def _name_prefix(folder: Path, source: Path) -> str:
    """Return what the names of all files in *folder* begin with."""
    return f"{folder.relative_to(source).as_posix()}/".removeprefix("./")
