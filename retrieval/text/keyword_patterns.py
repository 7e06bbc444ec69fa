"""Patterns that are found by the word they begin with, and compiled when a text has that word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Name = TypeVar("Name")

_WORD = re.compile(r"\w+")
_DOTS = str.maketrans("İı", "ii")


def folded(text: str) -> str:
    """Return *text* with one letter for all those that a pattern matches alike when it ignores case."""
    return text.translate(_DOTS).casefold()


class KeywordPatterns(Generic[Name]):
    """
    Named patterns that begin and end with whole words and ignore case.

    Most texts contain the first word of few of them, and compiling all would take longer than answering.
    """

    def __init__(self, named: Iterable[tuple[Name, str, str]]) -> None:
        """
        Args:
            named: A name; the words, between |, that the pattern may begin with; the rest of it.
        """
        self._by_word: dict[str, list[tuple[Name, str]]] = defaultdict(list)
        for name, first_words, rest in named:
            for word in first_words.split("|"):
                self._by_word[folded(word)].append((name, rf"{word}(?:{rest})(?!\w)"))

    def find(self, text: str) -> Iterator[tuple[Name, re.Match[str]]]:
        """Yield names and matches in *text*, in order and without overlap; at each place the first that matches."""
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            for name, pattern in self._by_word.get(folded(word[0]), ()):
                if match := re.compile(pattern, re.IGNORECASE).match(text, word.start()):
                    yield name, match
                    end = match.end()
                    break
