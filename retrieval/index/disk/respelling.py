"""How words are written, once articles are gone that wrote them so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retrieval.index.disk.index import StoredIndex
from retrieval.text.analyzer import Bag, bag

_LOOKED_AT = 20
"""Passages in which a word is looked for."""


def respelt(doubted: Iterable[str], index: StoredIndex) -> dict[str, str]:
    """
    Of words that *index* has written as articles did that are gone, those that no article is found to
    write so now, and as what one does.

    Args:
        doubted: Their terms.
    """
    words = {term: word for term in doubted if (word := index.vocabulary.word(term))}
    found = ((term, _written(term, word.written, index)) for term, word in words.items())
    return {term: other for term, other in found if other}


def _written(term: str, before: str, index: StoredIndex) -> str | None:
    """Another word than *before* for a *term*; None where that is found too, or no other."""
    others: list[str] = []
    # Those may all be gone where much is.
    ranked = (number for number, _ in index.engine.search({term: 1.0}, _LOOKED_AT))
    for number in index.some_with(term, _LOOKED_AT) or ranked:
        for told in _bags(number, index):
            pairs = zip(told.terms, told.words, strict=True)
            others += (word for other, word in pairs if other == term)
        if before in others:
            return None
    return others[0] if others else None


def _bags(number: int, index: StoredIndex) -> Iterator[Bag]:
    """A passage, its heading, and its article's title."""
    article, passage = index.articles[index.article_of[number]], index.passages[number]
    yield bag(article.text, article.language, passage.start, passage.end)
    if over := article.sections[passage.section].heading:
        yield bag(article.text, article.language, *over)
    yield bag(article.title, article.language, 0, len(article.title))
