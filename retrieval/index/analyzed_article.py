"""An article's passages and all its terms."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.articles import Article
from retrieval.index.passages import Passage, split
from retrieval.index.vocabulary import Vocabulary
from retrieval.text.analyzer import Bag, analyze, bag


@dataclass(frozen=True, slots=True)
class ArticleTerms:
    """
    The terms of an article.

    Attributes:
        title: Those of its title.
        passages: In reading order.
        headings: Of each passage: the terms of its heading.
        own: Of each passage: its own.
        places: Of each passage: where its own terms start and end in the article's text, by turns;
            none where they were not asked for.
    """

    title: Sequence[str]
    passages: Sequence[Passage]
    headings: Sequence[Sequence[str]]
    own: Sequence[Sequence[str]]
    places: Sequence[array[int]]

    def whole(self) -> Iterator[str]:
        """All terms; those of a heading come with each of its passages."""
        yield from self.title
        for heading, own in zip(self.headings, self.own, strict=True):
            yield from heading
            yield from own


@dataclass(frozen=True, slots=True)
class ArticleBags:
    """
    What an article says, without places.

    Attributes:
        title: What its title says.
        passages: In reading order.
        headings: Of each passage: what its heading says.
        own: Of each passage: what it says itself.
    """

    title: Bag
    passages: Sequence[Passage]
    headings: Sequence[Bag]
    own: Sequence[Bag]

    def terms(self) -> ArticleTerms:
        headings = [heading.terms for heading in self.headings]
        own = [own.terms for own in self.own]
        return ArticleTerms(self.title.terms, self.passages, headings, own, ())


def bags(article: Article) -> ArticleBags:
    """What *article* says; it takes half the time of `analyzed`."""
    title, headings = _headlines(article)
    passages = list(split(article))
    own = [bag(article.text, article.language, one.start, one.end) for one in passages]
    return ArticleBags(title, passages, [headings[one.section] for one in passages], own)


def analyzed(article: Article, vocabulary: Vocabulary) -> ArticleTerms:
    """The terms of *article*, which *vocabulary* takes in."""
    vocabulary.define(article.text)
    title, over = _headlines(article)
    vocabulary.add(title, headline=True)
    passages = list(split(article))
    headings: list[list[str]] = []
    own: list[list[str]] = []
    places: list[array[int]] = []
    for passage in passages:
        found = analyze(article.text, article.language, passage.start, passage.end)
        vocabulary.add(found.bag(article.text))
        places.append(found.places)
        own.append(found.terms)
        heading = over[passage.section]
        vocabulary.add(heading, headline=True)
        headings.append(heading.terms)
    return ArticleTerms(title.terms, passages, headings, own, places)


def _headlines(article: Article) -> tuple[Bag, list[Bag]]:
    """What its title says, and the heading of each section."""
    sections = [section.heading for section in article.sections]
    title, *headings = (
        bag(text, article.language, 0, len(text))
        for text in (article.title, *(article.slice(one) if one else "" for one in sections))
    )
    return title, headings
