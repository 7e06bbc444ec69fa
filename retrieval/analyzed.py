"""An article's passages and all its terms."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.analysis import analyze, bag
from retrieval.articles import Article
from retrieval.passages import Passage, split
from retrieval.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ArticleTerms:
    """
    The terms of an article.

    Attributes:
        title: Those of its title.
        passages: In reading order.
        headings: Of each passage: the terms of its heading.
        own: Of each passage: its own.
        places: Of each passage, where they were asked for: where its own terms start and end in the
            article's text, by turns.
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


def analyzed(article: Article, vocabulary: Vocabulary, *, placed: bool = True) -> ArticleTerms:
    """
    The terms of *article*, which *vocabulary* takes in.

    Args:
        placed: Whether places are asked for; without them it takes half the time.
    """
    vocabulary.define(article.text)
    title = _headline(article, article.title, vocabulary)
    passages = list(split(article))
    headings: list[list[str]] = []
    own: list[list[str]] = []
    places: list[array[int]] = []
    for passage in passages:
        where = article.text, article.language, passage.start, passage.end
        if placed:
            whole = analyze(*where)
            places.append(whole.places)
            found = whole.bag(article.text)
        else:
            found = bag(*where)
        vocabulary.add(found)
        own.append(found.terms)
        over = article.sections[passage.section].heading
        headings.append(_headline(article, article.slice(over), vocabulary) if over else [])
    return ArticleTerms(title, passages, headings, own, places)


def _headline(article: Article, text: str, vocabulary: Vocabulary) -> list[str]:
    """The terms of a title or a heading, which *vocabulary* takes in."""
    found = bag(text, article.language, 0, len(text))
    vocabulary.add(found, headline=True)
    return found.terms
