"""Counts how many questions there were, how they ended and how long they took: no texts, no names."""

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
Times are counted in buckets: up to `_LEAST` seconds, up to `_STEP` times that, and so on `_MOST` times, up
to some 160 seconds. So a time that is read from the counts is at most a tenth too high.
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
        since: The start of counting, in seconds of Unix time.
        answered: Questions that were answered.
        refused: Questions without an answer, by `NoAnswer.reason`.
        failed: Questions that could not be searched for.
        p50, p99: Seconds from a question's turn to the end of its answer that half of the questions, and
            99% of them, do not exceed; None before the first.
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
    """Return the bucket of a time, from 0."""
    if seconds <= _LEAST:
        return 0
    return min(_MOST, math.ceil(math.log(seconds / _LEAST, _STEP)))


def quantile(counts: Mapping[int, int], share: float) -> float | None:
    """Return the seconds that this *share* of the times does not exceed, or None without times."""
    wanted, seen = share * sum(counts.values()), 0
    for size, count in sorted(counts.items()):
        seen += count
        if seen >= wanted:
            return _LEAST * _STEP**size
    return None


class Statistics:
    """
    Counts that threads can share. Once it is open, no method raises: if the disk fails, less is counted,
    and that is logged.
    """

    def __init__(self, path: Path | None = None) -> None:
        """
        Args:
            path: Of the SQLite file; None to count in memory only.

        Raises:
            StorageError: The file cannot be opened or written.
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
