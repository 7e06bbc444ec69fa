"""What the bot remembers about messages, people and updates."""

from __future__ import annotations

import logging
import sqlite3
import time
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot.storage.database import logging_errors, open_database

log = logging.getLogger(__name__)

DAY, HOUR = 86_400, 3_600
"""Seconds for which answers, and questions, are remembered."""

_PAUSE = 1.0
"""Seconds between deletions of old entries. Each call of SQLite lets other threads run first."""

_PEOPLE = 10_000
"""People whose preferences are cached."""

_TRIES = 3
"""Times that an update is begun; one that crashes the process each time is skipped then."""

_TABLES = """
CREATE TABLE IF NOT EXISTS answers (
    chat INTEGER, question INTEGER, answer INTEGER, since REAL, PRIMARY KEY (chat, question)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answers_since ON answers (since);
CREATE TABLE IF NOT EXISTS asked (
    chat INTEGER, answer INTEGER, topic INTEGER, user INTEGER, message INTEGER,
    question TEXT, before TEXT, shown INTEGER, since REAL,
    PRIMARY KEY (chat, answer)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS asked_since ON asked (since);
CREATE TABLE IF NOT EXISTS pages (
    chat INTEGER, answer INTEGER, page INTEGER, since REAL, PRIMARY KEY (chat, answer)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pages_since ON pages (since);
CREATE TABLE IF NOT EXISTS preferences (
    user INTEGER PRIMARY KEY, language TEXT, excerpts INTEGER, previews INTEGER
);
CREATE TABLE IF NOT EXISTS feedback (
    chat INTEGER, answer INTEGER, user INTEGER, good INTEGER,
    article TEXT, start INTEGER, "end" INTEGER, version TEXT, since REAL,
    PRIMARY KEY (chat, answer, user)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS updates (
    place INTEGER PRIMARY KEY, number INTEGER UNIQUE, tries INTEGER, done INTEGER
);
"""


_tolerant = partial(logging_errors, log, "The bot's state cannot be written or read")


@dataclass(frozen=True, slots=True)
class Preferences:
    """
    What a person has set.

    Attributes:
        language: A code in `languages.LANGUAGES`; None for the language of their app.
        excerpts: The most excerpts of an answer.
        previews: Whether links have previews.
    """

    language: str | None = None
    excerpts: int = 3
    previews: bool = False


@dataclass(frozen=True, slots=True)
class PastQuestion:
    """
    A question that was answered.

    Attributes:
        answer: The number of the message that answers it.
        topic: The topic of a group that has topics.
        message: The number of the message that asked it.
        question: The question as it was read.
        before: The earlier question that it was read together with.
        shown: The most excerpts to page through.
    """

    chat: int
    answer: int
    topic: int | None
    user: int | None
    message: int
    question: str
    before: str | None
    shown: int


@dataclass(frozen=True, slots=True)
class Feedback:
    """A rating of an excerpt: words of an article, in a *version* of the collection."""

    good: bool
    article: str
    start: int
    end: int
    version: str


class State:
    """
    Remembers message numbers for a day, questions for an hour, and preferences and ratings until people
    delete them. Once it is open, no method raises: if the disk fails, the bot remembers less, and logs that.
    """

    def __init__(self, path: Path | None = None, most_updates: int = 10_000) -> None:
        """
        Args:
            path: Of the file; None to remember in memory only.
            most_updates: Updates to remember; the default is far more than Telegram keeps unconfirmed.

        Raises:
            StorageError: The file cannot be opened or written.
        """
        # What is forgotten is overwritten, not only out of reach.
        self._connection = open_database(path, _prepare, secure_delete=True)
        self._forgot = time.time()
        self._most_updates = most_updates
        self._preferences: dict[int, Preferences] = {}

    def close(self) -> None:
        self._connection.close()

    # Answers

    def remember_answer(self, chat: int, question: int, answer: int) -> None:
        """Remember that the message *answer* answers the message *question* in that *chat*."""
        with _tolerant():
            self._forget_old()
            row = (chat, question, answer, time.time())
            self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", row)

    def answer_to(self, chat: int, question: int) -> int | None:
        """Return the number of the message that answers the message *question*, if that is known."""
        row = self._row(
            "SELECT answer FROM answers WHERE chat = ? AND question = ? AND since >= ?",
            (chat, question, time.time() - DAY),
        )
        return row[0] if row else None

    # Questions

    def remember_question(self, question: PastQuestion) -> None:
        with _tolerant():
            self._forget_old()
            self._connection.execute(
                "INSERT OR REPLACE INTO asked VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*astuple(question), time.time()),
            )

    def last_question(self, chat: int, topic: int | None, user: int | None) -> PastQuestion | None:
        """Return the last question of *user* in a *topic* of that *chat*, within an hour."""
        return self._question(
            "WHERE chat = ? AND topic IS ? AND user IS ? AND since >= ? ORDER BY since DESC, answer DESC",
            (chat, topic, user, time.time() - HOUR),
        )

    def question_answered_by(self, chat: int, answer: int) -> PastQuestion | None:
        """Return the question that the message *answer* answers, within an hour."""
        return self._question(
            "WHERE chat = ? AND answer = ? AND since >= ?", (chat, answer, time.time() - HOUR)
        )

    def remember_page(self, chat: int, answer: int, page: int) -> None:
        """Remember which excerpt, from 0, the message *answer* shows now."""
        with _tolerant():
            row = (chat, answer, page, time.time())
            self._connection.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", row)

    def page_of(self, chat: int, answer: int) -> int:
        """Return which excerpt, from 0, the message *answer* shows, as far as that is known."""
        row = self._row("SELECT page FROM pages WHERE chat = ? AND answer = ?", (chat, answer))
        return row[0] if row else 0

    def forget_questions(self, chat: int, topic: int | None) -> bool:
        """Delete all questions in a *topic* of that *chat*; return False if the disk fails."""
        with _tolerant():
            where = "WHERE chat = ? AND topic IS ?"
            self._connection.execute(f"DELETE FROM asked {where}", (chat, topic))  # noqa: S608
            return True
        return False

    def _question(self, which: str, values: tuple[object, ...]) -> PastQuestion | None:
        columns = "chat, answer, topic, user, message, question, before, shown"
        row = self._row(f"SELECT {columns} FROM asked {which} LIMIT 1", values)  # noqa: S608
        return PastQuestion(*row) if row else None

    # Preferences and ratings

    def preferences(self, user: int) -> Preferences:
        if user not in self._preferences:
            row = self._row(
                "SELECT language, excerpts, previews FROM preferences WHERE user = ?", (user,)
            )
            self._keep(user, Preferences(row[0], row[1], bool(row[2])) if row else Preferences())
        return self._preferences[user]

    def prefer(self, user: int, wanted: Preferences) -> None:
        self._keep(user, wanted)
        with _tolerant():
            self._connection.execute(
                "INSERT OR REPLACE INTO preferences VALUES (?, ?, ?, ?)",
                (user, wanted.language, wanted.excerpts, wanted.previews),
            )

    def _keep(self, user: int, wanted: Preferences) -> None:
        if len(self._preferences) >= _PEOPLE:
            self._preferences.clear()
        self._preferences[user] = wanted

    def remember_feedback(self, chat: int, answer: int, user: int, feedback: Feedback) -> None:
        """Remember what *user* thinks of an *answer*, in place of what they thought before."""
        with _tolerant():
            self._connection.execute(
                "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(chat, answer, user, feedback.good),
                    *(
                        feedback.article,
                        feedback.start,
                        feedback.end,
                        feedback.version,
                        time.time(),
                    ),
                ),
            )

    def feedback_counts(self) -> tuple[int, int]:
        """Return how many ratings are good, and how many are bad."""
        row = self._row("SELECT total(good), count(*) FROM feedback", ())
        good, total = (int(row[0]), row[1]) if row else (0, 0)
        return good, total - good

    def forget(self, user: int) -> bool:
        """
        Delete all that is stored about a person, and about their private chat, which has the same id;
        return False if the disk fails.
        """
        self._preferences.pop(user, None)
        with _tolerant():
            for table, whose in [
                ("answers", "chat = :user"),
                ("asked", "chat = :user OR user = :user"),
                ("pages", "chat = :user"),
                ("preferences", "user = :user"),
                ("feedback", "chat = :user OR user = :user"),
            ]:
                self._connection.execute(f"DELETE FROM {table} WHERE {whose}", {"user": user})  # noqa: S608
            # The log beside the file still contains what was deleted.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return True
        return False

    def _forget_old(self) -> None:
        now = time.time()
        if now - self._forgot < _PAUSE:
            return
        self._forgot = now
        _delete_old(self._connection, now)

    def _row(self, statement: str, values: tuple[object, ...]) -> tuple[Any, ...] | None:
        with _tolerant():
            row: tuple[Any, ...] | None = self._connection.execute(statement, values).fetchone()
            return row
        return None

    # Updates

    def begin_update(self, number: int) -> bool:
        """
        Return whether to handle the update with that *number*: not if it was handled, nor if it was begun
        `_TRIES` times and never ended. If the disk fails, handle it.
        """
        tries, done = 0, 0
        with _tolerant():
            begun = self._connection.execute(
                "INSERT INTO updates (number, tries, done) VALUES (?, 1, 0) "
                "ON CONFLICT (number) DO UPDATE SET tries = tries + 1 RETURNING place, tries, done",
                (number,),
            )
            [(place, tries, done)] = begun.fetchall()
            if place % 100 == 0:
                oldest = (place - self._most_updates,)
                self._connection.execute("DELETE FROM updates WHERE place <= ?", oldest)
        return not done and tries <= _TRIES

    def end_update(self, number: int) -> None:
        """Remember that the update with that *number* was handled."""
        with _tolerant():
            self._connection.execute("UPDATE updates SET done = 1 WHERE number = ?", (number,))


def _prepare(connection: sqlite3.Connection) -> None:
    connection.executescript(_TABLES)
    _delete_old(connection, time.time())


def _delete_old(connection: sqlite3.Connection, now: float) -> None:
    connection.execute("DELETE FROM answers WHERE since < ?", (now - DAY,))
    connection.execute("DELETE FROM asked WHERE since < ?", (now - HOUR,))
    connection.execute("DELETE FROM pages WHERE since < ?", (now - HOUR,))
