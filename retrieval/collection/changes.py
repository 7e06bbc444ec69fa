"""What of a collection is otherwise than its index knows it, as far as its folders show: no file is opened."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from retrieval.articles import ArticleError
from retrieval.index.disk import database
from retrieval.index.disk.editions import current
from retrieval.reading.formats import installed
from retrieval.reading.listing import Seen, UnreadableFolderError, listed
from retrieval.reading.metadata import FolderMetadata, read_metadata

_SETTLED = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was read may change again and show the same time."""

_AT_LEAST = 100
"""Files that are looked at however long they take: one pause of the machine makes no folder slow."""


class Known(NamedTuple):
    """A file as it was when it was read last; `told` is what `told_of` made then."""

    size: int
    modified: int
    sha256: bytes | None
    told: str
    again: bool


class Look(NamedTuple):
    """
    Attributes:
        found: The files there are, by name.
        new: Names of those that are new or look otherwise.
        missing: Names of those that are gone; not of those in a folder that cannot be looked into.
        problems: What no file can be made of.
        readable: Of the new ones, those that look the same, and may have wanted for a reader.
    """

    found: Mapping[str, Seen]
    new: list[str]
    missing: list[str]
    problems: list[ArticleError]
    readable: frozenset[str] = frozenset()

    @property
    def changes(self) -> int:
        return len(self.new) + len(self.missing)

    @property
    def size(self) -> int:
        """Of what is new, in bytes."""
        return sum(self.found[name].stamp[0] for name in self.new)


def look(
    source: Path,
    about: FolderMetadata,
    known: Mapping[str, Known],
    seconds: float | None = None,
) -> Look:
    """
    Look at the files of *source*.

    Raises:
        ArticleError: As `listed`.
        TimeoutError: It takes more than these *seconds*, and there are more than a few files.
    """
    until = time.monotonic() + seconds if seconds is not None else None
    found: dict[str, Seen] = {}
    new: list[str] = []
    problems: list[ArticleError] = []
    unread: list[str] = []
    for count, seen in enumerate(listed(source)):
        if until and count >= _AT_LEAST and time.monotonic() > until:
            raise TimeoutError
        if isinstance(seen, ArticleError):
            problems.append(seen)
            if isinstance(seen, UnreadableFolderError):
                unread.append(_inside(Path(seen.path), source))
            continue
        found[seen.name] = seen
        before = known.get(seen.name)
        told = told_of(seen, about)
        if not before or (before.size, before.modified, before.told) != (*seen.stamp, told):
            new.append(seen.name)
    missing = [name for name in known if name not in found and not name.startswith(tuple(unread))]
    return Look(found, new, missing, problems)


def glance(source: Path, folder: Path, seconds: float) -> Look:
    """See `look`, beside what the index in *folder* knows."""
    about = read_metadata(source) if source.is_dir() else FolderMetadata()
    with closing(database.open_to_read(current(folder))) as connection:
        return with_readable(look(source, about, files_of(connection), seconds), connection)


def with_readable(found: Look, connection: sqlite3.Connection) -> Look:
    """*found*, and what could not be read, or not all of it, before other extras were installed."""
    if database.about(connection)["readers"] == installed():
        return found
    rows = connection.execute("SELECT name FROM files WHERE problems IS NOT NULL ORDER BY name")
    names = [name for (name,) in rows if name in found.found and name not in found.new]
    return found._replace(new=found.new + names, readable=frozenset(names))


def told_of(seen: Seen, about: FolderMetadata) -> str:
    """What changes with what is known of a file and does not stand in it."""
    entry = about.entries.get(seen.name)
    inside = f"{seen.name}/"
    forgotten = sorted(id_ for id_ in about.forgotten if id_.startswith(inside))
    known = (entry, seen.beside, forgotten)
    return repr(known) if any(known) else ""


def is_settled(seen: Seen) -> bool:
    """Whether what stands beside a file would show another time when it changed again."""
    return not seen.beside or time.time_ns() - seen.beside[1] > _SETTLED


def files_of(connection: sqlite3.Connection) -> dict[str, Known]:
    """What an index knows of its files, by name."""
    rows = connection.execute("SELECT name, size, modified, sha256, known, again FROM files")
    return {name: Known(*row) for name, *row in rows}


def _inside(folder: Path, source: Path) -> str:
    """What the names of the files in *folder* begin with."""
    return f"{folder.relative_to(source).as_posix()}/".removeprefix("./")
