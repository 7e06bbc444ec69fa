"""SQLite files that stay whole if the process dies, and whose failures cost nobody an answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging import Logger
from pathlib import Path

from bot.settings import UnusableError


class StorageError(UnusableError):
    """A file cannot be opened; `str()` is a sentence that says why."""


def open_database(
    path: Path | None,
    prepare: Callable[[sqlite3.Connection], None],
    *,
    secure_delete: bool = False,
    shared: bool = False,
) -> sqlite3.Connection:
    """
    Open the file at *path*, and create it if it is missing.

    Args:
        path: None for a database in memory.
        prepare: Creates missing tables, and writes what is needed from the start.
        secure_delete: Overwrite what is deleted.
        shared: The connection is used from several threads, which take turns.

    Raises:
        StorageError: The file cannot be opened or written.
    """
    try:
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            path or ":memory:", isolation_level=None, check_same_thread=not shared
        )
        # The log beside the file is written at once, the file itself now and then.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if secure_delete:
            connection.execute("PRAGMA secure_delete = ON")
        prepare(connection)
    except (OSError, sqlite3.Error) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise StorageError(f"{path} cannot be opened for writing: {cause}.") from None
    return connection


@contextmanager
def logging_errors(log: Logger, warning: str) -> Iterator[None]:
    """Log an error of SQLite, after *warning*, and go on."""
    try:
        yield
    except sqlite3.Error as error:
        log.warning("%s: %s", warning, error)
