"""The articles of a library that is kept on disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from retrieval.articles import Article, ArticleError
from retrieval.articles.fingerprints import collection_version
from retrieval.index.disk.index import StoredIndex
from retrieval.index.protocol import PassageIndex
from retrieval.ranking.ranker import Ranker


class DiskStore:
    """An `ArticleStore` of the last commit when the index was opened, and of that commit alone."""

    waits = True

    def __init__(self, index: StoredIndex) -> None:
        """
        Raises:
            StoreError: The index turns out to be damaged.
        """
        with index.reporting_damage():
            self.problems: Sequence[ArticleError] = tuple(
                ArticleError(*problem) for problem in index.problems()
            )
        self.index: PassageIndex = index
        self.articles: Mapping[str, Article] = StoredArticles(index)
        self.questions: Sequence[str] = tuple(index.about["questions"])
        self._index = index

    @property
    def version(self) -> str:
        return collection_version(self._index.about["sum"])

    def hashes(self) -> Iterator[str]:
        with self.reading():
            yield from self._index.hashes()

    def of_text(self, sha256: str) -> Article | None:
        with self.reading():
            key = self._index.find_key_by_text(sha256)
            return None if key is None else self.index.articles[key]

    def judge_by_chance(self, _: Ranker) -> float | None:
        """Return what was judged when the index was made."""
        judged: float | None = self._index.about["by_chance"]
        return judged

    def reading(self) -> AbstractContextManager[None]:
        return self._index.reporting_damage()

    def preload(self, seconds: float) -> None:
        """Do nothing: quotations are in the index."""


class StoredArticles(Mapping[str, Article]):
    """The articles of an index by id, in the collection's order; each is read on demand."""

    def __init__(self, index: StoredIndex) -> None:
        self._index = index

    def __getitem__(self, id_: str) -> Article:
        with self._index.reporting_damage():
            key = self._index.find_key(id_)
            if key is not None:
                return self._index.articles[key]
        raise KeyError(id_)

    def __iter__(self) -> Iterator[str]:
        with self._index.reporting_damage():
            yield from self._index.ids()

    def __len__(self) -> int:
        count: int = self._index.about["articles"]
        return count
