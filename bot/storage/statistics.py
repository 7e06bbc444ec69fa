"""How many questions there were, how they ended and how long they took: no word of them, and nobody's name."""

from __future__ import annotations

import logging
import math
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from bot.storage.outcomes import AWAY, Handled
from bot.storage.state import StateError

log = logging.getLogger(__name__)

_LEAST, _STEP, _MOST = 1e-4, 1.1, 150
"""
Times are counted by their size: up to `_LEAST` seconds, up to `_STEP` times that, and so on `_MOST` times,
which is some 160 seconds. So what is read from the counts is at most a tenth too much.
"""

_QUESTIONS = ("private", "group", "command")
"""Kinds of update that ask for the first time."""

_TABLE = """
CREATE TABLE IF NOT EXISTS counts (
    what TEXT, kind TEXT, count INTEGER, PRIMARY KEY (what, kind)
) WITHOUT ROWID;
"""
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
            StateError: It cannot be written.
        """
        self._turn = Lock()
        try:
            if path:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                path or ":memory:", isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.executescript(_TABLE)
            self._connection.execute(
                "INSERT OR IGNORE INTO counts VALUES ('since', '', ?)", (int(time.time()),)
            )
        except (OSError, sqlite3.Error) as error:
            cause = getattr(error, "strerror", None) or str(error)
            raise StateError(f"{path} cannot be kept: {cause}.") from None

    def close(self) -> None:
        self._connection.close()

    def handled(self, handled: Handled) -> None:
        """Count an update that was a new question."""
        if handled.kind not in _QUESTIONS:
            return
        if handled.outcome in ("answered", "refused"):
            self.tally(handled.outcome, handled.reason, handled.seconds)
        elif handled.reason == AWAY:
            self.tally("failed")

    def tally(self, what: str, kind: str = "", took: float | None = None) -> None:
        """
        Count a question.

        Args:
            what: "answered", "refused" or "failed".
            kind: The reason of a refusal.
            took: Seconds.
        """
        with self._turn, _going_on(), self._connection:
            self._connection.execute("BEGIN")
            self._connection.execute(_COUNT, (what, kind))
            if took is not None:
                self._connection.execute(_COUNT, ("time", str(size_of(took))))

    def read(self) -> Figures:
        rows: list[tuple[str, str, int]] = []
        with self._turn, _going_on():
            rows = self._connection.execute("SELECT what, kind, count FROM counts").fetchall()
        told = {(what, kind): count for what, kind, count in rows}
        times = {int(kind): count for what, kind, count in rows if what == "time"}
        return Figures(
            told.get(("since", ""), 0),
            told.get(("answered", ""), 0),
            {kind: count for what, kind, count in rows if what == "refused"},
            told.get(("failed", ""), 0),
            quantile(times, 0.5),
            quantile(times, 0.99),
        )


@contextmanager
def _going_on() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        log.warning("What is counted cannot be kept, or read: %s", error)
