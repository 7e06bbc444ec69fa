"""The words of a collection on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from retrieval.index.vocabulary import (
    COMMON,
    FullName,
    Vocabulary,
    is_name,
    keep_distinct,
    strip_possessive,
    to_full_name,
)
from retrieval.text.acronyms import Definition
from retrieval.text.spelling import key

_KEPT = 65_536
"""Words kept in memory after a look-up, about 200 bytes each."""


class StoredWord(NamedTuple):
    """A row of the table `words`; see `COUNTS`."""

    id: int
    passages: int
    titled: int
    articles: int
    times: int
    capital: int
    small: int
    written: str


class StoredVocabulary(Vocabulary):
    """A `Vocabulary` that reads the database instead of memory. Nothing can be added."""

    def __init__(self, connection: sqlite3.Connection, about: dict[str, Any]) -> None:
        super().__init__()
        self.dates.update(filter(None, about["dates"]))
        self.publishers.update(about["publishers"])
        self._connection = connection
        self._size: int = about["words"]
        self.word: Callable[[str], StoredWord | None] = lru_cache(_KEPT)(self._read_word)

    def _read_word(self, term: str) -> StoredWord | None:
        row = self._connection.execute(
            "SELECT id, passages, titled, articles, times, capital, small, written"
            " FROM words WHERE term = ?",
            (term,),
        ).fetchone()
        return StoredWord(*row) if row else None

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and self.word(term) is not None

    def __len__(self) -> int:
        return self._size

    def written(self, term: str) -> str:
        word = self.word(term)
        return strip_possessive(word.written if word else term)

    def count(self, term: str) -> int:
        word = self.word(term)
        return word.times if word else 0

    @cached_property
    def names(self) -> Container[str]:
        return _Names(self.word)

    def transliterations(self, word: str) -> Iterator[str]:

        shared = key(word)
        if shared:
            rows = self._connection.execute(
                "SELECT term FROM words WHERE sound = ? ORDER BY term", (shared,)
            )
            yield from (term for (term,) in rows.fetchall() if term in self.names)

    def _words_beginning(self, letter: str, length: int) -> Iterable[tuple[str, str]]:
        return self._connection.execute(
            "SELECT folded, term FROM words"
            " WHERE folded IS NOT NULL AND length(folded) = ? AND folded >= ? AND folded < ?",
            (length, letter, chr(ord(letter) + 1)),
        ).fetchall()

    def meanings(self, acronym: str) -> list[FullName]:
        rows = self._connection.execute(
            "SELECT acronym, words FROM definitions"
            " WHERE term = ? ORDER BY count DESC, acronym, words",
            (acronym,),
        )
        common = (name for name in _common_names() if name.acronym == acronym)
        defined = (to_full_name(Definition(*row)) for row in rows.fetchall())
        return keep_distinct([*common, *filter(None, defined)])

    def acronyms(self, first: str) -> Sequence[FullName]:
        rows = self._connection.execute(
            "SELECT DISTINCT term FROM definitions WHERE opening = ?", (first,)
        )
        acronyms = {term for (term,) in rows.fetchall()}
        acronyms |= {name.acronym for name in _common_names() if name.key[0] == first}
        names = (name for acronym in sorted(acronyms) for name in self.meanings(acronym))
        return sorted(
            (name for name in names if name.key[0] == first), key=lambda name: -len(name.key)
        )


class _Names:
    def __init__(self, word: Callable[[str], StoredWord | None]) -> None:
        self._word = word

    def __contains__(self, term: object) -> bool:
        word = self._word(term) if isinstance(term, str) else None
        return word is not None and is_name(word.capital, word.small)


@lru_cache(maxsize=1)
def _common_names() -> tuple[FullName, ...]:
    return tuple(filter(None, map(to_full_name, COMMON)))
