"""Reads an index on disk."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from retrieval.articles import EngineError, Span, StoreError
from retrieval.index.bm25 import idf
from retrieval.index.candidates.protocol import CandidateSearch, CandidateStore
from retrieval.index.candidates.tantivy import TANTIVY
from retrieval.index.disk import database, records
from retrieval.index.disk.damage import OPENING_ERRORS, is_marked, is_system_error, reporting_damage
from retrieval.index.disk.database import ORDINALS
from retrieval.index.disk.editions import find_current
from retrieval.index.disk.engine import StoredArticleEngine, StoredEngine
from retrieval.index.disk.forward import ForwardIndex
from retrieval.index.disk.records import UnpackedArticle
from retrieval.index.disk.sketches import find_passages
from retrieval.index.disk.vocabulary import StoredVocabulary
from retrieval.index.near_copies import MOST, rank_copies, sketch
from retrieval.index.passage_sentences import PassageSentence, sentences_at, spans_of
from retrieval.index.passages import Passage
from retrieval.quotations.records import Quotation
from retrieval.text.analyzer import analyze, terms
from retrieval.text.normalization import spaced

T = TypeVar("T")

_QUOTATION = "start, end, form, name_start, name_end, cue_start, cue_end"

_ARTICLES, _PASSAGES = 256, 512
"""Articles and passages kept in memory after reading."""


class _Column(Generic[T]):
    def __init__(self, find: Callable[[int], T]) -> None:
        self._find = find

    def __getitem__(self, number: int, /) -> T:
        return self._find(number)


class StoredIndex:
    """
    The commit that was the last when this was opened; see `PassageIndex`.

    An article's number is its key in the database. A passage's number holds its place in the article
    in the lowest `ORDINALS` bits, and the article's key above them.
    """

    def __init__(self, folder: Path, store: CandidateStore = TANTIVY) -> None:
        """
        Raises:
            StoreError: There is no usable index in *folder*.
        """
        self._connection, self._candidates, self._forward, self.commit = _open(folder, store)
        self.about = database.read_about(self._connection)
        self.languages = frozenset[str](self.about["languages"])
        self.dates: Sequence[str] = self.about["dates"]
        self.vocabulary = StoredVocabulary(self._connection, self.about)
        self.engine = StoredEngine(self.about, self.vocabulary, self._candidates, self._forward)
        self.article_engine = StoredArticleEngine(self.about, self.vocabulary, self._forward)
        self._unpacked = lru_cache(_ARTICLES)(self._read_article)
        self._quotations = lru_cache(_ARTICLES)(self._read_quotations)
        self._analyzed = lru_cache(_PASSAGES)(self._read_terms)
        self.sentences = lru_cache(_PASSAGES)(self._sentences)
        self.spaced = lru_cache(_PASSAGES)(self._spaced)
        self.term_set = lru_cache(_PASSAGES)(lambda number: frozenset(self.terms[number]))
        self.term_sequence = lru_cache(_PASSAGES)(self._forward.read_words)
        self.state_of = lru_cache(_ARTICLES)(self._read_state)
        self.articles = _Column(lambda key: self._unpacked(key).article)
        self.article_of = _Column(_article_of)
        self.passages = _Column(lru_cache(_PASSAGES)(self._unpack_passage))
        self.terms = _Column(lambda number: self._analyzed(number)[0])
        self.headings = _Column(lru_cache(_PASSAGES)(lambda n: frozenset(self._heading(n))))
        self.titles = _Column(lru_cache(_ARTICLES)(self._title))

    def close(self) -> None:
        self._connection.close()

    def reporting_damage(self) -> AbstractContextManager[None]:
        """See `damage.reporting_damage`."""
        return reporting_damage(self.commit.edition, self._connection)

    @property
    def article_count(self) -> int:
        """See `PassageIndex.article_count`."""
        count: int = self.about["articles"]
        return count

    @property
    def size(self) -> int:
        """See `PassageIndex.size`."""
        size: int = self.about["passages"]
        return size

    @cached_property
    def numbers(self) -> Sequence[int]:
        """See `PassageIndex.numbers`."""
        rows = self._connection.execute("SELECT key, passages FROM articles_in_order")
        numbers = array("q")
        for key, count in rows:
            first = key << ORDINALS
            numbers.extend(range(first, first + count))
        return numbers

    def idf_of(self, term: str) -> float:
        """See `PassageIndex.idf_of`."""
        word = self.vocabulary.word(term)
        return idf(self.about["passages"], word.passages if word else 0)

    def find_some(self, term: str, most: int) -> list[int]:
        """Return some passages that have *term*, in no order; finding the best would cost more."""
        candidates = self._candidates.search({term: 1.0}, most).numbers
        numbers: list[int] = candidates[self._forward.has(candidates >> ORDINALS)].tolist()
        return numbers

    def likely_copies(self, number: int) -> list[int]:
        """See `PassageIndex.likely_copies`."""
        hashes = sketch(self._own(number))
        return rank_copies(
            number, [find_passages(self._connection, hash_, MOST) for hash_ in hashes]
        )

    def quotations(self, article: int) -> tuple[Quotation, ...]:
        """See `PassageIndex.quotations`."""
        return self._quotations(article)

    def quotations_in(self, article: int, span: Span) -> tuple[Quotation, ...]:  # noqa: ARG002
        """See `PassageIndex.quotations_in`."""
        return self._quotations(article)

    def _read_quotations(self, key: int) -> tuple[Quotation, ...]:
        rows = self._connection.execute(f"SELECT {_QUOTATION} FROM said WHERE key = ?", (key,))  # noqa: S608
        return tuple(map(records.unpack_quotation, rows))

    def speakers(self) -> Iterator[tuple[str, str, int, int]]:
        """See `PassageIndex.speakers`."""
        yield from self._connection.execute(
            "SELECT speaker, called, sum(form = 0), sum(form = 1) FROM said WHERE speaker IS NOT NULL"
            " GROUP BY speaker, called"
        )

    def quotations_by(self, speaker: str) -> Iterator[tuple[int, Quotation]]:
        """See `PassageIndex.quotations_by`."""
        rows = self._connection.execute(
            f"SELECT key, {_QUOTATION} FROM said WHERE speaker = ?",  # noqa: S608
            (records.replace_surrogates(speaker),),
        )
        for key, *row in rows:
            yield key, records.unpack_quotation(tuple(row))

    def publications(self) -> Iterator[tuple[int, str | None, str | None]]:
        """See `PassageIndex.publications`."""
        yield from self._connection.execute("SELECT key, publisher, published FROM articles")

    def ids(self) -> Iterator[str]:
        rows = self._connection.execute("SELECT id FROM articles_in_order")
        return (records.decode(id_) for (id_,) in rows)

    def hashes(self) -> Iterator[str]:
        """See `Library.hashes`."""
        rows = self._connection.execute("SELECT version FROM articles")
        return (version.hex() for (version,) in rows)

    def find_key(self, id_: str) -> int | None:
        row = self._connection.execute(
            "SELECT key FROM articles WHERE id = ?", (records.encode(id_),)
        ).fetchone()
        return row[0] if row else None

    def states(self) -> Iterator[tuple[int, bytes, int]]:
        """Yield the key of each article, its state, and how many passages it has."""
        yield from self._connection.execute("SELECT key, state, passages FROM articles_in_order")

    def _read_state(self, key: int) -> bytes:
        row = self._connection.execute(
            "SELECT state FROM articles WHERE key = ?", (key,)
        ).fetchone()
        state: bytes = row[0]
        return state

    def find_key_by_text(self, sha256: str) -> int | None:
        """See `Library.of_text`."""
        row = self._connection.execute(
            "SELECT key FROM articles_in_order WHERE substr(hex(version), 1, ?) = ? LIMIT 1",
            (len(sha256), sha256.upper()),
        ).fetchone()
        return row[0] if row else None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield the files that could not be listed or read, each with the cause."""
        yield from map(tuple, self.about["unseen"])
        rows = self._connection.execute(
            "SELECT problems FROM files WHERE problems IS NOT NULL ORDER BY name"
        )
        for (problems,) in rows.fetchall():
            yield from map(tuple, json.loads(problems))

    def _read_article(self, key: int) -> UnpackedArticle:
        return database.read_article(self._connection, key)

    def _unpack_passage(self, number: int) -> Passage:
        return self._unpacked(number >> ORDINALS).passage(number & _ORDINAL)

    def _heading(self, number: int) -> list[str]:
        article, passage = self.articles[number >> ORDINALS], self.passages[number]
        heading = article.sections[passage.section].heading
        return terms(article.slice(heading), article.language) if heading else []

    def _title(self, key: int) -> frozenset[str]:
        article = self.articles[key]
        return frozenset(terms(article.title, article.language))

    def _read_terms(self, number: int) -> tuple[list[str], array[int]]:
        """Return the terms of heading and passage, and the places of the passage's own."""
        article, passage = self.articles[number >> ORDINALS], self.passages[number]
        own = analyze(article.text, article.language, passage.start, passage.end)
        return self._heading(number) + own.terms, own.places

    def _own(self, number: int) -> list[str]:
        """Return the terms of a passage without those of its heading."""
        all_terms, places = self._analyzed(number)
        return all_terms[-len(places) // 2 :] if places else []

    def _sentences(self, number: int) -> tuple[PassageSentence, ...]:
        _, places = self._analyzed(number)
        spans = spans_of(self.articles[number >> ORDINALS], self.passages[number])
        return sentences_at(self._own(number), places, spans)

    def _spaced(self, number: int) -> str:
        article, passage = self.articles[number >> ORDINALS], self.passages[number]
        return spaced(f"{article.title} {article.text[passage.start : passage.end]}")


_ORDINAL = (1 << ORDINALS) - 1


def _article_of(number: int) -> int:
    return number >> ORDINALS


class Commit(NamedTuple):
    """
    A state of an index; each commit of an edition has a higher generation.

    Attributes:
        file: The inode of the database: an index that was deleted and rebuilt has the same names.
    """

    edition: Path
    generation: int
    file: int


class _OpenIndex(NamedTuple):
    connection: sqlite3.Connection
    candidates: CandidateSearch
    forward: ForwardIndex
    commit: Commit


def _open(folder: Path, store: CandidateStore) -> _OpenIndex:
    """Open the last commit, with candidates and terms that have all of it."""
    while True:
        edition, commit = find_current(folder), None
        try:
            if not (edition / database.FILE).exists():
                raise StoreError(f"{folder} holds no index")
            if is_marked(edition):
                raise StoreError(f"The index in {folder} is damaged")
            inode = _inode(edition)
            connection = database.open_to_read(edition)
            about = database.verify_schema(connection)
            commit = Commit(edition, about["generation"], inode)
            gone = (key for (key,) in connection.execute("SELECT key FROM gone"))
            forward = ForwardIndex(edition, about, gone)
            candidates = store.reader(edition, about)
            # What a later commit removed may be missing from the candidates already.
            if commit == read_commit(folder):
                return _OpenIndex(connection, candidates, forward, commit)
            connection.close()
        except OPENING_ERRORS as error:
            if edition != find_current(folder):  # another became current meanwhile
                continue
            if isinstance(error, EngineError):
                raise
            if is_system_error(error):
                raise StoreError(f"The index in {folder} cannot be read ({error})") from error
            if commit and commit != read_commit(folder):  # it has other files
                continue
            raise StoreError(f"The index in {folder} is damaged ({error})") from error


def read_commit(folder: Path) -> Commit:
    """
    Return the last commit.

    Raises:
        StoreError: There is no usable index in *folder*.
    """
    edition = find_current(folder)
    try:
        inode = _inode(edition)
        with closing(database.open_to_read(edition)) as connection:
            return Commit(edition, int(database.read_about(connection)["generation"]), inode)
    except OPENING_ERRORS as error:
        raise StoreError(f"The index in {folder} is damaged ({error})") from error


def _inode(edition: Path) -> int:
    return (edition / database.FILE).stat().st_ino
