"""Changes an index on disk, one commit at a time."""

from __future__ import annotations

import json
import sqlite3
import time
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import Article
from retrieval.articles.fingerprints import article_share
from retrieval.index.candidates.protocol import CandidateStore
from retrieval.index.candidates.tantivy import TANTIVY
from retrieval.index.disk import database, forward, records, sketches
from retrieval.index.disk.database import ORDINALS
from retrieval.index.disk.forward import ForwardWriter
from retrieval.index.disk.prepared import Batch, FileRecord, Origin, PreparedArticle, prepare
from retrieval.index.disk.words import WordsWriter
from retrieval.index.vocabulary import to_full_name
from retrieval.text.acronyms import Definition

_SLICE = 100_000
"""
Passages in a commit, or as many as the index has if that is more, because writing its words is what a
commit costs. After a crash, what was read since the last commit is read again.
"""

_EMPTY: dict[str, Any] = {
    "schema": database.SCHEMA,
    "generation": 0,
    "next_key": 1,
    "next_word": 0,
    "words": 0,
    "passages": 0,
    "articles": 0,
    "titled_length": 0,
    "article_length": 0,
    "sum": 0,
    "by_chance": None,
    "judged_at": 0,
    "readers": {},
    "questions": [],
    "unseen": [],
} | forward.EMPTY


class IndexWriter:
    """
    Gathers changes and commits them. `sync` makes sure that only one is open at a time.

    If the process dies, the last commit remains. Candidates are written before the database, with the
    generation that the commit will have, and removed again if it does not complete; those of removed
    articles are deleted later, when no reader of an earlier commit needs them any more.
    """

    def __init__(
        self,
        folder: Path,
        connection: sqlite3.Connection,
        store: CandidateStore = TANTIVY,
        *,
        large: bool,
    ) -> None:
        self._connection = connection
        self._about = database.read_about(connection)
        self._candidates = store.writer(folder, self._about, large=large)
        self._forward = ForwardWriter(folder, self._about)
        self._grace = store.grace
        self._words = WordsWriter(connection, self._about)
        self._definitions = Counter[Definition]()
        self._added: set[str] = set()
        self._sketched = array("q")  # hashes and numbers of passages, alternately
        self._since = 0  # passages added or removed since the last commit
        self._candidates.remove_generation(self._generation)

    @property
    def _generation(self) -> int:
        return int(self._about["generation"]) + 1

    def find_holder(self, id_: str) -> tuple[int, str] | None:
        """Return the key and the file of the article with that id."""
        row = self._connection.execute(
            "SELECT key, file FROM articles WHERE id = ?", (records.encode(id_),)
        ).fetchone()
        return tuple(row) if row else None

    def add_words(self, batch: Batch) -> NDArray[np.uint32]:
        """Add the words of a *batch*, and return their numbers."""
        self._definitions.update(batch.definitions)
        return self._words.add(batch, 1)

    def subtract_words(self, article: Article, origin: Origin) -> Batch:
        """Subtract the words of an *article*, and return them."""
        batch = prepare([(article, origin)])
        self._definitions.subtract(batch.definitions)
        self._words.add(batch, -1)
        self._words.doubt_spellings(article)
        return batch

    def keep_spellings(self, article: Article) -> None:
        """See `WordsWriter.keep_spellings`."""
        self._words.keep_spellings(article)

    def add(self, prepared: PreparedArticle, numbers: NDArray[np.uint32]) -> None:
        """
        Add an article.

        Args:
            numbers: The numbers of the words of its batch.
        """
        self._begin()
        self._forward.add(prepared.shape, numbers[np.frombuffer(prepared.terms, np.uint32)])
        key_ = self._about["next_key"]
        self._about["next_key"] += 1
        self._candidates.add(self._generation, key_, enumerate(prepared.lines, key_ << ORDINALS))
        self._connection.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key_,
                records.encode(prepared.id),
                prepared.origin.file,
                prepared.origin.place,
                len(prepared.lines),
                prepared.version,
                prepared.state,
                *map(_storable, (prepared.language, prepared.published, prepared.publisher)),
                prepared.record,
            ),
        )
        self._connection.execute(
            "INSERT INTO texts VALUES (?, ?, ?)",
            (key_, prepared.text, records.checksum(prepared.text)),
        )
        self._connection.executemany(
            "INSERT INTO said VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((key_, *row) for row in prepared.quotations),
        )
        self._sketched.extend(chain(*_sketched(key_, prepared)))
        self._count(prepared, 1)
        self._added.add(prepared.id)

    def remove(self, key_: int) -> Article:
        """Remove the article with that key, and return it."""
        self._begin()
        article, origin = self._read_article(key_)
        batch = self.subtract_words(article, origin)
        self._count(batch.articles[0], -1)
        for table in ("articles", "texts", "said"):
            self._connection.execute(f"DELETE FROM {table} WHERE key = ?", (key_,))  # noqa: S608
        self._write_sketches()
        sketched = np.array(list(_sketched(key_, batch.articles[0])), np.int64)
        sketches.remove(self._connection, sketched)
        self._connection.execute("INSERT INTO gone VALUES (?, ?)", (key_, time.time()))
        return article

    def respell(self, written: Mapping[str, str], **changes: object) -> None:
        """Call `WordsWriter.respell`, then `commit` if there is anything to change."""
        self._begin()
        self._words.respell(written)
        if written or changes:
            self.commit(**changes)
        else:
            self._connection.execute("COMMIT")

    def record_file(self, file: FileRecord, *, again: bool) -> None:
        """Store what a file was like; *again* means to read it again whenever another file changed."""
        problems = json.dumps(list(file.problems)) if file.problems else None
        row = (file.name, file.size, file.modified, file.sha256, file.known, problems, again)
        query = "SELECT * FROM files WHERE name = ?"
        if not file.ids and row == self._connection.execute(query, (file.name,)).fetchone():
            return
        self._begin()
        if file.same:
            self._connection.execute(
                "UPDATE files SET size = ?, modified = ?, known = ? WHERE name = ?",
                (file.size, file.modified, file.known, file.name),
            )
            return
        self._connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        self._connection.executemany(
            "UPDATE articles SET place = ? WHERE id = ? AND file = ?",
            [
                (place, records.encode(id_), file.name)
                for place, id_ in enumerate(file.ids)
                if id_ not in self._added
            ],
        )

    def forget_file(self, file: str) -> None:
        """Delete what is stored of a removed file."""
        self._begin()
        self._connection.execute("DELETE FROM files WHERE name = ?", (file,))

    @property
    def is_due(self) -> bool:
        """Whether enough has changed for a commit."""
        before: int = self._about["passages"] - self._since
        return self._since >= max(_SLICE, before)

    def commit(self, **changes: object) -> None:
        """Commit everything gathered, and *changes* to the table `about`."""
        self._begin()
        self._about |= changes
        self._words.write()
        self._write_sketches()
        self._write_definitions()
        self._about["generation"] += 1
        self._about |= _summary(self._connection)
        self._forward.write(self._all_keys)
        database.write_about(self._connection, self._about)
        self._candidates.commit()
        self._connection.execute("COMMIT")
        self._added.clear()
        self._since = 0
        self.sweep()

    def sweep(self) -> None:
        """
        Delete what is left of removed articles whose grace has expired. Their terms are deleted now only
        if there is no grace; otherwise when enough of them has gathered.
        """
        expired = find_expired(self._connection, self._grace)
        if expired:
            # From here on, a power cut must not undo a commit: the candidates cannot be restored.
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            self._candidates.remove_articles(expired)
            self._candidates.commit()
            self._forward.note_removed(expired)
            self._connection.execute("BEGIN IMMEDIATE")
            if not self._grace:
                self._forward.copy(self._all_keys())
                self._about["generation"] += 1
            changes = {name: self._about[name] for name in ("generation", *forward.EMPTY)}
            database.write_about(self._connection, changes)
            rows = [(key_,) for key_ in expired]
            self._connection.executemany("DELETE FROM gone WHERE key = ?", rows)
            self._connection.execute("COMMIT")
        self._forward.sweep()

    def close(self) -> None:
        """Close the candidates; uncommitted changes are lost."""
        self._candidates.close()
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")

    def _all_keys(self) -> Iterator[int]:
        rows = self._connection.execute("SELECT key FROM articles ORDER BY key")
        return (key_ for (key_,) in rows)

    def _write_sketches(self) -> None:
        sketches.add(self._connection, np.array(self._sketched).reshape(-1, 2))
        del self._sketched[:]

    def _write_definitions(self) -> None:
        for definition, change in self._definitions.items():
            row = self._connection.execute(
                "SELECT count FROM definitions WHERE acronym = ? AND words = ?",
                tuple(map(_storable, definition)),
            ).fetchone()
            count = change + (row[0] if row else 0)
            name = to_full_name(definition)
            indexed = (name.acronym, name.key[0]) if name else (None, None)
            self._connection.execute(
                "INSERT OR REPLACE INTO definitions VALUES (?, ?, ?, ?, ?)",
                (*map(_storable, definition), count, *indexed),
            )
        self._connection.execute("DELETE FROM definitions WHERE count <= 0")
        self._definitions.clear()

    def _count(self, prepared: PreparedArticle, sign: int) -> None:
        title, *lengths = prepared.shape
        passages = len(prepared.lines)
        self._about["articles"] += sign
        self._about["sum"] += sign * article_share(prepared.id, prepared.version.hex())
        self._about["passages"] += sign * passages
        self._about["article_length"] += sign * (title + sum(lengths))
        self._about["titled_length"] += sign * (passages * title + sum(lengths))
        self._since += passages

    def _read_article(self, key_: int) -> tuple[Article, Origin]:
        row = self._connection.execute(
            "SELECT file, place FROM articles WHERE key = ?", (key_,)
        ).fetchone()
        return database.read_article(self._connection, key_).article, Origin(*row)


def create_empty(folder: Path, made_by: str, kept: Mapping[str, object]) -> sqlite3.Connection:
    """
    Create a database in *folder* for a collection without articles.

    Args:
        made_by: The version of the index.
        kept: See `CandidateStore.begin`.
    """
    connection = database.create(folder)
    forward.create(folder, _EMPTY)
    database.write_about(connection, _EMPTY | _summary(connection) | {"made_by": made_by, **kept})
    return connection


def find_expired(connection: sqlite3.Connection, grace: float) -> list[int]:
    """Return the keys of articles removed at least *grace* seconds ago that still have data."""
    rows = connection.execute("SELECT key FROM gone WHERE since <= ?", (time.time() - grace,))
    return [key_ for (key_,) in rows]


def _sketched(key_: int, prepared: PreparedArticle) -> Iterator[tuple[int, int]]:
    """Yield the hashes of an article's passages, each with the number of its passage."""
    for number, sketch in enumerate(prepared.sketches, key_ << ORDINALS):
        yield from ((hash_, number) for hash_ in sketch)


def _storable(text: str | None) -> str | None:
    return text and records.replace_surrogates(text)


def _summary(connection: sqlite3.Connection) -> dict[str, object]:
    """Return what `about` says of all articles together."""
    # One database index covers these columns.
    rows = connection.execute("SELECT DISTINCT publisher, published, language FROM articles")
    publishers, dates, languages = set(), set(), set()
    for publisher, published, language in rows:
        publishers.add(publisher)
        dates.add(published or "")
        languages.add(language)
    return {
        "languages": sorted(filter(None, languages)),
        "dates": sorted(dates),
        "publishers": sorted(filter(None, publishers)),
    }
