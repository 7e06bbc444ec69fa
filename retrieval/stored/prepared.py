"""Articles made ready to be stored; pure work, which other processes can do."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b, sha256

from retrieval.acronyms import Definition
from retrieval.analyzed import analyzed
from retrieval.articles import Article
from retrieval.stored import records
from retrieval.vocabulary import Vocabulary


@dataclass(slots=True)
class Counts:
    """
    Of a term: how many passages have it in their heading or themselves, how many with their title
    too, and how many articles; how often it stands there, and of that, amid a sentence, with a
    capital or a small letter; and as what word it was seen first.
    """

    passages: int = 0
    titled: int = 0
    articles: int = 0
    times: int = 0
    capital: int = 0
    small: int = 0
    written: str = ""

    def add(self, other: Counts, sign: int = 1) -> None:
        """Take in *other*, or with a *sign* of -1 take it away."""
        self.passages += sign * other.passages
        self.titled += sign * other.titled
        self.articles += sign * other.articles
        self.times += sign * other.times
        self.capital += sign * other.capital
        self.small += sign * other.small
        self.written = self.written or other.written


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article is from: a file of the folder, and its place there, from 0."""

    file: str
    number: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """
    An article ready to be stored.

    Attributes:
        state: A hash of all there is to it; another article has another.
        title: Its terms with spaces between them, as all terms here.
        headings: Of each passage.
        own: Of each passage.
    """

    article: Article
    place: Place
    state: bytes
    version: bytes
    record: bytes
    passages: bytes
    title: str
    headings: list[str]
    own: list[str]


@dataclass(slots=True)
class Batch:
    """Some articles ready to be stored, and what they add to the words of a collection."""

    articles: list[Prepared] = field(default_factory=list)
    words: dict[str, Counts] = field(default_factory=dict)
    definitions: Counter[Definition] = field(default_factory=Counter)


def state_of(article: Article) -> bytes:
    return blake2b(
        b"\0".join([records.plain(article), records.raw(article.text)]), digest_size=16
    ).digest()


def prepare(found: Iterable[tuple[Article, Place]]) -> Batch:
    """Analyze articles, given with where they are from."""
    batch = Batch()
    vocabulary = Vocabulary()
    passages, titled, articles = Counter[str](), Counter[str](), Counter[str]()
    for article, place in found:
        terms = analyzed(article, vocabulary)
        title = set(terms.title)
        everywhere = set(title)
        for heading, own in zip(terms.headings, terms.own, strict=True):
            here = {*heading, *own}
            passages.update(here)
            titled.update(here | title)
            everywhere |= here
        articles.update(everywhere)
        batch.articles.append(
            Prepared(
                article,
                place,
                state_of(article),
                sha256(records.raw(article.text)).digest(),
                records.pack(records.plain(article)),
                records.pack_passages(terms.passages),
                " ".join(terms.title),
                list(map(" ".join, terms.headings)),
                list(map(" ".join, terms.own)),
            )
        )
    for term, seen in vocabulary.seen():
        batch.words[term] = Counts(passages[term], titled[term], articles[term], *seen)
    batch.definitions = vocabulary.defined
    return batch


def shape(prepared: Prepared) -> array[int]:
    """How many terms the title has, and by turns each passage's heading and the passage itself."""
    lengths = array("I", [_size(prepared.title)])
    for heading, own in zip(prepared.headings, prepared.own, strict=True):
        lengths.extend((_size(heading), _size(own)))
    return lengths


def _size(terms: str) -> int:
    return len(terms.split())
