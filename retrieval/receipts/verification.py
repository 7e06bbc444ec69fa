"""What a receipt is worth now: whether its words still stand where it says, and what stands there else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar, Literal, Protocol

from retrieval.answers.cited_words import Words, locate_words
from retrieval.articles import Article, Span
from retrieval.articles.receipt_tokens import Receipt, find_receipt, key_of
from retrieval.receipts.versions import Versions
from retrieval.text.sentences import sentences

Name = Literal["verbatim", "moved", "renamed", "changed", "removed", "unknown", "forged"]

_ALIKE = 50.0
"""Least share of letters in common, of 100, by which a sentence is another wording of one before."""

_LONGEST = 4_000
"""Characters of the longest excerpt whose new wording is looked for: no answer has as many."""

_MORE = 2
"""Sentences by which a new wording may be longer."""

_BEGINNING = re.compile(r"(?<!\w)\S|(?<=\w)[^\w\s]")


@dataclass(frozen=True, slots=True)
class Verbatim:
    """The article is as it was, and the words stand there."""

    name: ClassVar[Name] = "verbatim"
    receipt: Receipt
    words: Words


@dataclass(frozen=True, slots=True)
class Moved:
    """The article has changed, and the same words, to the letter, stand in it still: `words` says where."""

    name: ClassVar[Name] = "moved"
    receipt: Receipt
    words: Words


@dataclass(frozen=True, slots=True)
class Renamed:
    """No article has that id any more, and one with the same text, to the letter, has another."""

    name: ClassVar[Name] = "renamed"
    receipt: Receipt
    words: Words


@dataclass(frozen=True, slots=True)
class Changed:
    """
    The article has changed, and the words are gone.

    Attributes:
        old: None where the text of then is not kept.
        new: What is nearest to them now; None where nothing is near, or they are not known.
    """

    name: ClassVar[Name] = "changed"
    receipt: Receipt
    article: Article
    old: Words | None
    new: Words | None


@dataclass(frozen=True, slots=True)
class Removed:
    """The article is not in the collection any more. `old` is None where its text is not kept."""

    name: ClassVar[Name] = "removed"
    receipt: Receipt
    old: Words | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Neither the collection nor what is kept of earlier versions has such an article."""

    name: ClassVar[Name] = "unknown"
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Forged:
    """It is no receipt, or not as it was made. `receipt` is None where it cannot even be read."""

    name: ClassVar[Name] = "forged"
    receipt: Receipt | None = None


Verification = Verbatim | Moved | Renamed | Changed | Removed | Unknown | Forged


class Current(Protocol):
    """The articles that a collection has now."""

    @property
    def articles(self) -> Mapping[str, Article]: ...

    def of_text(self, sha256: str) -> Article | None:
        """Return the first article whose text has a hash that begins with *sha256*."""
        ...


def verify(text: str, library: Current, versions: Versions | None = None) -> Verification:
    """
    Judge the receipt in *text*; see `receipts.read`.

    Args:
        library: The collection as it is now.
        versions: What is kept of earlier versions of its articles.
    """
    receipt = find_receipt(text)
    if not receipt:
        return Forged()
    now = _article(library, receipt.key)
    same = now if now and receipt.has_version_of(now) else None
    if not now:
        same = library.of_text(receipt.version)
    if same:
        words = _words(same, receipt)
        if not words:
            return Forged(receipt)
        return Verbatim(receipt, words) if now else Renamed(receipt, words)
    then = versions.load(receipt.key, receipt.version) if versions else None
    old = _words(then, receipt) if then else None
    if then and not old:
        return Forged(receipt)
    if now:
        if span := _same(receipt, old, now):
            return Moved(receipt, locate_words(now, span))
        return Changed(receipt, now, old, nearest(old, now) if old else None)
    if old or (versions and versions.knew(receipt.key, receipt.version)):
        return Removed(receipt, old)
    return Unknown(receipt)


def nearest(old: Words, now: Article) -> Words | None:
    """The sentences of *now*, under one heading, that are most like *old*; None where none is."""
    from rapidfuzz.fuzz import ratio

    if len(old.text) > _LONGEST:
        return None
    wanted = " ".join(old.text.split())
    most = sum(1 for _ in _sentences(old.article, [old.around])) + _MORE
    best, found = _ALIKE, None
    for section in now.sections:
        spans = list(_sentences(now, section.paragraphs))
        for first, start in enumerate(spans):
            for last in islice(spans, first, first + most):
                span = Span(start.start, last.end)
                if len(now.slice(span)) > 2 * len(wanted) + _LONGEST // 8:
                    break
                alike = ratio(wanted, " ".join(now.slice(span).split()), score_cutoff=best)
                if alike > best:
                    best, found = alike, span
    return locate_words(now, found) if found else None


def _sentences(article: Article, paragraphs: Iterable[Span]) -> Iterator[Span]:
    for paragraph in paragraphs:
        yield from sentences(article.text, *paragraph, article.language)


def _article(library: Current, key: str) -> Article | None:
    found = next((id_ for id_ in library.articles if key_of(id_) == key), None)
    return None if found is None else library.articles.get(found)


def _words(article: Article, receipt: Receipt) -> Words | None:
    span = Span(receipt.start, receipt.end)
    return locate_words(article, span) if receipt.has_words(article.slice(span)) else None


def _same(receipt: Receipt, old: Words | None, now: Article) -> Span | None:
    """Where the very words stand in *now*, the nearest to where they stood; known words or not."""
    size = receipt.end - receipt.start
    if old:
        places: Iterator[int] = _places(old.text, now.text)
    else:
        begun = (match.start() for match in _BEGINNING.finditer(now.text))
        places = (at for at in begun if receipt.has_words(now.text[at : at + size]))
    start = min(places, key=lambda at: abs(at - receipt.start), default=None)
    return None if start is None else Span(start, start + size)


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
