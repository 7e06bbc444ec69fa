"""Engines: what finds the passages that share terms with a question, best first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING

from retrieval.articles import Article
from retrieval.index.passages import Passage
from retrieval.quotations.attribution import Quotation

if TYPE_CHECKING:
    from retrieval.index.passage_sentences import PassageSentence
    from retrieval.index.vocabulary import Vocabulary


from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Column(Protocol[T_co]):
    """One thing about each passage, or each article, by its number."""

    def __getitem__(self, number: int, /) -> T_co: ...


ENGINES = ("auto", "rank-bm25", "tantivy", "opensearch")
"""What a collection is kept by; "auto" goes by its size, and by whether there is a cluster."""


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """
    The passages of some articles; called with the number of a passage it tells whether it is one.

    Attributes:
        articles: Their numbers.
        article_of: The number of each passage's article.
    """

    articles: frozenset[int]
    article_of: Column[int]

    def __call__(self, number: int) -> bool:
        return self.article_of[number] in self.articles


class Engine(Protocol):
    """Ranks a fixed list of passages, named by their place in it, from 0."""

    def search(
        self,
        query: Mapping[str, float],
        k: int,
        among: ArticleFilter | None = None,
        having: Sequence[Collection[str]] = (),
    ) -> list[tuple[int, float]]:
        """
        Rank passages against weighted terms.

        Args:
            among: The passages to rank; all, when None.
            having: Terms without which a passage is not wanted: of each collection of them one. An
                engine that is quick without this may pass it over.

        Returns:
            At most *k* (passage, score) pairs, best first, equal scores in the list's order. Only
            passages that share a term with *query*; every score is positive.
        """
        ...

    def idf_of(self, term: str) -> float:
        """How much *term* tells passages apart; that of a term in no passage is the highest."""
        ...

    def __contains__(self, term: object) -> bool:
        """Whether any passage holds *term*."""
        ...


class PassageIndex(Protocol):
    """
    Passages and articles, each known by a number of its kind, with their terms.

    Numbers name what they name for as long as the index is open, no longer; there may be gaps.
    """

    @property
    def numbers(self) -> Sequence[int]:
        """Of all passages, in the collection's order."""
        ...

    @property
    def size(self) -> int:
        """How many passages there are."""
        ...

    @property
    def articles(self) -> Column[Article]: ...

    @property
    def passages(self) -> Column[Passage]: ...

    @property
    def article_of(self) -> Column[int]:
        """Each passage's article number."""
        ...

    @property
    def terms(self) -> Column[Sequence[str]]:
        """Of each passage: those of its heading, then its own."""
        ...

    @property
    def headings(self) -> Column[frozenset[str]]:
        """Of each passage: the terms of its heading."""
        ...

    @property
    def titles(self) -> Column[frozenset[str]]:
        """The terms of each article's title."""
        ...

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        ...

    def publications(self) -> Iterable[tuple[int, str | None, str | None]]:
        """Of all articles: number, publisher, and when they were published."""
        ...

    @property
    def dates(self) -> Sequence[str]:
        """When the articles were published, each date once, in order; "" for the undated."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """Of the articles, as ISO 639-1 codes."""
        ...

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the titles, headings and passages, and how else they are written."""
        ...

    @property
    def engine(self) -> Engine:
        """Ranks the passages, each under its title and heading."""
        ...

    @property
    def article_engine(self) -> Scorer:
        """Scores whole articles: title and passages."""
        ...

    def idf_of(self, term: str) -> float:
        """
        How much *term* tells passages apart, by Lucene's formula.

        Titles are left out: a name in every title of a small collection is still a name.
        """
        ...

    def term_sequence(self, number: int, /) -> Sequence[Hashable]:
        """What stands for the `terms` of a passage, in order: the same for the same term."""
        ...

    def term_set(self, number: int, /) -> frozenset[str]: ...

    def sentences(self, number: int, /) -> tuple[PassageSentence, ...]: ...

    def likely_copies(self, number: int, /) -> Iterable[int]:
        """Passages that may repeat this one, by `copies.sketch`, likely ones first; not all of very many."""
        ...

    def quotations(self, article: int, /) -> Sequence[Quotation]:
        """What an article quotes and reports, by its number."""
        ...

    def speakers(self) -> Iterable[tuple[str, str, int, int]]:
        """
        Whoever says something: the key of `quotes.key`, a name as it is shown, and how often it is
        quoted and reported under that name.
        """
        ...

    def quotations_by(self, speaker: str, /) -> Iterable[tuple[int, Quotation]]:
        """What the speaker of that key said, each with the number of its article; in no order."""
        ...

    def spaced(self, number: int, /) -> str:
        """The passage under its article's title, for `Asked.letters`."""
        ...


class Scorer(Protocol):
    """Scores chosen members of a fixed list."""

    def scores(self, query: Mapping[str, float], of: Collection[int]) -> Mapping[int, float]:
        """The scores against weighted terms, as `Engine.search` gives them; at least those above 0."""
        ...

    def idf_of(self, term: str) -> float: ...
