"""Writes the table of words."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import Article
from retrieval.index.analyzed_article import bag_article
from retrieval.index.disk.prepared import COUNTS, Batch, CountTable
from retrieval.index.vocabulary import strip_possessive
from retrieval.text.spelling import fold, key


class WordsWriter:
    """Numbers words, and gathers changes to their counts and spellings until the next commit."""

    def __init__(self, connection: sqlite3.Connection, about: dict[str, Any]) -> None:
        """
        Args:
            about: See `database.read_about`; the number of words, and that of the next, are kept there.
        """
        connection.create_function("sound_of", 1, _sound, deterministic=True)
        self._connection = connection
        self._about = about
        self._ids: dict[str, int] = {}
        self._new: dict[str, str] = {}  # by term, how it is written
        self._changed: dict[str, int] = {}
        self._counts: CountTable = np.zeros((0, len(COUNTS)), np.int64)
        self._doubted: defaultdict[str, set[str]] = defaultdict(set)  # by term, spellings

    def add(self, batch: Batch, sign: int) -> NDArray[np.uint32]:
        """Add the words of a *batch*, or subtract them with a *sign* of -1; return their numbers."""
        numbers = np.fromiter(map(self._number_of, batch.words, batch.written), np.int64)
        self._changed.update(zip(batch.words, numbers.tolist(), strict=True))
        lacking = self._about["next_word"] - len(self._counts)
        if lacking > 0:
            # Half as much again as needed, because growing copies all.
            more = np.zeros((lacking + len(self._counts) // 2, len(COUNTS)), np.int64)
            self._counts = np.concatenate([self._counts, more])
        self._counts[numbers] += sign * batch.counts
        return numbers.astype(np.uint32)

    def _number_of(self, term: str, written: str) -> int:
        """Return the number of a word, which stays the same while any article has the word."""
        number = self._ids.get(term)
        if number is None:
            query = "SELECT id FROM words WHERE term = ?"
            # A look-up in an empty table is not needed.
            row = self._about["words"] and self._connection.execute(query, (term,)).fetchone()
            if row:
                number = row[0]
            else:
                number = self._about["next_word"]
                self._about["next_word"] += 1
                self._new[term] = written
            self._ids[term] = number
        return number

    def doubt_spellings(self, article: Article) -> None:
        """Mark the words spelled as in a removed *article* as doubtful."""
        for term, written in _spellings(article):
            self._doubted[term].add(written)

    def keep_spellings(self, article: Article) -> None:
        """Stop doubting words spelled as in an added *article*."""
        for term, written in _spellings(article):
            if term in self._doubted:
                self._doubted[term].discard(written)

    def write(self) -> None:
        """Write the changes to the tables `words` and `doubted`."""
        self._insert_new()
        self._update_counts()
        self._delete_unused()
        self._counts[list(self._changed.values())] = 0
        self._changed.clear()
        self._new.clear()
        self._connection.executemany(
            "INSERT OR IGNORE INTO doubted SELECT term FROM words WHERE term = ? AND written = ?",
            ((term, written) for term, forms in self._doubted.items() for written in forms),
        )
        self._doubted.clear()

    def _insert_new(self) -> None:
        self._connection.executemany(
            "INSERT INTO words VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    *(term, number, *counts, written, _folded(written)),
                    _sound(written) if counts[_CAPITAL] > 0 else None,
                )
                for term, written in sorted(self._new.items())
                for number in [self._changed[term]]
                for counts in [self._counts[number].tolist()]
            ),
        )

    def _update_counts(self) -> None:
        self._connection.executemany(
            f"UPDATE words SET {_ADDED},"  # noqa: S608 - our own names
            " sound = CASE WHEN sound IS NULL AND capital <= 0 AND ? > 0 THEN sound_of(written)"
            " ELSE sound END WHERE term = ?",
            (
                (*counts, counts[_CAPITAL], term)
                for term, number in self._changed.items()
                if term not in self._new and any(counts := self._counts[number].tolist())
            ),
        )

    def _delete_unused(self) -> None:
        unused = [(term,) for term, at in self._changed.items() if self._counts[at, _TIMES] <= 0]
        deleting = "DELETE FROM words WHERE term = ? AND times <= 0"
        deleted = self._connection.executemany(deleting, unused).rowcount
        self._about["words"] += len(self._new) - max(0, deleted)
        for (term,) in unused:
            self._ids.pop(term, None)
        self._connection.executemany("DELETE FROM doubted WHERE term = ?", unused)

    def respell(self, written: Mapping[str, str]) -> None:
        """Change the spellings of words, given by term, and stop doubting any."""
        self._connection.executemany(
            "UPDATE words SET written = ?, folded = ?,"
            " sound = CASE WHEN capital > 0 THEN sound_of(?) END WHERE term = ?",
            ((word, _folded(word), word, term) for term, word in written.items()),
        )
        self._connection.execute("DELETE FROM doubted")


def read_doubted(connection: sqlite3.Connection) -> list[str]:
    """Return the terms of words spelled as a removed article spelled them; others may do so too."""
    return [term for (term,) in connection.execute("SELECT term FROM doubted")]


def _spellings(article: Article) -> set[tuple[str, str]]:
    """Return each term of an *article* with each way in which it is written there."""
    bags = bag_article(article)
    return {
        spelling
        for words in (bags.title, *bags.headings, *bags.own)
        for spelling in zip(words.terms, words.words, strict=True)
    }


_TIMES, _CAPITAL = COUNTS.index("times"), COUNTS.index("capital")
_ADDED = ", ".join(f"{name} = {name} + ?" for name in COUNTS)


def _folded(written: str) -> str | None:
    """Return the form that misspellings are compared with."""
    word = fold(strip_possessive(written))
    return word if word.isalpha() else None


def _sound(written: str) -> str | None:
    """Return what all transliterations of a name share."""
    return key(strip_possessive(written))
