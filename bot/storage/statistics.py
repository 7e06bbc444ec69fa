"""How many questions there were, how they ended and how long they took: no word of them, and nobody's name."""

from __future__ import annotations

import logging
import math
import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock

from bot.storage.database import logging_errors, open_database

log = logging.getLogger(__name__)

_LEAST, _STEP, _MOST = 1e-4, 1.1, 150
"""
Times are counted by their size: up to `_LEAST` seconds, up to `_STEP` times that, and so on `_MOST` times,
which is some 160 seconds. So what is read from the counts is at most a tenth too much.
"""

_TABLE = """
CREATE TABLE IF NOT EXISTS counts (
    what TEXT, kind TEXT, count INTEGER, PRIMARY KEY (what, kind)
) WITHOUT ROWID;
"""
_tolerant = partial(logging_errors, log, "Counts of questions cannot be written or read")
_COUNT = "INSERT INTO counts VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1"


@dataclass(frozen=True, slots=True)
class Figures:
    """
    Attributes:
        since: When the first question could be counted, in seconds of Unix time.
        answered: Questions, of which an answer was found.
        refused: By `NoAnswer.reason`.
        failed: Questions that could not be looked up.
        p50, p99: Seconds from the turn of a question to the end of its answer, or of the refusal, for half
            of the questions, and for 99 of 100; None before the first.
    """

    since: float
    answered: int
    refused: Mapping[str, int]
    failed: int
    p50: float | None
    p99: float | None

    @property
    def questions(self) -> int:
        return self.answered + sum(self.refused.values()) + self.failed


def size_of(seconds: float) -> int:
    """Which of the counts of times a time goes into, from 0 on."""
    if seconds <= _LEAST:
        return 0
    return min(_MOST, math.ceil(math.log(seconds / _LEAST, _STEP)))


def quantile(counts: Mapping[int, int], share: float) -> float | None:
    """The seconds that this *share* of the times does not exceed; None when there is none."""
    wanted, found = share * sum(counts.values()), 0
    for size, count in sorted(counts.items()):
        found += count
        if found >= wanted:
            return _LEAST * _STEP**size
    return None


class Statistics:
    """
    Safe to share among threads. Once it is open nothing raises: with a disk that fails there is less to
    count, and that is logged.
    """

    def __init__(self, path: Path | None = None) -> None:
        """
        Args:
            path: Of the SQLite file that keeps it; without one it is kept for as long as this is there.

        Raises:
            StorageError: It cannot be written.
        """
        self._lock = Lock()
        self._connection = open_database(path, _prepare, shared=True)

    def close(self) -> None:
        self._connection.close()

    def count(self, what: str, kind: str = "", took: float | None = None) -> None:
        """
        Count a question.

        Args:
            what: "answered", "refused" or "failed".
            kind: The reason of a refusal.
            took: Seconds.
        """
        with self._lock, _tolerant(), self._connection:
            self._connection.execute("BEGIN")
            self._connection.execute(_COUNT, (what, kind))
            if took is not None:
                self._connection.execute(_COUNT, ("time", str(size_of(took))))

    def read(self) -> Figures:
        rows: list[tuple[str, str, int]] = []
        with self._lock, _tolerant():
            rows = self._connection.execute("SELECT what, kind, count FROM counts").fetchall()
        counts = {(what, kind): count for what, kind, count in rows}
        times = {int(kind): count for what, kind, count in rows if what == "time"}
        return Figures(
            counts.get(("since", ""), 0),
            counts.get(("answered", ""), 0),
            {kind: count for what, kind, count in rows if what == "refused"},
            counts.get(("failed", ""), 0),
            quantile(times, 0.5),
            quantile(times, 0.99),
        )


def _prepare(connection: sqlite3.Connection) -> None:
    connection.executescript(_TABLE)
    since = int(time.time())
    connection.execute("INSERT OR IGNORE INTO counts VALUES ('since', '', ?)", (since,))
