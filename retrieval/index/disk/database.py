"""
The file `index.sqlite`: what of a collection is committed.

What finds candidates (`stored.candidates`) and the terms to score them by (`stored.forward`) are written
ahead of the database and cleaned up after it, so they have every passage that the database knows of, and
perhaps some that it does not; those are passed over.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Self

from retrieval.articles import StoreError
from retrieval.index.disk import records
from retrieval.index.disk.records import Unpacked

FILE = "index.sqlite"

SCHEMA = 10
"""Raise it whenever a table or what is packed in it changes."""

ORDINALS = 20
"""Bits of a passage's number that tell its place in the article; those above are the article's key."""


_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE gone (key INTEGER PRIMARY KEY, since REAL); -- seconds since 1970
CREATE TABLE files (
    name TEXT PRIMARY KEY, size INTEGER, modified INTEGER, sha256 BLOB, known TEXT,
    problems TEXT, again INTEGER
) WITHOUT ROWID;
CREATE TABLE articles (
    key INTEGER PRIMARY KEY, id BLOB UNIQUE, file TEXT, place INTEGER, passages INTEGER,
    version BLOB, state BLOB, language TEXT, published TEXT, publisher TEXT, record BLOB
);
CREATE INDEX articles_of_file ON articles (file, place);
CREATE INDEX articles_published ON articles (publisher, published, language);
CREATE TABLE texts (key INTEGER PRIMARY KEY, text BLOB, sum INTEGER); -- see `records.sum_of`
CREATE TABLE words (
    term TEXT PRIMARY KEY, id INTEGER, passages INTEGER, titled INTEGER, articles INTEGER,
    times INTEGER, capital INTEGER, small INTEGER, written TEXT, folded TEXT, sound TEXT
) WITHOUT ROWID;
CREATE INDEX words_alike ON words (length(folded), folded) WHERE folded IS NOT NULL;
CREATE INDEX words_by_sound ON words (sound) WHERE sound IS NOT NULL;
CREATE TABLE doubted ( -- of words that are written as an article was that is gone
    term TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE definitions (
    acronym TEXT, words TEXT, count INTEGER, term TEXT, opening TEXT, PRIMARY KEY (acronym, words)
) WITHOUT ROWID;
CREATE INDEX definitions_by_term ON definitions (term, count) WHERE term IS NOT NULL;
CREATE INDEX definitions_by_opening ON definitions (opening) WHERE opening IS NOT NULL;
CREATE TABLE said ( -- by whom: the key of the speaker, NULL when unknown, and the name as it is shown
    key INTEGER, start INTEGER, end INTEGER, form INTEGER, name_start INTEGER, name_end INTEGER,
    cue_start INTEGER, cue_end INTEGER, speaker TEXT, called TEXT, PRIMARY KEY (key, start, form)
) WITHOUT ROWID;
CREATE INDEX said_by ON said (speaker, called) WHERE speaker IS NOT NULL;
CREATE TABLE sketches (bucket INTEGER PRIMARY KEY, packed BLOB); -- see `stored.sketches`
CREATE VIEW articles_in_order AS -- by file, folder for folder, as files are read
SELECT * FROM articles ORDER BY replace(file, '/', char(1)), place;
"""


class _Connection(sqlite3.Connection):
    """
    One that threads share. Python since 3.12 gives a statement that has come to its last row to whoever
    begins the same one, and may reset it for the other then; so each takes its steps alone.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.alone = Lock()
        super().__init__(*args, **kwargs)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        return _Cursor(self).execute(sql, parameters)


class _Cursor(sqlite3.Cursor):
    def __init__(self, connection: _Connection) -> None:
        self._alone = connection.alone
        super().__init__(connection)

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        with self._alone:
            return super().execute(sql, parameters)

    def fetchone(self) -> Any:
        with self._alone:
            return super().fetchone()

    def fetchall(self) -> list[Any]:
        with self._alone:
            return super().fetchall()

    def __next__(self) -> Any:
        with self._alone:
            return super().__next__()


def create(folder: Path) -> sqlite3.Connection:
    """A new database in *folder*, to be written."""
    connection = _connect(folder / FILE, "rwc")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(f"BEGIN IMMEDIATE;{_TABLES}COMMIT;")
    return connection


def open_to_write(folder: Path) -> sqlite3.Connection:
    connection = _connect(folder / FILE, "rw")
    connection.execute("PRAGMA secure_delete = 1")  # what is to be forgotten is written over
    return connection


def open_to_read(folder: Path) -> sqlite3.Connection:
    """The last commit, and it alone for as long as the connection is open."""
    connection = _connect(
        folder / FILE, "rw"
    )  # a reader too has a share in the log beside the file
    connection.execute("PRAGMA query_only = 1")
    connection.execute("BEGIN")
    return connection


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=30,  # seconds that a short commit of somebody else is waited for
        isolation_level=None,
        check_same_thread=False,
        factory=_Connection,
    )
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def sound(connection: sqlite3.Connection) -> dict[str, Any]:
    """
    `about` of a database of this schema.

    Raises:
        StoreError: It is of another, or damaged, as far as its first pages tell.
    """
    try:
        found = about(connection)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"The index is damaged ({error})") from error
    if found.get("schema") != SCHEMA:
        raise StoreError("The index was made by another version")
    return found


def about(connection: sqlite3.Connection) -> dict[str, Any]:
    """The totals of a collection, and whatever else is one thing."""
    rows = connection.execute("SELECT name, value FROM about")
    return {name: json.loads(value) for name, value in rows}


def unpacked(connection: sqlite3.Connection, key: int) -> Unpacked:
    """
    The article of that *key*, which there is.

    Raises:
        StoreError: Its text is not what was stored.
    """
    id_, record, text, kept = connection.execute(
        "SELECT id, record, text, sum FROM articles JOIN texts USING (key) WHERE key = ?", (key,)
    ).fetchone()
    return records.unpack(records.decode(id_), records.intact(id_, text, kept), record)


def tell(connection: sqlite3.Connection, told: Mapping[str, object]) -> None:
    """Change some of `about`."""
    connection.executemany(
        "INSERT OR REPLACE INTO about VALUES (?, ?)",
        [(name, json.dumps(value)) for name, value in told.items()],
    )
