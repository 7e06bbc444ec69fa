"""Candidates in a tantivy index, in a folder beside the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
import tantivy

from retrieval.articles import StoreError
from retrieval.index.bm25 import K1, B
from retrieval.index.candidates.protocol import GRACE, Candidates

TERMS = "terms"
"""The folder beside the database that holds the tantivy index."""

_FILLED = 50
"""
How many filler terms are added to each passage. tantivy fixes b at 0.75; lengthening every passage by
about the usual length gives about our b. Of 400 questions on 100,000 passages, the best 10 are then
among tantivy's best 50 for all, and the best 50 among its best 150 for all but one; without filler,
for 399 and 396.
"""

_FILLER = " _" * _FILLED

_ITS_K1, _ITS_B = 1.2, 0.75

_SLACK = 1.02
"""
How far the exact score may exceed tantivy's, as a factor, because tantivy rounds lengths. Of 1.6 million passages of 800
questions, one in a thousand exceeded 1.014 and none 1.052.
"""


def _slack(length: float) -> float:
    """
    Return how many times tantivy's score the exact score can be, for passages of a mean *length*.

    It is more than `_SLACK` where passages are much shorter than their filler: for one that has a
    term once in a quarter of the mean length.
    """
    part = 0.25
    theirs = _ITS_K1 * (1 - _ITS_B + _ITS_B * (part * length + _FILLED) / (length + _FILLED))
    ours = K1 * (1 - B + B * part)
    return max(_SLACK, (K1 + 1) / (_ITS_K1 + 1) * (1 + theirs) / (1 + ours))


_SMALL, _LARGE = 15_000_000, 128_000_000
"""Bytes that a writer buffers before it writes a segment: tantivy's least, and for a large task."""


class TantivyStore:
    """See `CandidateStore`."""

    def __init__(self, grace: float = GRACE) -> None:
        self.grace = grace

    def without_grace(self) -> TantivyStore:
        """See `CandidateStore.without_grace`."""
        return TantivyStore(grace=0.0)

    def begin(self, folder: Path) -> Mapping[str, object]:  # noqa: ARG002
        return {}

    def has(self, about: Mapping[str, Any]) -> bool:  # noqa: ARG002
        return True  # opening it shows

    def reader(self, folder: Path, about: Mapping[str, Any]) -> TantivySearch:
        return TantivySearch(folder / TERMS, about["titled_length"] / (about["passages"] or 1))

    def writer(self, folder: Path, about: Mapping[str, Any], *, large: bool) -> TantivyWriter:  # noqa: ARG002
        return TantivyWriter(folder / TERMS, large=large)

    def settle(self, about: Mapping[str, Any]) -> None:
        """Do nothing: the folder is inside the edition."""


TANTIVY = TantivyStore()


def _schema() -> tantivy.Schema:
    return (
        tantivy.SchemaBuilder()
        .add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
        .add_text_field("article", tokenizer_name="raw", index_option="basic")
        .add_text_field("generation", tokenizer_name="raw", index_option="basic")
        .add_integer_field("number", fast=True)
        .build()
    )


@contextmanager
def _known_errors() -> Iterator[None]:
    """
    Translate the errors that tantivy raises for a damaged file or a full disk.

    Raises:
        OSError, StoreError: In place of tantivy's, some of which are not even an `Exception`.
    """
    try:
        yield
    except ValueError as error:
        if "(os error " in str(error):
            raise OSError(str(error)) from error
        raise StoreError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # it cannot be imported
            raise
        raise StoreError(str(error)) from error


class TantivySearch:
    """See `CandidateSearch`. Searches the index in a folder as it was when it was opened."""

    fewest = 50

    def __init__(self, folder: Path, length: float) -> None:
        """
        Args:
            length: Mean length of a passage, in terms.
        """
        self._slack = _slack(length)
        with _known_errors():
            index = tantivy.Index.open(str(folder))
            self._schema = index.schema
            self._searcher = index.searcher()

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        having: Sequence[Collection[str]] = (),
        articles: Collection[int] | None = None,
    ) -> Candidates:
        """See `CandidateSearch.search`. tantivy has another k1 and b than ours, and rounds lengths."""
        clauses = [(tantivy.Occur.Should, self._weighted(*pair)) for pair in query.items()]
        filters = [self._one_of("terms", some) for some in having]
        if articles is not None:
            filters.append(self._one_of("article", map(str, articles)))
        if filters:  # a passage that passes them must still have a term of the query
            filters.append(self._one_of("terms", query))
        clauses += [(tantivy.Occur.Must, filter_) for filter_ in filters]
        wanted = tantivy.Query.boolean_query(clauses)
        with _known_errors():
            hits = self._searcher.search(wanted, k, count=False).hits
            numbers = self._searcher.fast_field_values("number", [address for _, address in hits])
        if None in numbers:
            raise StoreError("a passage has no number")
        bounds = self._slack * np.array([score for score, _ in hits], np.float64)
        return Candidates(np.array(numbers, np.int64), bounds)

    def _weighted(self, term: str, weight: float) -> tantivy.Query:
        query = tantivy.Query.term_query(self._schema, "terms", term, "freq")
        return query if weight == 1 else tantivy.Query.boost_query(query, weight)

    def _one_of(self, field: str, values: Iterable[str]) -> tantivy.Query:
        query = tantivy.Query.term_set_query(self._schema, field, list(values))
        return tantivy.Query.const_score_query(query, 0.0)


class TantivyWriter:
    """See `CandidateWriter`."""

    def __init__(self, folder: Path, *, large: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with _known_errors():
            self._index = tantivy.Index(_schema(), path=str(folder))
            self._writer = self._index.writer(_LARGE if large else _SMALL, num_threads=1)
        self._changed = False

    def add(self, generation: int, article: int, passages: Iterable[tuple[int, str]]) -> None:
        self._changed = True
        with _known_errors():
            for number, terms in passages:
                self._writer.add_document(
                    tantivy.Document(
                        terms=terms + _FILLER,
                        article=str(article),
                        generation=str(generation),
                        number=number,
                    )
                )

    def remove_articles(self, articles: Iterable[int]) -> None:
        self._changed = True
        for article in articles:
            # As text: tantivy accepts a number without complaint, and removes nothing.
            self._writer.delete_documents_by_term("article", str(article))

    def remove_generation(self, generation: int) -> None:
        if self._index.searcher().doc_freq("generation", str(generation)):
            self._changed = True
            self._writer.delete_documents_by_term("generation", str(generation))

    def commit(self) -> None:
        """See `CandidateWriter.commit`; it waits for the disk, so it is skipped without changes."""
        if self._changed:
            with _known_errors():
                self._writer.commit()
            self._changed = False

    def close(self) -> None:
        with suppress(ValueError):  # an error closed it before
            self._writer.wait_merging_threads()
