"""What ranking asks of an index, and of the engines that score its passages and articles."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from retrieval.articles import Article, Span
    from retrieval.index.passage_sentences import PassageSentence
    from retrieval.index.passages import Passage
    from retrieval.index.vocabulary import Vocabulary
    from retrieval.quotations.records import Quotation

T_co = TypeVar("T_co", covariant=True)


class Column(Protocol[T_co]):
    """One property of each passage, or of each article, by number."""

    def __getitem__(self, number: int, /) -> T_co: ...


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """
    Selects the passages of some articles: calling it with a passage number returns whether it is one.

    Attributes:
        articles: The numbers of these articles.
        article_of: The article number of each passage.
    """

    articles: frozenset[int]
    article_of: Column[int]

    def __call__(self, number: int) -> bool:
        return self.article_of[number] in self.articles


class Scorer(Protocol):
    """Scores texts, known by their numbers, against weighted terms."""

    def scores(self, query: Mapping[str, float], of: Collection[int]) -> Mapping[int, float]:
        """Return the scores of the texts *of*; those that score 0 may be missing."""
        ...

    def idf_of(self, term: str) -> float:
        """Return how much *term* distinguishes the texts; most for a term that none of them has."""
        ...


class Engine(Protocol):
    """Finds the passages that share terms with a question."""

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
            among: The passages to rank; None for all.
            having: Sets of terms; a passage without any term of one of them is not wanted. An engine
                that is fast without this may ignore it.

        Returns:
            At most *k* (passage, score) pairs, best first, equal scores in the list's order. Only
            passages that share a term with *query*; every score is positive.
        """
        ...

    def idf_of(self, term: str) -> float:
        """See `Scorer.idf_of`."""
        ...

    def __contains__(self, term: object) -> bool:
        """Return whether any passage has *term*."""
        ...


class PassageIndex(Protocol):
    """
    The passages and articles of a collection with their terms, each known by a number.

    Numbers are valid while the index is open, and may have gaps.
    """

    @property
    def numbers(self) -> Sequence[int]:
        """The numbers of all passages, in the collection's order."""
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
        """The article number of each passage."""
        ...

    @property
    def terms(self) -> Column[Sequence[str]]:
        """The terms of each passage: those of its heading, then its own."""
        ...

    @property
    def headings(self) -> Column[frozenset[str]]:
        """The terms of each passage's heading."""
        ...

    @property
    def titles(self) -> Column[frozenset[str]]:
        """The terms of each article's title."""
        ...

    @property
    def article_count(self) -> int: ...

    def publications(self) -> Iterable[tuple[int, str | None, str | None]]:
        """Yield the number, publisher and publication date of every article."""
        ...

    @property
    def dates(self) -> Sequence[str]:
        """The distinct publication dates, sorted; "" stands for articles without a date."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """The languages of the articles, as ISO 639-1 codes."""
        ...

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of titles, headings and passages, and the ways in which they are written."""
        ...

    @property
    def engine(self) -> Engine:
        """Ranks the passages, each with its title and heading."""
        ...

    @property
    def article_engine(self) -> Scorer:
        """Scores whole articles: title and passages."""
        ...

    def idf_of(self, term: str) -> float:
        """
        Return how much *term* distinguishes passages.

        Titles do not count: a name in every title of a small collection is still a name.
        """
        ...

    def term_sequence(self, number: int, /) -> Sequence[Hashable]:
        """Return the `terms` of a passage in order, or values that are equal for equal terms."""
        ...

    def term_set(self, number: int, /) -> frozenset[str]: ...

    def sentences(self, number: int, /) -> tuple[PassageSentence, ...]: ...

    def likely_copies(self, number: int, /) -> Iterable[int]:
        """Return passages that may repeat this one, likely ones first; see `near_copies`."""
        ...

    def quotations(self, article: int, /) -> Sequence[Quotation]:
        """Return the quotations and reported statements in the article of that number."""
        ...

    def quotations_in(self, article: int, span: Span, /) -> Sequence[Quotation]:
        """Return those that overlap *span*, and perhaps others."""
        ...

    def speakers(self) -> Iterable[tuple[str, str, int, int]]:
        """
        Yield for each speaker, and each form of the name: the key (`attribution.key`), the name as
        shown, and how many quotations and reported statements there are under that name.
        """
        ...

    def quotations_by(self, speaker: str, /) -> Iterable[tuple[int, Quotation]]:
        """
        Yield what the speaker with that key said, with the article's number, in no order.

        Words that an article repeats come once; see `without_repeats`.
        """
        ...

    def spaced(self, number: int, /) -> str:
        """Return title and passage with spaces around their words, to compare letters."""
        ...
