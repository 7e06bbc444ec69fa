"""Patterns that are found by the keyword they begin with, and compiled when a text has that keyword."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Generic, TypeVar

Name = TypeVar("Name")

DIGIT = r"(?=\d)"
"""A keyword for any digit, which is not part of what is matched."""

_WORD = re.compile(r"\w+")
_DOTS = str.maketrans("İı", "ii")
_LONGEST = 20
"""Characters of a keyword, at most."""


@lru_cache(64)
def _fold(text: str) -> str:
    """Return *text* with one letter for all those that a pattern matches alike when it ignores case."""
    return text.translate(_DOTS).casefold()


@lru_cache(8)
def _folded_words(text: str) -> tuple[tuple[int, str], ...]:
    """Return where each word of *text* begins, and the word as `_fold` has it: many patterns ask for them."""
    return tuple((word.start(), _fold(word[0])) for word in _WORD.finditer(text))


@cache
def _compiled(keyword: str, rest: str, end: str) -> re.Pattern[str]:
    begin = keyword if keyword == DIGIT else re.escape(keyword)
    return re.compile(f"{begin}(?:{rest}){end}", re.IGNORECASE)


class KeywordPatterns(Generic[Name]):
    """
    Named patterns that begin with a keyword and ignore case.

    Most texts contain few of the keywords, and compiling all patterns would take longer than answering.
    """

    def __init__(self, named: Iterable[tuple[Name, str, str]], end: str = r"(?!\w)") -> None:
        """
        Args:
            named: A name; the keywords, between |, that the pattern may begin with; the rest of it.
            end: A pattern of what follows all of them: as it is, the end of a word.
        """
        self._end = end
        self._by_keyword: dict[str, list[tuple[Name, str, str]]] = defaultdict(list)
        for name, keywords, rest in named:
            for keyword in keywords.split("|"):
                self._by_keyword[keyword.translate(_DOTS).casefold()].append((name, keyword, rest))

    @cached_property
    def _by_initial(self) -> Mapping[str, Sequence[str]]:
        """The keywords by their first letters; "0" stands for `DIGIT`."""
        keywords: defaultdict[str, list[str]] = defaultdict(list)
        for keyword in self._by_keyword:
            keywords["0" if keyword == DIGIT else keyword[0]].append(keyword)
        return keywords

    def find(self, text: str) -> Iterator[tuple[Name, re.Match[str]]]:
        """Yield names and matches in *text*, in order and without overlap; at each word the first that matches."""
        end = 0
        for start, word in _folded_words(text):
            if start < end:
                continue
            for name, keyword, rest in self._by_keyword.get(word, ()):
                if match := _compiled(keyword, rest, self._end).match(text, start):
                    yield name, match
                    end = match.end()
                    break

    def begins(self, text: str) -> bool:
        """Return whether *text* begins with one of the patterns, whose keywords may be parts of words."""
        first = "0" if text[:1].isdecimal() else _fold(text[:_LONGEST])
        return any(
            _compiled(keyword, rest, self._end).match(text)
            for folded in self._by_initial.get(first[:1], ())
            if folded == DIGIT or first.startswith(folded)
            for _, keyword, rest in self._by_keyword[folded]
        )
