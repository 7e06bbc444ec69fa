"""Finds the words that ask in scripts without spaces between words, which are read as pairs of characters."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from retrieval.lang.registry import union
from retrieval.text.analyzer import Token, unspaced


def asks(question: str, token: Token) -> bool:
    """Return whether *token* is a pair of characters, one of which belongs to a word that asks."""
    if not unspaced(token.term):
        return False
    return any(place in _places(question) for place in range(token.start, token.end))


@lru_cache(1)
def _places(question: str) -> frozenset[int]:
    """Return where the characters of such words stand."""
    return frozenset(
        place for match in _asking().finditer(question) for place in range(*match.span())
    )


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(union(lambda language: language.questions.unspaced))
