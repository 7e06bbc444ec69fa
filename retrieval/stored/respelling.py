"""How words are written, once articles are gone that wrote them so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from retrieval.analysis import Bag, bag
from retrieval.analyzed import bags
from retrieval.articles import Article
from retrieval.stored.index import StoredIndex

_LOOKED_AT = 8
"""Passages in which a word is looked for, those first that say it most."""

Forms = defaultdict[str, set[str]]
"""The words that stand for each term."""


def add_forms(forms: Forms, article: Article) -> None:
    """Take in the words of *article*."""
    told = bags(article)
    for one in (told.title, *told.headings, *told.own):
        for term, word in zip(one.terms, one.words, strict=True):
            forms[term].add(word)


def respelt(lost: Mapping[str, set[str]], index: StoredIndex) -> dict[str, str]:
    """
    Of the words that *index* has written as articles did that are gone, those that no article is found
    to write so now, and as what one does.

    Args:
        lost: What those articles wrote.
    """
    found = {}
    for term, forms in lost.items():
        word = index.vocabulary.word(term)
        if word and word.written in forms:
            others = list(_written(term, index))
            if others and word.written not in others:
                found[term] = others[0]
    return found


def _written(term: str, index: StoredIndex) -> Iterator[str]:
    for number, _ in index.engine.search({term: 1.0}, _LOOKED_AT):
        for told in _bags(number, index):
            for other, word in zip(told.terms, told.words, strict=True):
                if other == term:
                    yield word


def _bags(number: int, index: StoredIndex) -> Iterator[Bag]:
    """A passage, its heading, and its article's title."""
    article, passage = index.articles[index.article_of[number]], index.passages[number]
    yield bag(article.text, article.language, passage.start, passage.end)
    if over := article.sections[passage.section].heading:
        yield bag(article.text, article.language, *over)
    yield bag(article.title, article.language, 0, len(article.title))
