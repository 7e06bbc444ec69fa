"""What the bot remembers, in one SQLite file that is whole whenever the process dies."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger(__name__)

_KEPT = 86_400
"""Seconds for which it is known which message answers which."""

_UPDATES = 10_000
"""Updates that are known again: far more than Telegram has waiting to be confirmed."""

_TRIES = 3
"""Times that an update is begun; one that ends the process each time is left after that."""

_TABLES = """
CREATE TABLE IF NOT EXISTS answers (
    chat INTEGER, question INTEGER, answer INTEGER, since REAL, PRIMARY KEY (chat, question)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answers_since ON answers (since);
CREATE TABLE IF NOT EXISTS updates (
    place INTEGER PRIMARY KEY, number INTEGER UNIQUE, tries INTEGER, done INTEGER
);
"""


class StateError(ValueError):
    """It cannot be kept; `str()` is the sentence that says why."""


class State:
    """
    Ids of messages, never their words. Once it is open nothing raises: with a disk that fails there
    is less to remember, and that is logged.
    """

    def __init__(self, path: Path | None = None) -> None:
        """
        Args:
            path: Of the file; without one it is remembered for as long as this is there.

        Raises:
            StateError: It cannot be written.
        """
        try:
            if path:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path or ":memory:", isolation_level=None)
            # The log beside the file is written at once, the file itself now and then.
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.executescript(_TABLES)
            self._forget_the_old()
        except (OSError, sqlite3.Error) as error:
            cause = getattr(error, "strerror", None) or str(error)
            raise StateError(f"{path} cannot be kept: {cause}.") from None

    def close(self) -> None:
        self._connection.close()

    def remember_answer(self, chat: int, question: int, answer: int) -> None:
        """The message *answer* answers the message *question* in that *chat*."""
        now = time.time()
        with _going_on():
            self._forget_the_old()
            row = (chat, question, answer, now)
            self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", row)

    def _forget_the_old(self) -> None:
        self._connection.execute("DELETE FROM answers WHERE since < ?", (time.time() - _KEPT,))

    def answer_to(self, chat: int, question: int) -> int | None:
        """The message that answers the message *question*, where that is known."""
        row = None
        with _going_on():
            row = self._connection.execute(
                "SELECT answer FROM answers WHERE chat = ? AND question = ? AND since >= ?",
                (chat, question, time.time() - _KEPT),
            ).fetchone()
        return row[0] if row else None

    def begin_update(self, number: int) -> bool:
        """
        Whether the update of that *number* is to be handled: not when it was, nor when that was begun
        often and never ended. What cannot be told is handled.
        """
        tries, done = 0, 0
        with _going_on():
            begun = self._connection.execute(
                "INSERT INTO updates (number, tries, done) VALUES (?, 1, 0) "
                "ON CONFLICT (number) DO UPDATE SET tries = tries + 1 RETURNING place, tries, done",
                (number,),
            )
            [(place, tries, done)] = begun.fetchall()
            oldest = (place - _UPDATES,)
            self._connection.execute("DELETE FROM updates WHERE place <= ?", oldest)
        return not done and tries <= _TRIES

    def end_update(self, number: int) -> None:
        """The update of that *number* needs nothing more."""
        with _going_on():
            self._connection.execute("UPDATE updates SET done = 1 WHERE number = ?", (number,))


@contextmanager
def _going_on() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        log.warning("What is remembered cannot be kept, or read: %s", error)
