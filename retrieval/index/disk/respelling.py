"""Finds new spellings for words whose stored spelling came from a removed article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retrieval.index.disk.index import StoredIndex
from retrieval.text.analyzer import Bag, bag

_SEARCHED = 20
"""Passages in which a word is looked for."""


def find_respellings(doubted: Iterable[str], index: StoredIndex) -> dict[str, str]:
    """
    Return a new spelling for each word that no remaining article seems to spell as *index* does.

    Args:
        doubted: The terms of words that *index* spells as a removed article did.
    """
    words = {term: word for term in doubted if (word := index.vocabulary.word(term))}
    spellings = ((term, _find_other(term, word.written, index)) for term, word in words.items())
    return {term: spelling for term, spelling in spellings if spelling}


def _find_other(term: str, stored: str, index: StoredIndex) -> str | None:
    """Return a word for *term* other than the *stored* one; None if that still occurs, or no other."""
    others: list[str] = []
    # Where much was removed, all of the passages that cost least to find may be gone.
    ranked = (number for number, _ in index.engine.search({term: 1.0}, _SEARCHED))
    for number in index.find_some(term, _SEARCHED) or ranked:
        for words in _bags(number, index):
            pairs = zip(words.terms, words.words, strict=True)
            others += (word for other, word in pairs if other == term)
        if stored in others:
            return None
    return others[0] if others else None


def _bags(number: int, index: StoredIndex) -> Iterator[Bag]:
    """Yield the bags of a passage, of its heading, and of its article's title."""
    article, passage = index.articles[index.article_of[number]], index.passages[number]
    yield bag(article.text, article.language, passage.start, passage.end)
    if heading := article.sections[passage.section].heading:
        yield bag(article.text, article.language, *heading)
    yield bag(article.title, article.language, 0, len(article.title))
