"""The passages of an article, with their terms."""

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
        title: The terms of its title.
        passages: Its passages in reading order.
        headings: For each passage, the terms of its heading.
        own: For each passage, its own terms.
        places: For each passage, where its own terms start and end in the article's text,
            alternately. Empty if made from `ArticleBags`.
    """

    title: Sequence[str]
    passages: Sequence[Passage]
    headings: Sequence[Sequence[str]]
    own: Sequence[Sequence[str]]
    places: Sequence[array[int]]

    def all_terms(self) -> Iterator[str]:
        """Yield all terms; those of a heading are repeated for each of its passages."""
        yield from self.title
        for heading, own in zip(self.headings, self.own, strict=True):
            yield from heading
            yield from own


@dataclass(frozen=True, slots=True)
class ArticleBags:
    """
    The terms and words of an article, without places.

    Attributes:
        title: The bag of its title.
        passages: Its passages in reading order.
        headings: For each passage, the bag of its heading.
        own: For each passage, its own bag.
    """

    title: Bag
    passages: Sequence[Passage]
    headings: Sequence[Bag]
    own: Sequence[Bag]

    def terms(self) -> ArticleTerms:
        headings = [heading.terms for heading in self.headings]
        own = [own.terms for own in self.own]
        return ArticleTerms(self.title.terms, self.passages, headings, own, ())


def bag_article(article: Article) -> ArticleBags:
    """Return the bags of *article*, in half the time of `analyze_article`."""
    title, headings = _bag_headlines(article)
    passages = list(split(article))
    own = [bag(article.text, article.language, p.start, p.end) for p in passages]
    return ArticleBags(title, passages, [headings[p.section] for p in passages], own)


def analyze_article(article: Article, vocabulary: Vocabulary) -> ArticleTerms:
    """Return the terms of *article*, and add its words to *vocabulary*."""
    vocabulary.add_definitions(article.text)
    title, section_headings = _bag_headlines(article)
    vocabulary.add(title, headline=True)
    passages = list(split(article))
    headings: list[list[str]] = []
    own: list[list[str]] = []
    places: list[array[int]] = []
    for passage in passages:
        analyzed = analyze(article.text, article.language, passage.start, passage.end)
        vocabulary.add(analyzed.bag(article.text))
        places.append(analyzed.places)
        own.append(analyzed.terms)
        heading = section_headings[passage.section]
        vocabulary.add(heading, headline=True)
        headings.append(heading.terms)
    return ArticleTerms(title.terms, passages, headings, own, places)


def _bag_headlines(article: Article) -> tuple[Bag, list[Bag]]:
    """Return the bag of the title, and that of each section's heading."""
    headings = (section.heading for section in article.sections)
    texts = [article.title, *(article.slice(span) if span else "" for span in headings)]
    title, *bags = (bag(text, article.language, 0, len(text)) for text in texts)
    return title, bags
