"""What a question asks: its terms, what each is worth, and which of them are names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container
from dataclasses import dataclass

from retrieval.analysis import is_stop_word, shouts, terms, tokens

MAX_QUESTION = 1000
"""Longest question taken, in characters."""

_WORDS = re.compile(r"[^\W\d_]+")


_WEAK = frozenset(
    terms(
        """
        people person man men woman women place time year day way kind type sort number amount name
        happen make made use go went come came give gave take took know think call called
        """
    )
)
"""Words that shape a question more than they say what it is about: "how do people…", "what kind of…"."""

_WEAK_WEIGHT = 0.4
_MISCAST_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Word:
    """
    A word of the question as typed, its term, and whether its capitals make it a name. `weight` is
    1, or less for a word that says little of what is asked.
    """

    text: str
    term: str
    name: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Query:
    """The question once it is terms. `words` are in the question's order, one a term."""

    text: str
    words: tuple[Word, ...]


def parse(
    question: str,
    vocabulary: Container[str],
    names: Container[str] = (),
    language: str | None = None,
) -> Query:
    """
    Read *question* as terms.

    Args:
        vocabulary: The terms of the collection. A stop word that "the" makes a noun ("the who")
            is read as a name in capitals where the collection has that name.
        names: The terms that the collection writes with a capital wherever they stand. In a
            question that does capitalise, one in lower case hardly means that name (to be
            "online" is not The Sun Online).
    """
    even = question.islower() or shouts(question)  # its capitals mark nothing
    capitalises = not even and any(
        match[0][0].isupper() and not _opens(question, match.start())
        for match in _WORDS.finditer(question)
    )
    found: dict[str, Word] = {}
    for token in tokens(question, language):
        text = question[token.start : token.end]
        capital = text[0].isupper() and not _opens(question, token.start)
        name = token.term.isupper() or (not even and (capital or _acronym(text)))
        weight = _WEAK_WEIGHT if token.term in _WEAK else 1.0
        if capitalises and text.islower() and token.term in names:
            weight *= _MISCAST_WEIGHT
        found.setdefault(token.term, Word(text, token.term, name, weight))
    if even:
        for acronym in _disguised(question):
            if acronym in vocabulary:
                found.setdefault(acronym, Word(acronym, acronym, True))
    if not found:  # only stop words: "who is it?" asks nothing else, so they are all there is
        for word in _WORDS.findall(question):
            if word.upper() in vocabulary:
                found.setdefault(word.upper(), Word(word, word.upper(), True))
    return Query(question, tuple(found.values()))


def _opens(question: str, start: int) -> bool:
    """Whether a sentence begins at *start*, where a capital says nothing."""
    before = question[:start].rstrip(" \"'“‘«(")
    return not before or before[-1] in ".?!…:"


def _acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _disguised(question: str) -> list[str]:
    """Stop words used as nouns, in capitals: "what did the who say" asks about the WHO."""
    words = [match[0].casefold() for match in _WORDS.finditer(question)]
    return [
        word.upper()
        for before, word in itertools.pairwise(words)
        if before in ("the", "a") and is_stop_word(word)
    ]
