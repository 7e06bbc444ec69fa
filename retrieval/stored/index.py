"""A stored collection as ranking asks it."""

from __future__ import annotations

import math
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import analyze, terms
from retrieval.articles import Article
from retrieval.evidence import spaced
from retrieval.excerpts import Sentence, sentences_at, spans_of
from retrieval.passages import Passage
from retrieval.stored import database, records
from retrieval.stored.candidates import TANTIVY, Candidates, Home
from retrieval.stored.database import ORDINALS
from retrieval.stored.engine import StoredArticleEngine, StoredEngine
from retrieval.stored.vocabulary import StoredVocabulary

T = TypeVar("T")

_ARTICLES, _PASSAGES = 256, 512
"""Kept in memory once read."""


class Terms(NamedTuple):
    """
    The numbers of an article's words, in order, and where they end: those of its title, then by
    turns those of a passage's heading and those of the passage.
    """

    ids: NDArray[np.uint32]
    ends: list[int]

    def title(self) -> NDArray[np.uint32]:
        return self.ids[: self.ends[0]]

    def passage(self, ordinal: int) -> NDArray[np.uint32]:
        """Of its heading and itself."""
        return self.ids[self.ends[2 * ordinal] : self.ends[2 * ordinal + 2]]


class _Column(Generic[T]):
    def __init__(self, find: Callable[[int], T]) -> None:
        self._find = find

    def __getitem__(self, number: int, /) -> T:
        return self._find(number)


class StoredIndex:
    """
    The last commit when it was opened, and it alone; see `Rankable`.

    An article's number is its key in the database; a passage's has its place in the article in its
    last `ORDINALS` bits, and the article's key above them.
    """

    def __init__(self, folder: Path, home: Home = TANTIVY) -> None:
        """
        Raises:
            StoreError: There is no index in *folder*, or not such a one.
        """
        self._connection, self._candidates = _opened(folder, home)
        self.about = database.about(self._connection)
        self.languages = frozenset[str](self.about["languages"])
        self.dates: Sequence[str] = self.about["dates"]
        self.vocabulary = StoredVocabulary(self._connection, self.about)
        self.engine = StoredEngine(self.about, self.vocabulary, self._candidates, self.terms_of)
        self.article_engine = StoredArticleEngine(self.about, self.vocabulary, self.terms_of)
        self._article = lru_cache(_ARTICLES)(self._read_article)
        self._passages_of = lru_cache(_ARTICLES)(self._read_passages)
        self._analyzed = lru_cache(_PASSAGES)(self._read_terms)
        self.sentences = lru_cache(_PASSAGES)(self._sentences)
        self.spaced = lru_cache(_PASSAGES)(self._spaced)
        self.term_set = lru_cache(_PASSAGES)(lambda number: frozenset(self.terms[number]))
        self.articles = _Column(self._article)
        self.article_of = _Column(_article_of)
        self.passages = _Column(self._passage)
        self.terms = _Column(lambda number: self._analyzed(number)[0])
        self.headings = _Column(lru_cache(_PASSAGES)(lambda n: frozenset(self._heading(n))))
        self.titles = _Column(lru_cache(_ARTICLES)(self._title))

    def close(self) -> None:
        self._connection.close()

    @cached_property
    def numbers(self) -> Sequence[int]:
        """See `Rankable.numbers`."""
        rows = self._connection.execute("SELECT key, passages FROM articles_in_order")
        numbers = array("q")
        for key, count in rows:
            first = key << ORDINALS
            numbers.extend(range(first, first + count))
        return numbers

    def idf_of(self, term: str) -> float:
        """See `Rankable.idf_of`."""
        word = self.vocabulary.word(term)
        n, df = self.about["passages"], word.passages if word else 0
        return math.log(1 + (n - df + 0.5) / (df + 0.5))

    def terms_of(self, keys: Sequence[int]) -> dict[int, Terms]:
        """Of the articles with these keys, as far as there are such."""
        marks = ",".join("?" * len(keys))
        rows = self._connection.execute(
            f"SELECT key, shape, common, rare FROM terms WHERE key IN ({marks})",  # noqa: S608
            keys,
        )
        return {key: _terms(*packed) for key, *packed in rows.fetchall()}

    def ids(self) -> Iterator[str]:
        rows = self._connection.execute("SELECT id FROM articles_in_order")
        return (records.cooked(id_) for (id_,) in rows)

    def key_of(self, id_: str) -> int | None:
        row = self._connection.execute(
            "SELECT key FROM articles WHERE id = ?", (records.raw(id_),)
        ).fetchone()
        return row[0] if row else None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Of files that could not be read: each file with the cause."""
        import json

        rows = self._connection.execute(
            "SELECT problems FROM files WHERE problems IS NOT NULL ORDER BY name"
        )
        for (problems,) in rows.fetchall():
            yield from map(tuple, json.loads(problems))

    def _read_article(self, key: int) -> Article:
        id_, record, text = self._connection.execute(
            "SELECT id, record, text FROM articles JOIN texts USING (key) WHERE key = ?", (key,)
        ).fetchone()
        return records.unpack(records.cooked(id_), records.cooked(text), record)

    def _read_passages(self, key: int) -> list[Passage]:
        # Every candidate is asked for this, and few of them for their article's text.
        id_, packed = self._connection.execute(
            "SELECT id, terms.passages FROM articles JOIN terms USING (key) WHERE key = ?", (key,)
        ).fetchone()
        return records.unpack_passages(records.cooked(id_), packed)

    def _passage(self, number: int) -> Passage:
        return self._passages_of(number >> ORDINALS)[number & _ORDINAL]

    def _heading(self, number: int) -> list[str]:
        article, passage = self.articles[number >> ORDINALS], self._passage(number)
        over = article.sections[passage.section].heading
        return terms(article.slice(over), article.language) if over else []

    def _title(self, key: int) -> frozenset[str]:
        article = self.articles[key]
        return frozenset(terms(article.title, article.language))

    def _read_terms(self, number: int) -> tuple[list[str], array[int]]:
        """The terms of the heading and the passage, and where the passage's own stand."""
        article, passage = self.articles[number >> ORDINALS], self._passage(number)
        own = analyze(article.text, article.language, passage.start, passage.end)
        return self._heading(number) + own.terms, own.places

    def _sentences(self, number: int) -> tuple[Sentence, ...]:
        found, places = self._analyzed(number)
        own = found[-len(places) // 2 :] if places else []
        return sentences_at(
            own, places, spans_of(self.articles[number >> ORDINALS], self._passage(number))
        )

    def _spaced(self, number: int) -> str:
        article, passage = self.articles[number >> ORDINALS], self._passage(number)
        return spaced(f"{article.title} {article.text[passage.start : passage.end]}")


_ORDINAL = (1 << ORDINALS) - 1


def _article_of(number: int) -> int:
    return number >> ORDINALS


def _terms(shape: bytes, common: bytes, rare: bytes) -> Terms:
    lengths = array("I")
    lengths.frombytes(shape)
    return Terms(records.unpack_ids(common, rare), list(accumulate(lengths)))


def _opened(folder: Path, home: Home) -> tuple[sqlite3.Connection, Candidates]:
    """The last commit, and candidates that have all of it."""
    if not (folder / database.FILE).exists():
        raise database.StoreError(f"{folder} holds no index")
    while True:
        try:
            connection = database.open_to_read(folder)
            about = database.sound(connection)
            candidates = home.reader(folder, about)
            # What a later commit took away may already be gone from the candidates.
            if about["generation"] == generation_of(folder):
                return connection, candidates
            connection.close()
        except database.StoreError:
            raise
        except (sqlite3.DatabaseError, ValueError, OSError) as error:
            raise database.StoreError(f"The index in {folder} is damaged ({error})") from error


def generation_of(folder: Path) -> int:
    """The number of the last commit; each has a higher one."""
    connection = database.open_to_read(folder)
    try:
        return int(database.about(connection)["generation"])
    finally:
        connection.close()
