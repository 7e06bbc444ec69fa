"""Changes a stored collection, a commit at a time."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from retrieval.acronyms import Definition
from retrieval.articles import Article
from retrieval.spelling import fold, key
from retrieval.stored import database, records
from retrieval.stored.candidates import TANTIVY, Home
from retrieval.stored.database import ORDINALS
from retrieval.stored.prepared import Batch, Counts, Place, Prepared, prepare, shape
from retrieval.stored.reading import FileRead
from retrieval.vocabulary import full_name, without_possessive

_SLICE = 25_000
"""Passages in a commit; what was read since the last is read again after a crash."""

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
    "by_chance": None,
    "judged_at": 0,
    "questions": [],
}


@dataclass(slots=True)
class _Delta:
    """What changes with the next commit."""

    words: dict[str, Counts] = field(default_factory=dict)
    definitions: Counter[Definition] = field(default_factory=Counter)
    added: dict[str, tuple[int, Prepared]] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    read: list[tuple[FileRead, bool]] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    passages: int = 0


class Writer:
    """
    Gathers changes and commits them. There is one at a time: `sync` sees to that.

    A process that dies leaves the last commit. Candidates are written before the database, under the
    generation that the commit will have, and taken back when it did not come about; those of removed
    articles are taken away after it, once nobody who reads an earlier commit needs them.
    """

    def __init__(
        self, folder: Path, connection: sqlite3.Connection, home: Home = TANTIVY, *, large: bool
    ) -> None:
        self._connection = connection
        self._about = database.about(connection)
        self._candidates = home.writer(folder, self._about, large=large)
        self._grace = home.grace
        self._ids: dict[str, int] = {}
        self._delta = _Delta()
        self._candidates.remove_generation(self._generation)

    @property
    def _generation(self) -> int:
        return int(self._about["generation"]) + 1

    def holder_of(self, id_: str) -> tuple[int, str] | None:
        """The key and the file of the article with that id."""
        if id_ in self._delta.added:
            number, prepared = self._delta.added[id_]
            return number, prepared.place.file
        row = self._connection.execute(
            "SELECT key, file FROM articles WHERE id = ?", (records.raw(id_),)
        ).fetchone()
        return None if row is None or row[0] in self._delta.removed else tuple(row)

    def add(self, prepared: Prepared) -> None:
        key_ = self._about["next_key"]
        self._about["next_key"] += 1
        first = key_ << ORDINALS
        passages = zip(prepared.headings, prepared.own, strict=True)
        self._candidates.add(
            self._generation,
            key_,
            (
                (first + ordinal, f"{prepared.title} {heading} {own}")
                for ordinal, (heading, own) in enumerate(passages)
            ),
        )
        self._delta.added[prepared.article.id] = key_, prepared
        self._count(prepared, 1)

    def add_words(self, batch: Batch, sign: int = 1) -> None:
        """Take in the words of a *batch*, or with a *sign* of -1 take them away."""
        for term, counts in batch.words.items():
            self._delta.words.setdefault(term, Counts()).add(counts, sign)
        for definition, count in batch.definitions.items():
            self._delta.definitions[definition] += sign * count

    def remove(self, key_: int) -> None:
        batch = prepare([self._stored(key_)])
        self.add_words(batch, -1)
        self._count(batch.articles[0], -1)
        self._delta.removed.add(key_)

    def note(self, found: FileRead, *, again: bool) -> None:
        """Remember what a file was like; *again* to read it when others changed."""
        self._delta.read.append((found, again))

    def forget(self, file: str) -> None:
        """Remember no more of a file that is gone."""
        self._delta.forgotten.append(file)

    @property
    def is_due(self) -> bool:
        """Whether there is enough for a commit."""
        return self._delta.passages >= _SLICE

    def commit(self, **told: object) -> None:
        """Make what was gathered last; *told* changes in `about`."""
        self._about |= told
        self._candidates.commit()
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._write()
            self._about["generation"] += 1
            self._about |= _summary(self._connection)
            database.tell(self._connection, self._about)
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk has ended it
                self._connection.execute("ROLLBACK")
            raise
        self._delta = _Delta()
        self.sweep()

    def close(self) -> None:
        self._candidates.close()

    def sweep(self) -> None:
        """Take away the candidates of articles that are gone, and are waited for no longer."""
        gone = long_gone(self._connection, self._grace)
        if gone:
            self._candidates.remove_articles(gone)
            self._candidates.commit()
            marks = [(key_,) for key_ in gone]
            self._connection.executemany("DELETE FROM gone WHERE key = ?", marks)

    def _write(self) -> None:
        delta, execute = self._delta, self._connection.execute
        gone = [(key_,) for key_ in sorted(delta.removed)]
        many = self._connection.executemany
        for table in ("articles", "texts", "terms"):
            many(f"DELETE FROM {table} WHERE key = ?", gone)  # noqa: S608 - our own names
        many("INSERT INTO gone VALUES (?, ?)", [(*key_, time.time()) for key_ in gone])
        self._write_words()
        self._write_definitions()
        for key_, prepared in delta.added.values():
            self._write_article(key_, prepared)
        many("DELETE FROM files WHERE name = ?", [(name,) for name in delta.forgotten])
        for found, again in delta.read:
            self._write_file(found, again=again)
        self._about["words"] = execute("SELECT count(*) FROM words").fetchone()[0]

    def _write_words(self) -> None:
        find = "SELECT passages, titled, articles, times, capital, small, written FROM words WHERE term = ?"
        rows, lost = [], []
        for term, counts in self._delta.words.items():
            row = self._connection.execute(find, (term,)).fetchone()
            now = Counts(*row) if row else Counts()
            now.add(counts)
            if now.times:
                word = fold(without_possessive(now.written))
                folded = word if word.isalpha() else None
                sound = key(without_possessive(now.written)) if now.capital else None
                rows.append((term, self._id_of(term), *asdict(now).values(), folded, sound))
            elif row:
                lost.append((term,))
                self._ids.pop(term, None)
        self._connection.executemany(
            "INSERT OR REPLACE INTO words VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
        )
        self._connection.executemany("DELETE FROM words WHERE term = ?", lost)

    def _id_of(self, term: str) -> int:
        """The number of a word, which it has for as long as it stands in some article."""
        if term not in self._ids:
            row = self._connection.execute(
                "SELECT id FROM words WHERE term = ?", (term,)
            ).fetchone()
            self._ids[term] = row[0] if row else self._about["next_word"]
            self._about["next_word"] += row is None
        return self._ids[term]

    def _write_definitions(self) -> None:
        for definition, change in self._delta.definitions.items():
            row = self._connection.execute(
                "SELECT count FROM definitions WHERE acronym = ? AND words = ?",
                _printable(definition),
            ).fetchone()
            count = change + (row[0] if row else 0)
            name = full_name(definition)
            told = (name.acronym, name.key[0]) if name else (None, None)
            self._connection.execute(
                "INSERT OR REPLACE INTO definitions VALUES (?, ?, ?, ?, ?)",
                (*_printable(definition), count, *told),
            )
        self._connection.execute("DELETE FROM definitions WHERE count <= 0")

    def _write_article(self, key_: int, prepared: Prepared) -> None:
        article, place = prepared.article, prepared.place
        known = (article.language, article.published, article.publisher)
        lengths = shape(prepared)
        pieces = [prepared.title]
        for pair in zip(prepared.headings, prepared.own, strict=True):
            pieces += pair
        common, rare = records.pack_ids(self._id_of(t) for piece in pieces for t in piece.split())
        self._connection.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key_,
                records.raw(article.id),
                place.file,
                place.number,
                len(prepared.own),
                prepared.version,
                prepared.state,
                *(text and _plain(text) for text in known),
                prepared.record,
            ),
        )
        self._connection.execute(
            "INSERT INTO texts VALUES (?, ?)", (key_, records.raw(article.text))
        )
        self._connection.execute(
            "INSERT INTO terms VALUES (?, ?, ?, ?, ?)",
            (key_, lengths.tobytes(), common, rare, prepared.passages),
        )

    def _write_file(self, found: FileRead, *, again: bool) -> None:
        import json

        if found.same:
            self._connection.execute(
                "UPDATE files SET size = ?, modified = ?, known = ? WHERE name = ?",
                (found.size, found.modified, found.known, found.name),
            )
            return
        problems = json.dumps(list(found.problems)) if found.problems else None
        self._connection.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                found.name,
                found.size,
                found.modified,
                found.sha256,
                found.known,
                problems,
                again,
            ),
        )
        self._connection.executemany(
            "UPDATE articles SET place = ? WHERE id = ? AND file = ?",
            [(place, records.raw(id_), found.name) for place, id_ in enumerate(found.ids)],
        )

    def _count(self, prepared: Prepared, sign: int) -> None:
        title, *lengths = shape(prepared)
        passages = len(prepared.own)
        self._about["articles"] += sign
        self._about["passages"] += sign * passages
        self._about["article_length"] += sign * (title + sum(lengths))
        self._about["titled_length"] += sign * (passages * title + sum(lengths))
        self._delta.passages += passages

    def _stored(self, key_: int) -> tuple[Article, Place]:
        id_, record, text, file, place = self._connection.execute(
            "SELECT id, record, text, file, place FROM articles JOIN texts USING (key) WHERE key = ?",
            (key_,),
        ).fetchone()
        article = records.unpack(records.cooked(id_), records.cooked(text), record)
        return article, Place(file, place)


def empty(folder: Path, made_by: str, home: Home = TANTIVY) -> sqlite3.Connection:
    """A new database in *folder* of a collection without articles."""
    kept = home.begin(folder)
    connection = database.create(folder)
    database.tell(connection, _EMPTY | _summary(connection) | {"made_by": made_by, **kept})
    return connection


def long_gone(connection: sqlite3.Connection, grace: float) -> list[int]:
    """The keys of articles that have been gone for *grace* seconds, and whose candidates are still there."""
    rows = connection.execute("SELECT key FROM gone WHERE since <= ?", (time.time() - grace,))
    return [key_ for (key_,) in rows]


def _printable(definition: Definition) -> tuple[str, ...]:
    return tuple(map(_plain, definition))


def _plain(text: str) -> str:
    """*text* without halves of surrogate pairs, which are no text to SQLite."""
    return text.encode("utf-8", "replace").decode()


def _summary(connection: sqlite3.Connection) -> dict[str, object]:
    """What is told of all articles together, in their order."""
    languages, dates, publishers = set(), set(), set()
    hashed = sha256()
    rows = connection.execute(
        "SELECT id, version, language, published, publisher FROM articles_in_order"
    )
    for line, (language, published, publisher) in _lines(rows):
        hashed.update(line)
        languages.add(language)
        dates.add(published or "")
        publishers.add(publisher)
    return {
        "version": hashed.hexdigest()[:8],
        "languages": sorted(filter(None, languages)),
        "dates": sorted(dates),
        "publishers": sorted(filter(None, publishers)),
    }


def _lines(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[bytes, tuple[Any, ...]]]:
    """As `Library.version` has them, each with the rest of its row."""
    between = b""
    for id_, version, *rest in rows:
        yield between + id_ + b" " + version.hex().encode(), tuple(rest)
        between = b"\n"
