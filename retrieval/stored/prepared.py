"""Articles made ready to be stored; pure work, which other processes can do."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from retrieval.acronyms import Definition
from retrieval.analyzed import ArticleTerms, analyzed
from retrieval.articles import Article
from retrieval.copies import sketch
from retrieval.quotes import quotations
from retrieval.stored import records
from retrieval.vocabulary import Vocabulary

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
        text: As `records.raw` has it.
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
        return records.unpack(self.id, records.cooked(self.text), self.record).article


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
    return _state(records.plain(article), records.raw(article.text))


def _state(record: bytes, text: bytes) -> bytes:
    return blake2b(b"\0".join([record, text]), digest_size=16).digest()


def prepare(found: Iterable[tuple[Article, Place]]) -> Batch:
    """Analyze articles, given with where they are from."""
    vocabulary = Vocabulary()
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    passages, more, articles = Counter[str](), Counter[str](), Counter[str]()
    prepared = []
    for article, place in found:
        terms = analyzed(article, vocabulary, placed=False)
        title = set(terms.title)
        here = [{*heading, *own} for heading, own in zip(terms.headings, terms.own, strict=True)]
        for some in here:
            passages.update(some)
        for term in title:  # it stands with the passages that do not have it themselves
            more[term] += sum(term not in some for some in here)
        articles.update(title.union(*here))
        prepared.append(_prepared(article, place, terms, numbers))
    seen = vocabulary.seen()
    # A term may be of an article without passages, and so of its title alone.
    rows = [
        (passages[term], passages[term] + more[term], articles[term], *seen[term][:3])
        for term in numbers
    ]
    return Batch(
        prepared,
        list(numbers),
        [seen[term].written for term in numbers],
        np.array(rows, np.int64).reshape(-1, len(COUNTS)),
        vocabulary.defined,
    )


def _prepared(
    article: Article, place: Place, terms: ArticleTerms, numbers: defaultdict[str, int]
) -> Prepared:
    pieces = [terms.title, *chain(*zip(terms.headings, terms.own, strict=True))]
    title = terms.title
    record, text = records.plain(article), records.raw(article.text)
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
