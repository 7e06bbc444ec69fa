"""
Words that are close in meaning, from WordNet; `retrieval.text.wordnet` makes the file, thesaurus.en.txt.

Its lines are sorted, so that few of them are read to find a word. Each begins with a word, or a verb of several words joined by "_", and goes on with the
words close to it, behind a digit for how close they are, in tenths: "chopper 4 helicopter". Words are not stemmed,
so that the file does not depend on the version of a stemmer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

from retrieval.text.analyzer import term as stem

FILES = {"en": Path(__file__).with_name("thesaurus.en.txt")}
"""By language; there is none for the others."""


def related(word: str, language: str | None) -> Mapping[str, float]:
    """Return the terms close in meaning to a *word* in small letters, and how close they are, 0..1."""
    return _merge(entry.close for entry in _entries(language or "en", word) if not entry.behind)


def related_to_verb(word: str, behind: Sequence[str], language: str | None) -> Mapping[str, float]:
    """Return the same for verbs of a *word* and those *behind* it, all in small letters: "let off"."""
    words = tuple(behind)
    return _merge(
        entry.close
        for entry in _entries(language or "en", word)
        if entry.behind and entry.behind == words[: len(entry.behind)]
    )


def _merge(several: Iterable[Mapping[str, float]]) -> Mapping[str, float]:
    merged: dict[str, float] = {}
    for close in several:
        for term, closeness in close.items():
            merged[term] = max(closeness, merged.get(term, 0.0))
    return merged


class _Entry(NamedTuple):
    """A line: the words behind the first of a verb, and the terms close to it, with how close they are."""

    behind: tuple[str, ...]
    close: Mapping[str, float]


_WORD = re.compile("[a-z]{2,}").fullmatch


@lru_cache(10_000)
def _entries(code: str, word: str) -> Sequence[_Entry]:
    """Return the lines that begin with what *word* is an inflection of."""
    return tuple(_find_entries(code, word)) if code in FILES and _WORD(word) else ()


def _find_entries(code: str, word: str) -> Iterator[_Entry]:
    content, term = _read(code), stem(word, code)
    # Words begin with their stem, but for y (happi), i (disabl) and what "-ing" is without e (bake).
    initial = term[:-1] if term[-1] in "iel" else term
    at = bisect_left(range(len(content)), initial, key=lambda at: _line(content, at)[0])
    while True:
        line, at = _line(content, at)
        lemma, _, close = line.partition(" ")
        if not lemma.startswith(initial):
            break
        first, *behind = lemma.split("_")
        if _is_inflection(word, first) and stem(first, code) == term:
            yield _Entry(tuple(behind), _read_close(close, code, term))


_LONGEST_ENDING = 4  # of "acquitting"


def _is_inflection(word: str, lemma: str) -> bool:
    """Return whether a *word* with the same stem is *lemma* in another form: not "winterize" for "winter"."""
    added = len(word) - len(lemma)
    return -1 <= added <= _LONGEST_ENDING and word.startswith(lemma[:-1])


def _read_close(words: str, code: str, term: str) -> Mapping[str, float]:
    close: dict[str, float] = {}
    closeness = 0.0
    for word in words.split():
        if word.isdecimal():
            closeness = int(word) / 10
        elif (other := stem(word, code)) != term:
            close.setdefault(other, closeness)
    return close


@cache
def _read(code: str) -> mmap:
    with FILES[code].open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def _line(content: mmap, at: int) -> tuple[str, int]:
    """Return the first line that begins at the place *at* or behind it, and where the next begins."""
    start = content.find(b"\n", at - 1) + 1 if at else 0
    end = content.find(b"\n", start)
    if end < 0 or (at and not start):
        return _LAST, at
    return content[start:end].decode("ascii"), end + 1


_LAST = "~"
"""What comes behind every line."""
