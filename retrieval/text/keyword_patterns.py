"""Patterns that are looked for by the word they begin with, and compiled when a text has that word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, TypeVar

Name = TypeVar("Name")

_WORD = re.compile(r"\w+")
_DOTS = str.maketrans("İı", "ii")


def folded(text: str) -> str:
    """*text* with one letter for all those that a pattern takes for it when it ignores case."""
    return text.translate(_DOTS).casefold()


class Openings(Generic[Name]):
    """
    Patterns that begin and end with whole words, whatever their case, under some names.

    Most texts have the first word of few, and to compile all would take longer than to answer.
    """

    def __init__(self, *named: tuple[Name, str, str]) -> None:
        """
        Args:
            named: A name; the words, between |, that the pattern may begin with; the rest of it.
        """
        self._by_word: dict[str, list[tuple[Name, str]]] = defaultdict(list)
        for name, openings, rest in named:
            for word in openings.split("|"):
                self._by_word[folded(word)].append((name, rf"{word}(?:{rest})(?!\w)"))

    def find(self, text: str) -> Iterator[tuple[Name, re.Match[str]]]:
        """The names and matches of patterns in *text*, in order and apart; of several at one place the first."""
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            for name, pattern in self._by_word.get(folded(word[0]), ()):
                if match := re.compile(pattern, re.IGNORECASE).match(text, word.start()):
                    yield name, match
                    end = match.end()
                    break
