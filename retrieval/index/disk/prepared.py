"""Prepares articles to be stored; pure computation, which other processes can do."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from itertools import accumulate, chain, compress, count, pairwise

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import Article
from retrieval.index.analyzed_article import ArticleBags, ArticleTerms, bag_article
from retrieval.index.disk import records
from retrieval.index.near_copies import sketch
from retrieval.quotations.attribution import quotations
from retrieval.quotations.repeats import without_repeats
from retrieval.text.acronyms import Definition, definitions
from retrieval.text.analyzer import Bag

COUNTS = ("passages", "titled", "articles", "times", "capital", "small")
"""
Counts of a term: passages that have it themselves or in their heading; passages that have it also
counting their title; articles; occurrences; and of these, how many begin with a capital within a
sentence, and how many with a small letter.
"""

CountTable = NDArray[np.int64]
"""Counts of terms; shape `(terms, len(COUNTS))`."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from: a file of the folder, and its place there, from 0."""

    file: str
    place: int


@dataclass(frozen=True, slots=True)
class PreparedArticle:
    """
    An article ready to be stored. It has only what that takes, as it may come from another process.

    Attributes:
        state: A hash of everything in it, to notice a change.
        version: The hash of its text.
        record: See `records.pack_record`.
        text: The encoded text; see `records.encode`.
        shape: The number of terms in the title, then alternately in each passage's heading and in
            the passage itself.
        terms: These terms, as places in the words of the batch.
        quotations: See `records.pack_quotation`.
        sketches: For each passage; see `near_copies.sketch`.
        lines: For each passage, the terms of title, heading and passage, separated by spaces.
    """

    id: str
    origin: Origin
    language: str | None
    published: str | None
    publisher: str | None
    state: bytes
    version: bytes
    record: bytes
    text: bytes
    shape: array[int]
    terms: array[int]
    lines: list[str]
    quotations: list[records.QuotationRow]
    sketches: list[list[int]]

    def article(self) -> Article:
        text = records.decode(self.text)
        return records.unpack_article(self.id, text, self.record).article


@dataclass(frozen=True, slots=True)
class Batch:
    """
    Articles ready to be stored, and what they add to a collection.

    Attributes:
        words: Their terms.
        written: For each term, the word in which it was first seen.
        counts: For each term.
    """

    articles: Sequence[PreparedArticle] = ()
    words: Sequence[str] = ()
    written: Sequence[str] = ()
    counts: CountTable = field(default_factory=lambda: np.zeros((0, len(COUNTS)), np.int64))
    definitions: Counter[Definition] = field(default_factory=Counter)


def hash_state(article: Article) -> bytes:
    """Return the `state` of *article*; see `PreparedArticle`."""
    return _hash(records.dump_article(article), records.encode(article.text))


def _hash(record: bytes, text: bytes) -> bytes:
    return blake2b(b"\0".join([record, text]), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class FileRecord:
    """
    What is recorded of a file after looking at it.

    Attributes:
        modified: Nanoseconds; 0 if the file may still be changing, so that it is looked at again.
        known: What other files say about it, as text.
        same: Whether it is unchanged since it was last read; ids and problems are then empty.
        ids: The ids of its articles, whether or not the index had them before.
        problems: Each with file and cause.
    """

    name: str
    size: int
    modified: int
    known: str
    sha256: bytes | None
    same: bool
    ids: Sequence[str] = ()
    problems: Sequence[tuple[str, str]] = ()


def prepare(articles: Iterable[tuple[Article, Origin]]) -> Batch:
    """Analyze articles, each given with its origin."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    defined = Counter[Definition]()
    tally = _Tally()
    prepared: list[PreparedArticle] = []
    for article, origin in articles:
        bags = bag_article(article)
        prepared.append(_prepare_article(article, origin, bags.terms(), numbers))
        tally.add(bags, prepared[-1])
        defined.update(set(definitions(article.text)))
    words, written = list(numbers), tally.written(len(numbers))
    return Batch(prepared, words, written, tally.count(numbers), defined)


class _Tally:
    """
    Counts the terms of articles.

    It lists their numbers, once for each time that they count, and counts all at the end: counting
    one by one takes many times as long.
    """

    def __init__(self) -> None:
        self._passages, self._more, self._articles = array("I"), array("I"), array("I")
        self._times, self._small = array("I"), array("I")
        self._words: list[str] = []  # as which the terms in `_times` are written
        self._amid: list[str] = []

    def add(self, bags: ArticleBags, prepared: PreparedArticle) -> None:
        """Add an article, given both ways."""
        ends = [*accumulate(prepared.shape, initial=0)]
        title, *others = [prepared.terms[start:end] for start, end in pairwise(ends)]
        titled, whole = set(title), set(title)
        self._add_words(bags.title, title)
        pieces = zip(bags.headings, others[::2], bags.own, others[1::2], strict=True)
        for heading_bag, heading, own_bag, own in pieces:
            self._add_words(own_bag, own)
            self._add_words(heading_bag, heading)
            self._small.extend(compress(own, [word[0].islower() for word in own_bag.words]))
            self._amid += own_bag.amid
            distinct = {*heading, *own}
            self._passages.extend(distinct)
            self._more.extend(titled - distinct)  # passages that have it only by their title
            whole |= distinct
        self._articles.extend(whole)

    def _add_words(self, words: Bag, terms: array[int]) -> None:
        self._times += terms
        self._words += words.words

    def written(self, size: int) -> list[str]:
        """Return, for each of *size* terms, the word in which it was first seen."""
        first = np.zeros(size, np.int64)
        # Backwards, because the last value assigned stays.
        first[np.asarray(self._times)[::-1]] = np.arange(len(self._times))[::-1]
        return [self._words[place] for place in first.tolist()]

    def count(self, numbers: Mapping[str, int]) -> CountTable:
        """Return the counts of each term."""
        listed = self._passages, self._more, self._articles, self._times, self._small
        capital = array("I", map(numbers.__getitem__, self._amid))
        passages, more, articles, times, small, capitals = (
            np.bincount(np.asarray(some), minlength=len(numbers)) for some in (*listed, capital)
        )
        return np.column_stack([passages, passages + more, articles, times, capitals, small])


def _prepare_article(
    article: Article, origin: Origin, terms: ArticleTerms, numbers: defaultdict[str, int]
) -> PreparedArticle:
    pieces = [terms.title, *chain(*zip(terms.headings, terms.own, strict=True))]
    title = terms.title
    record, text = records.dump_article(article), records.encode(article.text)
    return PreparedArticle(
        id=article.id,
        origin=origin,
        language=article.language,
        published=article.published,
        publisher=article.publisher,
        state=_hash(record, text),
        version=sha256(text).digest(),
        record=records.pack_record(record, terms.passages),
        text=text,
        shape=array("I", map(len, pieces)),
        terms=array("I", map(numbers.__getitem__, chain(*pieces))),
        lines=[
            " ".join([*title, *heading, *own])
            for heading, own in zip(terms.headings, terms.own, strict=True)
        ],
        quotations=_pack_quotations(article),
        sketches=list(map(sketch, terms.own)),
    )


def _pack_quotations(article: Article) -> list[records.QuotationRow]:
    found = quotations(article)
    distinct = set(without_repeats(article, found))
    return [records.pack_quotation(article, one, repeated=one not in distinct) for one in found]
