"""Finds the exact words of a phrase in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.articles import Span


def phrase_spans(text: str, phrase: str) -> list[Span]:
    """
    Return where *phrase* stands in *text* as whole words, ignoring case, white space and the style of
    quotation marks, apostrophes and dashes.
    """
    pattern = _pattern(phrase)
    if not pattern:
        return []
    folded, places = _fold(text)
    return [
        Span(places[m.start()], places[m.end() - 1] + 1) if places else Span(*m.span())
        for m in pattern.finditer(folded)
    ]


@lru_cache(maxsize=64)
def _pattern(phrase: str) -> re.Pattern[str] | None:
    """Return a pattern of the case-folded *phrase*; None if it has no word."""
    words = phrase.casefold().split()
    if not words:
        return None
    pattern = r"\s+".join("".join(map(_same, word)) for word in words)
    return re.compile(rf"(?<!{_beside(words[0][0])}){pattern}(?!{_beside(words[-1][-1])})")


_SAME = ("'’‘ʼ`", '"“”„«»', "-–—‑−")


def _same(letter: str) -> str:
    for style in _SAME:
        if letter in style:
            return f"[{re.escape(style)}]"
    return re.escape(letter)


def _beside(letter: str) -> str:
    """Return a pattern of what makes *letter* part of a longer word; scripts without case may not separate words."""
    if letter.isdigit():
        return r"\d"
    return r"\w" if letter.upper() != letter.lower() else r"[^\s\S]"


def _fold(text: str) -> tuple[str, list[int] | None]:
    """Return *text* case-folded, and the place of each folded letter in *text*; None if none has moved."""
    folded = text.casefold()
    if len(folded) == len(text):  # folding only ever lengthens
        return folded, None
    places = [place for place, letter in enumerate(text) for _ in letter.casefold()]
    return folded, places
