"""
What is measured: Cuttings, and other libraries that rank with BM25.

Each indexes passages that are given as terms, and finds those that match the terms of a question
best. Only Cuttings reads and analyzes the articles itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from retrieval import library as libraries
from retrieval.bench.collection import BenchCollection, Question
from retrieval.collection import disk_store, sync, sync_records
from retrieval.index.disk import index as disk_index

if TYPE_CHECKING:
    import tantivy

TOP = 10
"""Passages to find for a question."""

Ask = Callable[[Question], object]


class Searcher(NamedTuple):
    """An open index. A program that asks many questions calls `warm` first, before people wait for answers."""

    ask: Ask
    warm: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Contestant:
    """
    Something to measure.

    Attributes:
        title: Its name in a table.
        index: The name of its index; contestants with the same name share one.
        build: Writes the index; None if there is nothing on disk, and `open` does everything.
        open: Opens the index.
        modules: The modules that it imports for that.
    """

    title: str
    index: str
    build: Callable[[BenchCollection, Path], None] | None
    open: Callable[[BenchCollection, Path], Searcher]
    modules: tuple[str, ...]

    @property
    def is_installed(self) -> bool:
        return all(map(find_spec, self.modules))


def _build_cuttings(collection: BenchCollection, folder: Path) -> None:
    sync.sync(sync_records.IndexedFolder(collection.articles, folder))


def _open_engine(_: BenchCollection, folder: Path) -> Searcher:
    engine = disk_index.StoredIndex(folder).engine
    return Searcher(lambda question: engine.search(dict.fromkeys(question.terms, 1.0), TOP))


def _open_library(_: BenchCollection, folder: Path) -> Searcher:
    library = libraries.Library(disk_store.DiskStore(disk_index.StoredIndex(folder)))
    return Searcher(lambda question: library.ask(question.text), library.warm)


def _tantivy_schema() -> tantivy.Schema:
    import tantivy

    return (
        tantivy.SchemaBuilder()
        .add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
        .add_integer_field("number", fast=True)
        .build()
    )


def _build_tantivy(collection: BenchCollection, folder: Path) -> None:
    import tantivy

    index = tantivy.Index(_tantivy_schema(), path=str(folder))
    writer = index.writer(128_000_000, num_threads=1)
    for number, terms in enumerate(collection.passages()):
        writer.add_document(tantivy.Document(terms=" ".join(terms), number=number))
    writer.commit()
    writer.wait_merging_threads()


def _open_tantivy(_: BenchCollection, folder: Path) -> Searcher:
    import tantivy

    schema, searcher = _tantivy_schema(), tantivy.Index.open(str(folder)).searcher()

    def ask(question: Question) -> object:
        terms = (tantivy.Query.term_query(schema, "terms", t, "freq") for t in question.terms)
        wanted = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        hits = searcher.search(wanted, TOP, count=False).hits
        return searcher.fast_field_values("number", [address for _, address in hits])

    return Searcher(ask)


def _build_fts5(collection: BenchCollection, folder: Path) -> None:
    import sqlite3

    with closing(sqlite3.connect(folder / "fts5.sqlite")) as connection, connection:
        connection.execute(
            "CREATE VIRTUAL TABLE passages"
            " USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0')"
        )
        connection.executemany(
            "INSERT INTO passages (rowid, terms) VALUES (?, ?)",
            ((number, " ".join(terms)) for number, terms in enumerate(collection.passages(), 1)),
        )


def _open_fts5(_: BenchCollection, folder: Path) -> Searcher:
    import sqlite3

    connection = sqlite3.connect(folder / "fts5.sqlite")
    find = f"SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT {TOP}"  # noqa: S608

    def ask(question: Question) -> object:
        # In quotes, a term that FTS5 splits into several words is a phrase of these.
        wanted = " OR ".join(f'"{term}"' for term in question.terms)
        return connection.execute(find, (wanted,)).fetchall()

    return Searcher(ask)


def _build_bm25s(collection: BenchCollection, folder: Path) -> None:
    import bm25s

    ranking = bm25s.BM25()
    ranking.index(list(_interned(collection)), show_progress=False)
    ranking.save(folder, show_progress=False)


def _open_bm25s(_: BenchCollection, folder: Path) -> Searcher:
    import bm25s

    ranking = bm25s.BM25.load(folder, show_progress=False)
    if find_spec("numba"):
        ranking.backend = "numba"
        ranking.activate_numba_scorer()
    most = min(TOP, ranking.scores["num_docs"])
    return Searcher(
        lambda question: ranking.retrieve([question.terms], k=most, show_progress=False)
    )


def _open_rank_bm25(collection: BenchCollection, _: Path) -> Searcher:
    import numpy as np
    from rank_bm25 import BM25Okapi

    ranking = BM25Okapi(_interned(collection))

    def ask(question: Question) -> object:
        scores = ranking.get_scores(question.terms)
        best = np.argpartition(-scores, min(TOP, len(scores) - 1))[:TOP]
        return best[np.argsort(-scores[best])]

    return Searcher(ask)


def _interned(collection: BenchCollection) -> Iterator[list[str]]:
    """Yield the terms of each passage; equal terms are one string in memory."""
    return (list(map(sys.intern, terms)) for terms in collection.passages())


CONTESTANTS: Mapping[str, Contestant] = {
    "cuttings": Contestant(
        "Cuttings, engine alone",
        "cuttings",
        _build_cuttings,
        _open_engine,
        ("retrieval.index.disk.index",),
    ),
    "answer": Contestant(
        "Cuttings, whole answer",
        "cuttings",
        _build_cuttings,
        _open_library,
        ("retrieval.collection.disk_store", "retrieval.library"),
    ),
    "tantivy": Contestant("tantivy", "tantivy", _build_tantivy, _open_tantivy, ("tantivy",)),
    "bm25s": Contestant("bm25s", "bm25s", _build_bm25s, _open_bm25s, ("bm25s",)),
    "fts5": Contestant("SQLite FTS5", "fts5", _build_fts5, _open_fts5, ("sqlite3",)),
    "rank-bm25": Contestant(
        "rank-bm25", "rank-bm25", None, _open_rank_bm25, ("numpy", "rank_bm25")
    ),
}
