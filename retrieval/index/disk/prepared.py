"""Articles made ready to be stored; pure work, which other processes can do."""

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
from retrieval.text.acronyms import Definition, definitions
from retrieval.text.analyzer import Bag

COUNTS = ("passages", "titled", "articles", "times", "capital", "small")
"""
Of a term: how many passages have it in their heading or themselves, how many with their title too,
and how many articles; how often it stands there, and of that, amid a sentence, with a capital or a
small letter.
"""

Table = NDArray[np.int64]
"""A row of `COUNTS` for each of some terms."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article is from: a file of the folder, and its place there, from 0."""

    file: str
    number: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """
    An article ready to be stored: no more than that takes, as it comes from another process.

    Attributes:
        state: A hash of all there is to it; another article has another.
        text: As `records.encode` has it.
        shape: How many terms the title has, and by turns each passage's heading and the passage
            itself.
        terms: These, as places in the words of the batch.
        said: Its quotations; see `records.pack_quotation`.
        sketches: Of each passage; see `copies`.
        lines: Of each passage: its terms after those of title and heading, with spaces between.
    """

    id: str
    place: Place
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
    said: list[records.Said]
    sketches: list[list[int]]

    def article(self) -> Article:
        return records.unpack(self.id, records.decode(self.text), self.record).article


@dataclass(frozen=True, slots=True)
class Batch:
    """
    Some articles ready to be stored, and what they add to a collection.

    Attributes:
        words: Their terms.
        written: Of each, the word that it was seen as first.
        counts: Of each.
    """

    articles: Sequence[Prepared] = ()
    words: Sequence[str] = ()
    written: Sequence[str] = ()
    counts: Table = field(default_factory=lambda: np.zeros((0, len(COUNTS)), np.int64))
    definitions: Counter[Definition] = field(default_factory=Counter)


def state_of(article: Article) -> bytes:
    """See `Prepared`."""
    return _state(records.plain(article), records.encode(article.text))


def _state(record: bytes, text: bytes) -> bytes:
    return blake2b(b"\0".join([record, text]), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class FileRead:
    """
    What became of a file.

    Attributes:
        known: What is known about it elsewhere, as text.
        modified: Nanoseconds; 0 where it may still be changing, so that it is looked at again.
        same: Whether it is what it was when it was read last; nothing else was found out then.
        ids: Of its articles, those that the index has included.
        problems: With file and cause.
    """

    name: str
    size: int
    modified: int
    known: str
    sha256: bytes | None
    same: bool
    ids: Sequence[str] = ()
    problems: Sequence[tuple[str, str]] = ()


def prepare(found: Iterable[tuple[Article, Place]]) -> Batch:
    """Analyze articles, given with where they are from."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    defined = Counter[Definition]()
    tally = _Tally()
    prepared = []
    for article, place in found:
        told = bag_article(article)
        one = _prepared(article, place, told.terms(), numbers)
        tally.add(told, one)
        defined.update(set(definitions(article.text)))
        prepared.append(one)
    words, written = list(numbers), tally.written(len(numbers))
    return Batch(prepared, words, written, tally.counts(numbers), defined)


class _Tally:
    """
    Counts the terms of articles.

    It only lists their numbers, once for each time that they count, and counts these together: to
    count one by one takes many times as long.
    """

    def __init__(self) -> None:
        self._passages, self._more, self._articles = array("I"), array("I"), array("I")
        self._times, self._small = array("I"), array("I")
        self._words: list[str] = []  # as which the terms in `_times` stand there
        self._amid: list[str] = []

    def add(self, told: ArticleBags, one: Prepared) -> None:
        """Take in what an article tells, as it was prepared."""
        ends = [*accumulate(one.shape, initial=0)]
        title, *others = [one.terms[start:end] for start, end in pairwise(ends)]
        titled, whole = set(title), set(title)
        self._see(told.title, title)
        pieces = zip(told.headings, others[::2], told.own, others[1::2], strict=True)
        for over, heading, own, terms in pieces:
            self._see(own, terms)
            self._see(over, heading)
            self._small.extend(compress(terms, [word[0].islower() for word in own.words]))
            self._amid += own.amid
            here = {*heading, *terms}
            self._passages.extend(here)
            self._more.extend(titled - here)  # it stands with those that do not have it themselves
            whole |= here
        self._articles.extend(whole)

    def _see(self, told: Bag, terms: array[int]) -> None:
        self._times += terms
        self._words += told.words

    def written(self, most: int) -> list[str]:
        """Of each of *most* terms, the word that it was seen as first."""
        first = np.zeros(most, np.int64)
        # Backwards, as the last one that is assigned stays.
        first[np.asarray(self._times)[::-1]] = np.arange(len(self._times))[::-1]
        return [self._words[place] for place in first.tolist()]

    def counts(self, numbers: Mapping[str, int]) -> Table:
        """Of each term; see `COUNTS`."""
        listed = self._passages, self._more, self._articles, self._times, self._small
        capital = array("I", map(numbers.__getitem__, self._amid))
        passages, more, articles, times, small, capitals = (
            np.bincount(np.asarray(some), minlength=len(numbers)) for some in (*listed, capital)
        )
        return np.column_stack([passages, passages + more, articles, times, capitals, small])


def _prepared(
    article: Article, place: Place, terms: ArticleTerms, numbers: defaultdict[str, int]
) -> Prepared:
    pieces = [terms.title, *chain(*zip(terms.headings, terms.own, strict=True))]
    title = terms.title
    record, text = records.plain(article), records.encode(article.text)
    return Prepared(
        id=article.id,
        place=place,
        language=article.language,
        published=article.published,
        publisher=article.publisher,
        state=_state(record, text),
        version=sha256(text).digest(),
        record=records.pack(record, terms.passages),
        text=text,
        shape=array("I", map(len, pieces)),
        terms=array("I", map(numbers.__getitem__, chain(*pieces))),
        lines=[
            " ".join([*title, *heading, *own])
            for heading, own in zip(terms.headings, terms.own, strict=True)
        ],
        said=[records.pack_quotation(article, one) for one in quotations(article)],
        sketches=list(map(sketch, terms.own)),
    )
