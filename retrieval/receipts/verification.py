"""Verify receipts: whether their words still stand where they say, and what stands there otherwise."""

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

_SIMILAR = 50.0
"""The least similarity, out of 100, of a sentence to the one that it may be a new wording of."""

_LONGEST = 4_000
"""Characters of the longest excerpt whose new wording is searched for: no answer has as many."""

_MORE_SENTENCES = 2
"""The number of sentences by which a new wording may be longer."""

_BEGINNING = re.compile(r"(?<!\w)\S|(?<=\w)[^\w\s]")


@dataclass(frozen=True, slots=True)
class Verbatim:
    """The article is unchanged, and the words stand there."""

    name: ClassVar[Name] = "verbatim"
    receipt: Receipt
    words: Words


@dataclass(frozen=True, slots=True)
class Moved:
    """The article has changed but still contains exactly the same words; `words` says where."""

    name: ClassVar[Name] = "moved"
    receipt: Receipt
    words: Words


@dataclass(frozen=True, slots=True)
class Renamed:
    """No article has that id any more, but one with exactly the same text has another id."""

    name: ClassVar[Name] = "renamed"
    receipt: Receipt
    words: Words


@dataclass(frozen=True, slots=True)
class Changed:
    """
    The article has changed, and the words are gone.

    Attributes:
        old: The words; None if that version of the article is not kept.
        new: The words nearest to them now; None if none are similar, or `old` is None.
    """

    name: ClassVar[Name] = "changed"
    receipt: Receipt
    article: Article
    old: Words | None
    new: Words | None


@dataclass(frozen=True, slots=True)
class Removed:
    """The article is not in the collection any more. `old` is None if its text is not kept."""

    name: ClassVar[Name] = "removed"
    receipt: Receipt
    old: Words | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Neither the collection nor the kept versions have such an article."""

    name: ClassVar[Name] = "unknown"
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Forged:
    """It is not a receipt, or was tampered with. `receipt` is None if it cannot even be read."""

    name: ClassVar[Name] = "forged"
    receipt: Receipt | None = None


Verification = Verbatim | Moved | Renamed | Changed | Removed | Unknown | Forged


class Current(Protocol):
    """A collection as it is now."""

    @property
    def articles(self) -> Mapping[str, Article]: ...

    def of_text(self, sha256: str) -> Article | None:
        """Return the first article whose text has a hash that begins with *sha256*."""
        ...


def verify(text: str, library: Current, versions: Versions | None = None) -> Verification:
    """
    Verify the receipt in *text*.

    Args:
        library: The collection as it is now.
        versions: The kept versions of its articles.
    """
    receipt = find_receipt(text)
    if not receipt:
        return Forged()
    now = _find_article(library, receipt.key)
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
        if span := _find_words(receipt, old, now):
            return Moved(receipt, locate_words(now, span))
        return Changed(receipt, now, old, find_nearest(old, now) if old else None)
    if old or (versions and versions.knew(receipt.key, receipt.version)):
        return Removed(receipt, old)
    return Unknown(receipt)


def find_nearest(old: Words, now: Article) -> Words | None:
    """Return the sentences of *now*, under one heading, that are most similar to *old*, if any are."""
    from rapidfuzz.fuzz import ratio

    if len(old.text) > _LONGEST:
        return None
    wanted = " ".join(old.text.split())
    most_sentences = sum(1 for _ in _sentences(old.article, [old.around])) + _MORE_SENTENCES
    best, nearest = _SIMILAR, None
    for section in now.sections:
        spans = list(_sentences(now, section.paragraphs))
        for first, start in enumerate(spans):
            for last in islice(spans, first, first + most_sentences):
                span = Span(start.start, last.end)
                if len(now.slice(span)) > 2 * len(wanted) + _LONGEST // 8:
                    break
                similarity = ratio(wanted, " ".join(now.slice(span).split()), score_cutoff=best)
                if similarity > best:
                    best, nearest = similarity, span
    return locate_words(now, nearest) if nearest else None


def _sentences(article: Article, paragraphs: Iterable[Span]) -> Iterator[Span]:
    for paragraph in paragraphs:
        yield from sentences(article.text, *paragraph, article.language)


def _find_article(library: Current, key: str) -> Article | None:
    id_ = next((id_ for id_ in library.articles if key_of(id_) == key), None)
    return None if id_ is None else library.articles.get(id_)


def _words(article: Article, receipt: Receipt) -> Words | None:
    span = Span(receipt.start, receipt.end)
    return locate_words(article, span) if receipt.has_words(article.slice(span)) else None


def _find_words(receipt: Receipt, old: Words | None, now: Article) -> Span | None:
    """Return where the same words stand in *now*, nearest to where they stood, even if *old* is None."""
    size = receipt.end - receipt.start
    if old:
        places: Iterator[int] = _places(old.text, now.text)
    else:
        starts = (match.start() for match in _BEGINNING.finditer(now.text))
        places = (at for at in starts if receipt.has_words(now.text[at : at + size]))
    start = min(places, key=lambda at: abs(at - receipt.start), default=None)
    return None if start is None else Span(start, start + size)


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
