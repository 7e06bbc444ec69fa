"""Reports damage to an index on disk that shows only while it is read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812 - a class, despite its name in zlib

from retrieval.articles import EngineError, StoreError

OPENING_ERRORS = (sqlite3.DatabaseError, ValueError, OSError, TypeError, KeyError)
"""What opening raises if the first pages of the database, or the candidates, are damaged."""

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
    """Return whether damage caused *error*; reading a damaged page can raise almost anything."""
    if isinstance(error, ZlibError | StoreError):
        return True
    if isinstance(error, EngineError):  # a cluster that cannot be reached
        return False
    if isinstance(error, sqlite3.DatabaseError):
        return not is_system_error(error)
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)])
    except sqlite3.DatabaseError as check_error:
        return not is_system_error(check_error)


def is_system_error(error: BaseException | None) -> bool:
    """Return whether *error* is due to a full or missing disk, or a file that is locked."""
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & 0xFF in _SYSTEM


@contextmanager
def reporting_damage(edition: Path, connection: sqlite3.Connection) -> Iterator[None]:
    """
    Mark *edition* when reading it shows damage, so that it is rebuilt instead of opened again.

    Raises:
        DamageError: The edition is damaged.
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
                f"The index in {index} is damaged ({error}): the next question rebuilds it, "
                "or `cuttings index`"
            ) from error
        if isinstance(error, sqlite3.Error):
            raise StoreError(f"The index in {index} cannot be read ({error})") from error
        raise


def is_marked(edition: Path) -> bool:
    """Return whether *edition* was marked as damaged."""
    return (edition / _MARK).exists()
