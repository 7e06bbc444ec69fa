"""Telling that an index on disk is damaged, where opening it did not show that."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812 - a class, whatever zlib calls it

from retrieval.articles import EngineError, StoreError

AT_OPENING = (sqlite3.DatabaseError, ValueError, OSError, TypeError, KeyError)
"""What damage to the first pages, or to candidates, looks like."""

_MARK = "damaged"
_SYSTEM = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


class DamageError(StoreError):
    """An index turned out to be damaged while it was read."""


def is_damage(error: Exception, connection: sqlite3.Connection) -> bool:
    """Whether *error* came of damage: what a damaged page looks like to who reads it has no one name."""
    if isinstance(error, ZlibError | StoreError):
        return True
    if isinstance(error, EngineError):  # a cluster that is away
        return False
    if isinstance(error, sqlite3.DatabaseError):
        return not is_of_the_system(error)
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)])
    except sqlite3.DatabaseError as found:
        return not is_of_the_system(found)


def is_of_the_system(error: BaseException | None) -> bool:
    """Whether *error* is of a disk that is full or away, or of a file that another holds."""
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & 0xFF in _SYSTEM


@contextmanager
def reporting_damage(edition: Path, connection: sqlite3.Connection) -> Iterator[None]:
    """
    Let who reads *edition* find damage only once: it is not opened again, but made anew.

    Raises:
        DamageError: It is damaged.
        StoreError: It cannot be read.
    """
    try:
        yield
    except DamageError:
        raise
    except Exception as error:
        index = edition.parent
        if is_damage(error, connection):
            with suppress(OSError):
                (edition / _MARK).touch()
            raise DamageError(
                f"The index in {index} is damaged ({error}): the next question makes it anew, "
                "or `cuttings index`"
            ) from error
        if isinstance(error, sqlite3.Error):
            raise StoreError(f"The index in {index} cannot be read ({error})") from error
        raise


def is_marked(edition: Path) -> bool:
    """Whether *edition* was found to be damaged."""
    return (edition / _MARK).exists()
