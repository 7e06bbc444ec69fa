"""
What finds the passages that are worth an exact score, and where it is kept: in a tantivy index beside
the database, or elsewhere (`engines.opensearch`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
import tantivy
from numpy.typing import NDArray

from retrieval.articles import StoreError
from retrieval.index.bm25 import K1, B

TERMS = "terms"
"""The folder beside the database that holds the candidates."""

_FILLED = 50
"""
By how many terms tantivy takes each passage to be longer. Its b is 0.75 for good, and with all as much
longer as most are long, it is about ours: of 400 questions on 100,000 passages the best 10 are among its
best 50 for all, and the best 50 among its best 150 for all but one; without it for 399 and 396.
"""

_FILLER = " _" * _FILLED

_ITS_K1, _ITS_B = 1.2, 0.75

_SLACK = 1.02
"""
How many times as much as tantivy gives it a passage comes to, lengths being rounded: of 1.6 million
passages of 800 questions one in a thousand to more than 1.014 times, none to more than 1.052.
"""


def _slack(length: float) -> float:
    """
    See `_SLACK`. Where passages are much shorter than what they are filled with, those that have a term
    once in a quarter of the *length* that is usual come to more.
    """
    part = 0.25
    theirs = _ITS_K1 * (1 - _ITS_B + _ITS_B * (part * length + _FILLED) / (length + _FILLED))
    ours = K1 * (1 - B + B * part)
    return max(_SLACK, (K1 + 1) / (_ITS_K1 + 1) * (1 + theirs) / (1 + ours))


_SMALL, _LARGE = 15_000_000, 128_000_000
"""Bytes that a writer gathers before it writes a part of the index: its least, and for a large task."""

GRACE = 60.0
"""Seconds in which who keeps a library open is to look for a newer one."""


class Found(NamedTuple):
    """
    Candidates, in about the order in which their exact scores would put them.

    Attributes:
        numbers: Of the passages.
        most: What the exact score of each hardly exceeds; infinite where that is not known.
    """

    numbers: NDArray[np.int64]
    most: NDArray[np.float64]


class Candidates(Protocol):
    """
    The passages of a commit; perhaps also some that were added or are gone since.

    Attributes:
        fewest: How many of them to ask for, however few are wanted, so that these are among them.
    """

    @property
    def fewest(self) -> int: ...

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        having: Sequence[Collection[str]] = (),
        articles: Collection[int] | None = None,
    ) -> Found:
        """
        The *k* that match the weighted terms best.

        Args:
            having: See `Engine.search`.
            articles: The keys of those that they are to be of; of any, when None.
        """
        ...


class CandidatesWriter(Protocol):
    """Changes the candidates of a collection. There can be one at a time."""

    def add(self, generation: int, article: int, passages: Iterable[tuple[int, str]]) -> None:
        """Take in an article's passages, each with its number and its terms."""
        ...

    def remove_articles(self, articles: Iterable[int]) -> None: ...

    def remove_generation(self, generation: int) -> None:
        """Take back what was added for a commit that did not come about."""
        ...

    def commit(self) -> None:
        """Keep what was changed: who searches from now on finds it."""
        ...

    def close(self) -> None:
        """Leave it in order; what was not committed is lost, or taken back the next time."""
        ...


class Home(Protocol):
    """
    Where candidates are kept. *about* is what the database says of itself; see `database.about`.

    Attributes:
        grace: Seconds for which what is gone stays there, for those who read an earlier commit.
    """

    @property
    def grace(self) -> float: ...

    def at_once(self) -> Home:
        """The same, where what is gone stays for nobody."""
        ...

    def begin(self, folder: Path) -> Mapping[str, object]:
        """
        Prepare for a new edition of the index in *folder*.

        Returns:
            What its database has to remember in `about`.
        """
        ...

    def has(self, about: Mapping[str, Any]) -> bool:
        """Whether the candidates of a database are still there, as far as that is told at once."""
        ...

    def reader(self, folder: Path, about: Mapping[str, Any]) -> Candidates: ...

    def writer(
        self, folder: Path, about: Mapping[str, Any], *, large: bool
    ) -> CandidatesWriter: ...

    def settle(self, about: Mapping[str, Any]) -> None:
        """Let this database's candidates be the ones; what it took the place of goes after `grace`."""
        ...


class Tantivy:
    """See `Home`. A folder beside the database."""

    def __init__(self, grace: float = GRACE) -> None:
        self.grace = grace

    def at_once(self) -> Home:
        """See `Home.at_once`."""
        return Tantivy(grace=0.0)

    def begin(self, folder: Path) -> Mapping[str, object]:  # noqa: ARG002
        return {}

    def has(self, about: Mapping[str, Any]) -> bool:  # noqa: ARG002
        return True  # opening it tells

    def reader(self, folder: Path, about: Mapping[str, Any]) -> Candidates:
        return TantivyCandidates(folder / TERMS, about["titled_length"] / (about["passages"] or 1))

    def writer(self, folder: Path, about: Mapping[str, Any], *, large: bool) -> CandidatesWriter:  # noqa: ARG002
        return TantivyWriter(folder / TERMS, large=large)

    def settle(self, about: Mapping[str, Any]) -> None:
        """It is settled by being in the folder."""


TANTIVY = Tantivy()


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
def _named() -> Iterator[None]:
    """
    What tantivy makes of a damaged file, or of a full disk.

    Raises:
        OSError, StoreError: In place of what it raises, some of which is no `Exception`.
    """
    try:
        yield
    except ValueError as error:
        if "(os error " in str(error):
            raise OSError(str(error)) from error
        raise StoreError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # it has no other name to import it by
            raise
        raise StoreError(str(error)) from error


class TantivyCandidates:
    """See `Candidates`. The index in a folder as it was when it was opened."""

    fewest = 50

    def __init__(self, folder: Path, length: float) -> None:
        """
        Args:
            length: Of a passage, in terms.
        """
        self._slack = _slack(length)
        with _named():
            index = tantivy.Index.open(str(folder))
            self._schema = index.schema
            self._searcher = index.searcher()

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        having: Sequence[Collection[str]] = (),
        articles: Collection[int] | None = None,
    ) -> Found:
        """See `Candidates.search`. tantivy's k1 and b are other than ours, and its lengths rounded."""
        clauses = [(tantivy.Occur.Should, self._weighted(*pair)) for pair in query.items()]
        filters = [self._one_of("terms", some) for some in having]
        if articles is not None:
            filters.append(self._one_of("article", map(str, articles)))
        if filters:  # what passes them and has no term is not found either
            filters.append(self._one_of("terms", query))
        clauses += [(tantivy.Occur.Must, one) for one in filters]
        wanted = tantivy.Query.boolean_query(clauses)
        with _named():
            hits = self._searcher.search(wanted, k, count=False).hits
            found = self._searcher.fast_field_values("number", [address for _, address in hits])
        if None in found:
            raise StoreError("a passage has no number")
        numbers = np.array(found, np.int64)
        return Found(numbers, self._slack * np.array([score for score, _ in hits], np.float64))

    def _weighted(self, term: str, weight: float) -> tantivy.Query:
        query = tantivy.Query.term_query(self._schema, "terms", term, "freq")
        return query if weight == 1 else tantivy.Query.boost_query(query, weight)

    def _one_of(self, field: str, values: Iterable[str]) -> tantivy.Query:
        query = tantivy.Query.term_set_query(self._schema, field, list(values))
        return tantivy.Query.const_score_query(query, 0.0)


class TantivyWriter:
    """See `CandidatesWriter`."""

    def __init__(self, folder: Path, *, large: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with _named():
            self._index = tantivy.Index(_schema(), path=str(folder))
            self._writer = self._index.writer(_LARGE if large else _SMALL, num_threads=1)
        self._changed = False

    def add(self, generation: int, article: int, passages: Iterable[tuple[int, str]]) -> None:
        self._changed = True
        with _named():
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
            # As a text: a number would be taken without complaint, and remove nothing.
            self._writer.delete_documents_by_term("article", str(article))

    def remove_generation(self, generation: int) -> None:
        if self._index.searcher().doc_freq("generation", str(generation)):
            self._changed = True
            self._writer.delete_documents_by_term("generation", str(generation))

    def commit(self) -> None:
        """See `CandidatesWriter.commit`; it waits for the disk, so there is none without a change."""
        if self._changed:
            with _named():
                self._writer.commit()
            self._changed = False

    def close(self) -> None:
        with suppress(ValueError):  # it was closed by an error before
            self._writer.wait_merging_threads()
