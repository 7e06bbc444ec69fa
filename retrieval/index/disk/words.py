"""The table of words, and what changes of it with the next commit."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import Article
from retrieval.index.analyzed_article import bag_article
from retrieval.index.disk.prepared import COUNTS, Batch, Table
from retrieval.index.vocabulary import strip_possessive
from retrieval.text.spelling import fold, key


class WordsWriter:
    """The numbers of words, and what changes of their counts with the next commit."""

    def __init__(self, connection: sqlite3.Connection, about: dict[str, Any]) -> None:
        """
        Args:
            about: Of the database; its count of words, and the number of the next, are kept there.
        """
        connection.create_function("sound_of", 1, _sound, deterministic=True)
        self._connection = connection
        self._about = about
        self._ids: dict[str, int] = {}
        self._new: dict[str, str] = {}  # as what they are first written
        self._changed: dict[str, int] = {}
        self._counts: Table = np.zeros((0, len(COUNTS)), np.int64)
        self._lost: defaultdict[str, set[str]] = defaultdict(set)  # by term, as what it was written

    def add(self, batch: Batch, sign: int) -> NDArray[np.uint32]:
        """Take in the words of a *batch*, or with a *sign* of -1 take them away; their numbers."""
        numbers = np.fromiter(map(self._id_of, batch.words, batch.written), np.int64)
        self._changed.update(zip(batch.words, numbers.tolist(), strict=True))
        lacking = self._about["next_word"] - len(self._counts)
        if lacking > 0:
            # By half as much again: each time all are copied.
            more = np.zeros((lacking + len(self._counts) // 2, len(COUNTS)), np.int64)
            self._counts = np.concatenate([self._counts, more])
        self._counts[numbers] += sign * batch.counts
        return numbers.astype(np.uint32)

    def _id_of(self, term: str, written: str) -> int:
        """The number of a word, which it has for as long as it stands in some article."""
        found = self._ids.get(term)
        if found is None:
            # Where there are none yet, none has to be looked for.
            row = (
                self._about["words"]
                and self._connection.execute(
                    "SELECT id FROM words WHERE term = ?", (term,)
                ).fetchone()
            )
            if row:
                found = row[0]
            else:
                found = self._about["next_word"]
                self._about["next_word"] += 1
                self._new[term] = written
            self._ids[term] = found
        return found

    def lose(self, article: Article) -> None:
        """Doubt the words that are written as in an *article* that goes."""
        for term, written in _pairs(article):
            self._lost[term].add(written)

    def regain(self, article: Article) -> None:
        """Doubt no words that are written as in an *article* that was added."""
        for term, written in _pairs(article):
            if term in self._lost:
                self._lost[term].discard(written)

    def write(self) -> None:
        """Bring the tables `words` and `doubted` in step."""
        many = self._connection.executemany
        counts = self._counts
        many(
            "INSERT INTO words VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    term,
                    number,
                    *some,
                    written,
                    _folded(written),
                    _sound(written) if some[_CAPITAL] > 0 else None,
                )
                for term, written in sorted(self._new.items())
                for number in [self._changed[term]]
                for some in [counts[number].tolist()]
            ),
        )
        many(
            f"UPDATE words SET {_ADDED},"  # noqa: S608 - our own names
            " sound = CASE WHEN sound IS NULL AND capital <= 0 AND ? > 0 THEN sound_of(written)"
            " ELSE sound END WHERE term = ?",
            (
                (*some, some[_CAPITAL], term)
                for term, number in self._changed.items()
                if term not in self._new and any(some := counts[number].tolist())
            ),
        )
        gone = [term for term, number in self._changed.items() if counts[number, _TIMES] <= 0]
        lost = many("DELETE FROM words WHERE term = ? AND times <= 0", ((term,) for term in gone))
        self._about["words"] += len(self._new) - max(0, lost.rowcount)
        for term in gone:
            self._ids.pop(term, None)
        self._counts[list(self._changed.values())] = 0
        self._changed.clear()
        self._new.clear()
        many("DELETE FROM doubted WHERE term = ?", ((term,) for term in gone))
        many(
            "INSERT OR IGNORE INTO doubted SELECT term FROM words WHERE term = ? AND written = ?",
            ((term, written) for term, forms in self._lost.items() for written in forms),
        )
        self._lost.clear()

    def respell(self, written: Mapping[str, str]) -> None:
        """Let words that the table has be written otherwise, by term, and doubt none any more."""
        self._connection.executemany(
            "UPDATE words SET written = ?, folded = ?,"
            " sound = CASE WHEN capital > 0 THEN sound_of(?) END WHERE term = ?",
            ((word, _folded(word), word, term) for term, word in written.items()),
        )
        self._connection.execute("DELETE FROM doubted")


def doubted(connection: sqlite3.Connection) -> list[str]:
    """The terms of words that are written as an article was that is gone; others may write them so."""
    return [term for (term,) in connection.execute("SELECT term FROM doubted")]


def _pairs(article: Article) -> set[tuple[str, str]]:
    """Each term of an *article* with what it is written as there."""
    told = bag_article(article)
    return {
        pair
        for one in (told.title, *told.headings, *told.own)
        for pair in zip(one.terms, one.words, strict=True)
    }


_TIMES, _CAPITAL = COUNTS.index("times"), COUNTS.index("capital")
_ADDED = ", ".join(f"{name} = {name} + ?" for name in COUNTS)


def _folded(written: str) -> str | None:
    """What a misspelling is compared with."""
    word = fold(strip_possessive(written))
    return word if word.isalpha() else None


def _sound(written: str) -> str | None:
    """What the transliterations of a name share."""
    return key(strip_possessive(written))
