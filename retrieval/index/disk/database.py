"""
The file `index.sqlite`, which holds what is committed.

Candidates and the forward index are written before the database and cleaned up after it. So they have
every passage that the database has, and perhaps others, which are ignored.
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
from retrieval.index.disk.records import UnpackedArticle

FILE = "index.sqlite"

SCHEMA = 10
"""Raise it whenever a table or what is packed in it changes."""

ORDINALS = 20
"""Bits of a passage's number that hold its place in the article; those above hold the article's key."""


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
CREATE TABLE texts (key INTEGER PRIMARY KEY, text BLOB, sum INTEGER); -- see `records.checksum`
CREATE TABLE words (
    term TEXT PRIMARY KEY, id INTEGER, passages INTEGER, titled INTEGER, articles INTEGER,
    times INTEGER, capital INTEGER, small INTEGER, written TEXT, folded TEXT, sound TEXT
) WITHOUT ROWID;
CREATE INDEX words_alike ON words (length(folded), folded) WHERE folded IS NOT NULL;
CREATE INDEX words_by_sound ON words (sound) WHERE sound IS NOT NULL;
CREATE TABLE doubted ( -- words spelled as a removed article spelled them
    term TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE definitions (
    acronym TEXT, words TEXT, count INTEGER, term TEXT, opening TEXT, PRIMARY KEY (acronym, words)
) WITHOUT ROWID;
CREATE INDEX definitions_by_term ON definitions (term, count) WHERE term IS NOT NULL;
CREATE INDEX definitions_by_opening ON definitions (opening) WHERE opening IS NOT NULL;
CREATE TABLE said ( -- speaker is the key of the speaker, called the name shown; NULL when unknown
    key INTEGER, start INTEGER, end INTEGER, form INTEGER, name_start INTEGER, name_end INTEGER,
    cue_start INTEGER, cue_end INTEGER, speaker TEXT, called TEXT, PRIMARY KEY (key, start, form)
) WITHOUT ROWID;
CREATE INDEX said_by ON said (speaker, called) WHERE speaker IS NOT NULL;
CREATE TABLE sketches (bucket INTEGER PRIMARY KEY, packed BLOB); -- see `disk.sketches`
CREATE VIEW articles_in_order AS -- by file, folder after folder, as files are read
SELECT * FROM articles ORDER BY replace(file, '/', char(1)), place;
"""


class _Connection(sqlite3.Connection):
    """
    A connection that threads share. Since Python 3.12, a statement that has reached its last row is
    reused by the next thread that executes it, which may reset it for the first; so steps take turns.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.lock = Lock()
        super().__init__(*args, **kwargs)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        return _Cursor(self).execute(sql, parameters)


class _Cursor(sqlite3.Cursor):
    def __init__(self, connection: _Connection) -> None:
        self._lock = connection.lock
        super().__init__(connection)

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        with self._lock:
            return super().execute(sql, parameters)

    def fetchone(self) -> Any:
        with self._lock:
            return super().fetchone()

    def fetchall(self) -> list[Any]:
        with self._lock:
            return super().fetchall()

    def __next__(self) -> Any:
        with self._lock:
            return super().__next__()


def create(folder: Path) -> sqlite3.Connection:
    """Create a database in *folder*, and open it to write."""
    connection = connect(folder / FILE, "rwc")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(f"BEGIN IMMEDIATE;{_TABLES}COMMIT;")
    return connection


def open_to_write(folder: Path) -> sqlite3.Connection:
    connection = connect(folder / FILE, "rw")
    connection.execute(
        "PRAGMA secure_delete = 1"
    )  # overwrite deleted content: articles can be forgotten
    return connection


def open_to_read(folder: Path) -> sqlite3.Connection:
    """Open the last commit; the connection sees no later one."""
    connection = connect(folder / FILE, "rw")  # a reader, too, writes to the log beside the file
    connection.execute("PRAGMA query_only = 1")
    connection.execute("BEGIN")
    return connection


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open the database at *path*, which threads may share; *mode* is one of those of SQLite's URIs."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=30,  # seconds to wait for a short commit of another process
        isolation_level=None,
        check_same_thread=False,
        factory=_Connection,
    )
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def verify_schema(connection: sqlite3.Connection) -> dict[str, Any]:
    """
    Return what `read_about` returns, after checking the schema.

    Raises:
        StoreError: The database has another schema, or its first pages are damaged.
    """
    try:
        about = read_about(connection)
    except sqlite3.DatabaseError as error:
        raise StoreError(f"The index is damaged ({error})") from error
    if about.get("schema") != SCHEMA:
        raise StoreError("The index was made by another version")
    return about


def read_about(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return the totals of the collection, and other single values, by name."""
    rows = connection.execute("SELECT name, value FROM about")
    return {name: json.loads(value) for name, value in rows}


def write_about(connection: sqlite3.Connection, values: Mapping[str, object]) -> None:
    """Change some of the values that `read_about` returns."""
    connection.executemany(
        "INSERT OR REPLACE INTO about VALUES (?, ?)",
        [(name, json.dumps(value)) for name, value in values.items()],
    )


def read_article(connection: sqlite3.Connection, key: int) -> UnpackedArticle:
    """
    Return the article with that *key*, which must exist.

    Raises:
        StoreError: Its text is not what was stored.
    """
    id_, record, text, stored_sum = connection.execute(
        "SELECT id, record, text, sum FROM articles JOIN texts USING (key) WHERE key = ?", (key,)
    ).fetchone()
    checked = records.decode_checked(id_, text, stored_sum)
    return records.unpack_article(records.decode(id_), checked, record)
