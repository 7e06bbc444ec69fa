"""A stored collection that can be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from retrieval.answers.records import Answer
from retrieval.answers.speaker_search import Sayings, Speaker
from retrieval.articles import Article, ArticleError
from retrieval.articles.fingerprints import collection_version
from retrieval.index.disk.index import StoredIndex
from retrieval.library import CANDIDATES, Library, Ranking


class StoredLibrary(Library):
    """A `Library` of the last commit when the index was opened, and of it alone."""

    def __init__(self, index: StoredIndex) -> None:
        """
        Raises:
            StoreError: The index turns out to be damaged.
        """
        with index.reporting_damage():
            problems = [ArticleError(*problem) for problem in index.problems()]
        self._fill(StoredArticles(index), index, problems, index.about["questions"])
        self._stored = index
        self._told = index.about

    def ask(self, question: str, top: int = 3) -> Answer:
        """
        See `Library.ask`.

        Raises:
            StoreError: The index turns out to be damaged.
        """
        with self._stored.reporting_damage():
            return super().ask(question, top)

    def rank(self, question: str, k: int = CANDIDATES, date: str | None = None) -> Ranking:
        """See `Library.rank`, and `ask` here for what it raises."""
        with self._stored.reporting_damage():
            return super().rank(question, k, date)

    def speakers(self) -> list[Speaker]:
        """See `Library.speakers`, and `ask` here for what it raises."""
        with self._stored.reporting_damage():
            return super().speakers()

    def said(self, wanted: str) -> Sayings:
        """See `Library.said`, and `ask` here for what it raises."""
        with self._stored.reporting_damage():
            return super().said(wanted)

    @cached_property
    def version(self) -> str:
        return collection_version(self._told["sum"])

    def hashes(self) -> Iterator[str]:
        """See `Library.hashes`, and `ask` here for what it raises."""
        with self._stored.reporting_damage():
            yield from self._stored.hashes()

    def of_text(self, sha256: str) -> Article | None:
        """See `Library.of_text`, and `ask` here for what it raises."""
        with self._stored.reporting_damage():
            key = self._stored.key_of_text(sha256)
            return None if key is None else self._stored.articles[key]

    @cached_property
    def _by_chance(self) -> float:
        judged: float | None = self._told["by_chance"]
        return self._model.by_chance if judged is None else judged


class StoredArticles(Mapping[str, Article]):
    """By id, in the collection's order; read when asked for."""

    def __init__(self, index: StoredIndex) -> None:
        self._index = index

    def __getitem__(self, id_: str) -> Article:
        with self._index.reporting_damage():
            key = self._index.key_of(id_)
            if key is not None:
                return self._index.articles[key]
        raise KeyError(id_)

    def __iter__(self) -> Iterator[str]:
        with self._index.reporting_damage():
            yield from self._index.ids()

    def __len__(self) -> int:
        count: int = self._index.about["articles"]
        return count
