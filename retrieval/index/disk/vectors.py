"""
The vectors of passages that a model of meaning made, beside the editions of an index.

Each version of a model has a database of its own, so that changing the model destroys nothing. Vectors are
found by the state of their article and the version of the code that split it, so a new edition finds those of
the one before; where that code changed, texts that stayed the same keep their vectors all the same.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import EngineError, StoreError
from retrieval.index.disk import database, records
from retrieval.index.disk.damage import is_system_error
from retrieval.index.disk.database import ORDINALS

FOLDER = "vectors"

_SCHEMA = 1
_PAGE = 16_384
"""Bytes of a page of the database, which holds the vectors of about six passages."""

_MAPPED = 1 << 40
"""Bytes of the file that are mapped into memory, at most; SQLite has its own, lower limit."""

_PATIENCE = 5_000
"""Milliseconds to wait for whoever reads the log in which deleted vectors still stand."""

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE articles ( -- passages counts those that have their vectors
    key INTEGER PRIMARY KEY, state BLOB, made_by TEXT, passages INTEGER, UNIQUE (state, made_by)
);
CREATE TABLE passages (number INTEGER PRIMARY KEY, vectors INTEGER);
CREATE INDEX passages_with ON passages (vectors);
CREATE TABLE vectors (key INTEGER PRIMARY KEY, texts BLOB UNIQUE, rows BLOB, sum INTEGER);
"""

Rows = NDArray[np.int8]
"""
Vectors of the texts of a passage, shape `(texts, dimensions)`. Each has its own scale, which does not
matter to a cosine and is not kept.
"""

log = logging.getLogger(__name__)


class PassageKey(NamedTuple):
    """
    What finds the vectors of a passage.

    Attributes:
        state: That of its article; see `PreparedArticle`.
        made_by: The version of the code that split the article.
        ordinal: The passage's place in the article.
    """

    state: bytes
    made_by: str
    ordinal: int


class PassageVectors(NamedTuple):
    """Vectors to store; *texts* is a hash of the texts that they were made of."""

    passage: PassageKey
    texts: bytes
    rows: Rows


class VectorsError(EngineError):
    """Vectors cannot be read or written. The index is none the worse for it."""


class StoredVectors:
    """
    The vectors of one model. Safe to share between threads, and other processes may change them.

    Every method may raise `VectorsError`. Damage that shows is marked, and the next to open them begins anew.
    """

    def __init__(self, folder: Path, model: str, dimensions: int) -> None:
        """
        Open the vectors in the *folder* of an index, or begin them.

        Args:
            model: What names the version of the model.
        """
        self.path = folder / FOLDER / f"{model}.sqlite"
        self._dimensions = dimensions
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if _mark(self.path).exists():
                _delete(self.path)
            self._connection = _open_or_begin(self.path)
        except (OSError, sqlite3.Error) as error:
            raise VectorsError(f"The vectors in {self.path} cannot be opened ({error})") from error

    def close(self) -> None:
        self._connection.close()

    def find(self, passages: Sequence[PassageKey]) -> list[Rows | None]:
        """Return the vectors of *passages*, None for one that has none yet."""
        with self._reporting():
            return [self._find(passage) for passage in passages]

    def _find(self, passage: PassageKey) -> Rows | None:
        found = self._connection.execute(
            "SELECT rows, sum FROM articles JOIN passages ON number = articles.key << ? | ?"
            " JOIN vectors ON vectors.key = vectors WHERE state = ? AND made_by = ?",
            (ORDINALS, passage.ordinal, passage.state, passage.made_by),
        ).fetchall()
        return self._unpack(*found[0]) if found else None

    def _unpack(self, rows: bytes, stored_sum: int) -> Rows:
        if records.checksum(rows) != stored_sum or not rows or len(rows) % self._dimensions:
            raise StoreError("those of a passage are not what was stored")
        return np.frombuffer(rows, np.int8).reshape(-1, self._dimensions)

    def find_texts(self, texts: Iterable[bytes]) -> dict[bytes, Rows]:
        """Return the vectors that there are of texts with these hashes."""
        query = "SELECT rows, sum FROM vectors WHERE texts = ?"
        with self._reporting():
            found = {each: self._connection.execute(query, (each,)).fetchall() for each in texts}
            return {each: self._unpack(*rows[0]) for each, rows in found.items() if rows}

    def count_passages(self, made_by: str) -> dict[bytes, int]:
        """Return for the state of each article how many of its passages have vectors."""
        query = "SELECT state, passages FROM articles WHERE made_by = ?"
        with self._reporting():
            return dict(self._connection.execute(query, (made_by,)).fetchall())

    def find_ordinals(self, state: bytes, made_by: str) -> set[int]:
        """Return the places of an article's passages that have vectors."""
        query = (
            "SELECT number & ? FROM articles JOIN passages"
            " ON number BETWEEN articles.key << ? AND (articles.key + 1 << ?) - 1"
            " WHERE state = ? AND made_by = ?"
        )
        with self._reporting():
            rows = self._connection.execute(query, (_ORDINAL, ORDINALS, ORDINALS, state, made_by))
            return {ordinal for (ordinal,) in rows.fetchall()}

    def add(self, vectors: Iterable[PassageVectors], exists: Callable[[bytes], bool]) -> None:
        """
        Store *vectors*.

        Args:
            exists: Whether the index still has an article of that state. It is asked once nothing else can
                change these vectors, so that none is kept of an article that was forgotten meanwhile.
        """
        still: dict[bytes, bool] = {}
        with self._changing() as connection:
            for each in vectors:
                state = each.passage.state
                if state not in still:
                    still[state] = exists(state)
                if still[state]:
                    _insert(connection, each)

    def read_about(self) -> dict[str, Any]:
        with self._reporting():
            return database.read_about(self._connection)

    def write_about(self, values: Mapping[str, object]) -> None:
        with self._changing() as connection:
            database.write_about(connection, values)

    def drop_other_versions(self, made_by: str) -> None:
        """Delete what was kept of passages that another version of the code split."""
        with self._changing() as connection:
            rows = connection.execute("SELECT key FROM articles WHERE made_by != ?", (made_by,))
            _drop(connection, [key for (key,) in rows.fetchall()])

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection of its own, in a transaction: other threads read meanwhile."""
        with (
            self._reporting(),
            closing(_open(self.path)) as connection,
            _transaction(connection),
        ):
            yield connection

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, StoreError, OSError) as error:
            if is_system_error(error) or isinstance(error, OSError):
                raise VectorsError(
                    f"The vectors in {self.path} cannot be used ({error})"
                ) from error
            with suppress(OSError):
                _mark(self.path).touch()
            raise VectorsError(
                f"The vectors in {self.path} are damaged ({error}): they will be made again"
            ) from error


_ORDINAL = (1 << ORDINALS) - 1


def sweep(folder: Path, index: sqlite3.Connection) -> None:
    """
    Delete the vectors of articles that the *index* in *folder* no longer has, whatever model made them.

    They are overwritten: an article may have been forgotten. A database that is damaged is deleted.
    """
    paths = [*(folder / FOLDER).glob("*.sqlite")]
    if not paths:
        return
    about = database.read_about(index)
    commit = f"{about['made_by']} {about['generation']} {about['sum']}"
    for path in paths:
        try:
            with closing(_open(path)) as connection:
                if database.read_about(connection).get("swept") != commit:
                    _sweep(connection, index, commit)
        except (sqlite3.DatabaseError, StoreError) as error:
            if is_system_error(error):
                raise
            _delete_damaged(path, error)


def _insert(connection: sqlite3.Connection, vectors: PassageVectors) -> None:
    (state, made_by, ordinal), texts, rows = vectors
    blob = rows.tobytes()
    connection.execute(
        "INSERT OR IGNORE INTO vectors (texts, rows, sum) VALUES (?, ?, ?)",
        (texts, blob, records.checksum(blob)),
    )
    connection.execute(
        "INSERT OR IGNORE INTO articles (state, made_by, passages) VALUES (?, ?, 0)",
        (state, made_by),
    )
    [(key,)] = connection.execute(
        "SELECT key FROM articles WHERE state = ? AND made_by = ?", (state, made_by)
    ).fetchall()
    added = connection.execute(
        "INSERT OR IGNORE INTO passages SELECT ?, key FROM vectors WHERE texts = ?",
        (key << ORDINALS | ordinal, texts),
    ).rowcount
    connection.execute("UPDATE articles SET passages = passages + ? WHERE key = ?", (added, key))


def _sweep(connection: sqlite3.Connection, index: sqlite3.Connection, commit: str) -> None:
    states = {state for (state,) in index.execute("SELECT state FROM articles").fetchall()}
    with _transaction(connection):
        rows = connection.execute("SELECT key, state FROM articles").fetchall()
        _drop(connection, [key for key, state in rows if state not in states])
    # What is overwritten in the database still stands in the log beside it until then.
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}").fetchall()
    [(is_busy, *_)] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    if not is_busy:  # otherwise the next sync tries again
        with _transaction(connection):
            database.write_about(connection, {"swept": commit})


def _drop(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Delete articles with these keys, and the vectors that no other passage has."""
    for key in articles:
        bounds = (key << ORDINALS, (key + 1 << ORDINALS) - 1)
        vectors = connection.execute(
            "SELECT vectors FROM passages WHERE number BETWEEN ? AND ?", bounds
        ).fetchall()
        connection.execute("DELETE FROM passages WHERE number BETWEEN ? AND ?", bounds)
        connection.execute("DELETE FROM articles WHERE key = ?", (key,))
        connection.executemany(
            "DELETE FROM vectors WHERE key = ?1"
            " AND NOT EXISTS (SELECT 1 FROM passages WHERE vectors = ?1)",
            vectors,
        )


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _open_or_begin(path: Path) -> sqlite3.Connection:
    """Open a database of vectors; one that is damaged is begun anew, and the log names it."""
    try:
        return _open(path)
    except (sqlite3.DatabaseError, StoreError) as error:
        if is_system_error(error):
            raise
        _delete_damaged(path, error)
        return _open(path)


def _delete_damaged(path: Path, error: Exception) -> None:
    log.warning("The vectors in %s are made again: %s", path, error)
    _delete(path)


def _open(path: Path) -> sqlite3.Connection:
    """
    Open a database of vectors; create its tables if it has none.

    Raises:
        StoreError: It has another schema.
    """
    connection = database.connect(path, "rwc")
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA page_size = {_PAGE}")
    connection.execute("PRAGMA secure_delete = 1")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}").fetchall()
    if not _has_tables(connection):
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        with _transaction(connection):
            if not _has_tables(connection):  # another process may have been faster
                for statement in filter(str.strip, _TABLES.split(";")):
                    connection.execute(statement)
                database.write_about(connection, {"schema": _SCHEMA})
    if database.read_about(connection).get("schema") != _SCHEMA:
        raise StoreError("they were made by another version")


def _has_tables(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall())


def _mark(path: Path) -> Path:
    """Return the file whose presence says that the database at *path* is damaged."""
    return path.with_suffix(".damaged")


def _delete(path: Path) -> None:
    """Delete the database at *path* with its log; its mark goes last."""
    for file in (path, Path(f"{path}-wal"), Path(f"{path}-shm"), _mark(path)):
        file.unlink(missing_ok=True)
