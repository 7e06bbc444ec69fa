"""Changes a stored collection, a commit at a time."""

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
from retrieval.index.disk.prepared import Batch, FileRead, Place, Prepared, prepare
from retrieval.index.disk.words import WordsWriter
from retrieval.index.vocabulary import to_full_name
from retrieval.text.acronyms import Definition

_SLICE = 100_000
"""
Passages in a commit, or as many as there are if that is more: the words of a commit are what it
costs. What was read since the last is read again after a crash.
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


class Writer:
    """
    Gathers changes and commits them. There is one at a time: `sync` sees to that.

    A process that dies leaves the last commit. Candidates are written before the database, under the
    generation that the commit will have, and taken back when it did not come about; those of removed
    articles are taken away after it, once nobody who reads an earlier commit needs them.
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
        self._about = database.about(connection)
        self._candidates = store.writer(folder, self._about, large=large)
        self._forward = ForwardWriter(folder, self._about)
        self._grace = store.grace
        self._words = WordsWriter(connection, self._about)
        self._definitions = Counter[Definition]()
        self._added: set[str] = set()
        self._sketched = array("q")  # hashes and numbers of passages, by turns
        self._since = 0  # passages added or removed since the last commit
        self._candidates.remove_generation(self._generation)

    @property
    def _generation(self) -> int:
        return int(self._about["generation"]) + 1

    def holder_of(self, id_: str) -> tuple[int, str] | None:
        """The key and the file of the article with that id."""
        row = self._connection.execute(
            "SELECT key, file FROM articles WHERE id = ?", (records.encode(id_),)
        ).fetchone()
        return tuple(row) if row else None

    def add_words(self, batch: Batch) -> NDArray[np.uint32]:
        """Take in the words of a *batch*; their numbers."""
        self._definitions.update(batch.definitions)
        return self._words.add(batch, 1)

    def leave_out(self, article: Article, place: Place) -> Batch:
        """Take away the words of an *article*; what they were."""
        batch = prepare([(article, place)])
        self._definitions.subtract(batch.definitions)
        self._words.add(batch, -1)
        self._words.lose(article)
        return batch

    def regain(self, article: Article) -> None:
        """See `WordsWriter.regain`."""
        self._words.regain(article)

    def add(self, prepared: Prepared, numbers: NDArray[np.uint32]) -> None:
        """
        Take in an article.

        Args:
            numbers: Of the words of its batch.
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
                prepared.place.file,
                prepared.place.number,
                len(prepared.lines),
                prepared.version,
                prepared.state,
                *map(_plain, (prepared.language, prepared.published, prepared.publisher)),
                prepared.record,
            ),
        )
        self._connection.execute(
            "INSERT INTO texts VALUES (?, ?, ?)",
            (key_, prepared.text, records.sum_of(prepared.text)),
        )
        self._connection.executemany(
            "INSERT INTO said VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((key_, *row) for row in prepared.said),
        )
        self._sketched.extend(chain(*_sketched(key_, prepared)))
        self._count(prepared, 1)
        self._added.add(prepared.id)

    def remove(self, key_: int) -> Article:
        """Take out the article of that key, and return it as it was."""
        self._begin()
        article, place = self._stored(key_)
        batch = self.leave_out(article, place)
        self._count(batch.articles[0], -1)
        for table in ("articles", "texts", "said"):
            self._connection.execute(f"DELETE FROM {table} WHERE key = ?", (key_,))  # noqa: S608
        self._write_sketches()
        gone = np.array(list(_sketched(key_, batch.articles[0])), np.int64)
        sketches.remove(self._connection, gone)
        self._connection.execute("INSERT INTO gone VALUES (?, ?)", (key_, time.time()))
        return article

    def settle(self, written: Mapping[str, str], **told: object) -> None:
        """See `WordsWriter.respell`; *told* changes in `about`. It is no commit where nothing is new."""
        self._begin()
        self._words.respell(written)
        if written or told:
            self.commit(**told)
        else:
            self._connection.execute("COMMIT")

    def note(self, found: FileRead, *, again: bool) -> None:
        """Remember what a file was like; *again* to read it when others changed."""
        problems = json.dumps(list(found.problems)) if found.problems else None
        told = (found.name, found.size, found.modified, found.sha256, found.known, problems, again)
        query = "SELECT * FROM files WHERE name = ?"
        if not found.ids and told == self._connection.execute(query, (found.name,)).fetchone():
            return
        self._begin()
        if found.same:
            self._connection.execute(
                "UPDATE files SET size = ?, modified = ?, known = ? WHERE name = ?",
                (found.size, found.modified, found.known, found.name),
            )
            return
        self._connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", told)
        self._connection.executemany(
            "UPDATE articles SET place = ? WHERE id = ? AND file = ?",
            [
                (place, records.encode(id_), found.name)
                for place, id_ in enumerate(found.ids)
                if id_ not in self._added
            ],
        )

    def forget(self, file: str) -> None:
        """Remember no more of a file that is gone."""
        self._begin()
        self._connection.execute("DELETE FROM files WHERE name = ?", (file,))

    @property
    def is_due(self) -> bool:
        """Whether there is enough for a commit."""
        before: int = self._about["passages"] - self._since
        return self._since >= max(_SLICE, before)

    def commit(self, **told: object) -> None:
        """Make what was gathered last; *told* changes in `about`."""
        self._begin()
        self._about |= told
        self._words.write()
        self._write_sketches()
        self._write_definitions()
        self._about["generation"] += 1
        self._about |= _summary(self._connection)
        self._forward.write(self._keys)
        database.tell(self._connection, self._about)
        self._candidates.commit()
        self._connection.execute("COMMIT")
        self._added.clear()
        self._since = 0
        self.sweep()

    def sweep(self) -> None:
        """
        Take away what is left of articles that are gone, and are waited for no longer; but their terms
        only where nothing is waited for, or else with those of others.
        """
        gone = long_gone(self._connection, self._grace)
        if gone:
            # A power cut takes no commit back from here on: what they left cannot be brought back.
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            self._candidates.remove_articles(gone)
            self._candidates.commit()
            self._forward.leave(gone)
            self._connection.execute("BEGIN IMMEDIATE")
            if not self._grace:
                self._forward.copy(self._keys())
                self._about["generation"] += 1
            told = {name: self._about[name] for name in ("generation", *forward.EMPTY)}
            database.tell(self._connection, told)
            marks = [(key_,) for key_ in gone]
            self._connection.executemany("DELETE FROM gone WHERE key = ?", marks)
            self._connection.execute("COMMIT")
        self._forward.sweep()

    def close(self) -> None:
        """What was not committed is lost."""
        self._candidates.close()
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")

    def _keys(self) -> Iterator[int]:
        return (
            key_ for (key_,) in self._connection.execute("SELECT key FROM articles ORDER BY key")
        )

    def _write_sketches(self) -> None:
        sketches.add(self._connection, np.array(self._sketched).reshape(-1, 2))
        del self._sketched[:]

    def _write_definitions(self) -> None:
        for definition, change in self._definitions.items():
            row = self._connection.execute(
                "SELECT count FROM definitions WHERE acronym = ? AND words = ?",
                _printable(definition),
            ).fetchone()
            count = change + (row[0] if row else 0)
            name = to_full_name(definition)
            told = (name.acronym, name.key[0]) if name else (None, None)
            self._connection.execute(
                "INSERT OR REPLACE INTO definitions VALUES (?, ?, ?, ?, ?)",
                (*_printable(definition), count, *told),
            )
        self._connection.execute("DELETE FROM definitions WHERE count <= 0")
        self._definitions.clear()

    def _count(self, prepared: Prepared, sign: int) -> None:
        title, *lengths = prepared.shape
        passages = len(prepared.lines)
        self._about["articles"] += sign
        self._about["sum"] += sign * article_share(prepared.id, prepared.version.hex())
        self._about["passages"] += sign * passages
        self._about["article_length"] += sign * (title + sum(lengths))
        self._about["titled_length"] += sign * (passages * title + sum(lengths))
        self._since += passages

    def _stored(self, key_: int) -> tuple[Article, Place]:
        place = self._connection.execute(
            "SELECT file, place FROM articles WHERE key = ?", (key_,)
        ).fetchone()
        return database.unpacked(self._connection, key_).article, Place(*place)


def empty(folder: Path, made_by: str, kept: Mapping[str, object]) -> sqlite3.Connection:
    """
    A new database in *folder* of a collection without articles.

    Args:
        kept: See `CandidateStore.begin`.
    """
    connection = database.create(folder)
    forward.create(folder, _EMPTY)
    database.tell(connection, _EMPTY | _summary(connection) | {"made_by": made_by, **kept})
    return connection


def long_gone(connection: sqlite3.Connection, grace: float) -> list[int]:
    """The keys of articles that have been gone for *grace* seconds, and of which something is still there."""
    rows = connection.execute("SELECT key FROM gone WHERE since <= ?", (time.time() - grace,))
    return [key_ for (key_,) in rows]


def _sketched(key_: int, prepared: Prepared) -> Iterator[tuple[int, int]]:
    """The hashes of an article's passages, each with the number of its passage."""
    for number, sketch in enumerate(prepared.sketches, key_ << ORDINALS):
        yield from ((hash_, number) for hash_ in sketch)


def _printable(definition: Definition) -> tuple[str | None, ...]:
    return tuple(map(_plain, definition))


def _plain(text: str | None) -> str | None:
    return text and records.printable(text)


def _summary(connection: sqlite3.Connection) -> dict[str, object]:
    """What is told of all articles together."""
    # As one index has them.
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
