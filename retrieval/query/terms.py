"""The words of a question: those that say what is asked, which are names, what each is worth."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.unspaced import asks
from retrieval.text.analyzer import Token, is_stop_word, shouts, terms, tokens
from retrieval.text.language import shaping_words

_WORDS = re.compile(r"[^\W\d_]+")

_WEAK_WEIGHT = 0.2
_MISCAST_TRUST = 0.3
_SHOWN = 40  # characters of the reader's own words that a note repeats


class Alternative(NamedTuple):
    """
    Another way in which the articles may write a word: all `terms` of it, in one passage, are worth
    `weight` (above 0, at most 1) of the word itself. All are terms of the collection.
    """

    terms: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Word:
    """
    A word of the question as typed, its term, and whether its capitals make it a name. `weight` is
    1, or less for a word that says little of what is asked. `trust`, above 0, at most 1, is what
    finding the term itself is worth. `alternatives` are best first.
    """

    text: str
    term: str
    name: bool
    weight: float = 1.0
    trust: float = 1.0
    alternatives: tuple[Alternative, ...] = ()


def words_of(
    question: str, vocabulary: Vocabulary, language: str | None
) -> Iterator[tuple[int, Word]]:
    """Where each word that says what is asked stands, and the word; repeats kept."""
    even = question.islower() or shouts(question)  # its capitals mark nothing
    capitalises = not even and any(
        match[0][0].isupper() and not _opens(question, match.start())
        for match in _WORDS.finditer(question)
    )
    shaping = shaping_words(language)
    before: Token | None = None
    asked = False
    for token in tokens(question, language):
        text = question[token.start : token.end]
        if asks(question, token):
            continue
        capital = text[0].isupper() and not _opens(question, token.start)
        name = token.term.isupper() or (not even and (capital or _acronym(text)))
        name = name or (even and token.term in vocabulary.names)
        weak = text.casefold() in shaping or _is_currency(token, before)
        weight = _WEAK_WEIGHT if weak else 1.0
        trust = 1.0
        if capitalises and text.islower() and token.term in vocabulary.names:
            trust = _MISCAST_TRUST
        yield token.start, Word(text, token.term, name, weight, trust)
        before, asked = token, True
    if even:
        for start, acronym in _disguised(question, language):
            if acronym in vocabulary:
                yield start, Word(acronym, acronym, True)
                asked = True
    if not asked:  # only stop words: "who is it?" asks nothing else, so they are all there is
        for match in _WORDS.finditer(question):
            if match[0].upper() in vocabulary:
                yield match.start(), Word(match[0], match[0].upper(), True)


def _opens(question: str, start: int) -> bool:
    """Whether a sentence begins at *start*, where a capital says nothing."""
    before = question[:start].rstrip(" \"'“‘«(¿¡")
    return not before or before[-1] in ".?!…:"


def _acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _disguised(question: str, language: str | None) -> list[tuple[int, str]]:
    """Stop words used as nouns, in capitals: "what did the who say" asks about the WHO."""
    return [
        (word.start(), word[0].upper())
        for before, word in itertools.pairwise(_WORDS.finditer(question))
        if before[0].casefold() in ("the", "a") and is_stop_word(word[0], language)
    ]


_CURRENCIES = frozenset(terms("dollar euro pound sterling rouble ruble yen yuan franc hryvnia"))
_UNITS = frozenset(terms("hundred thousand million billion trillion"))


def _is_currency(token: Token, before: Token | None) -> bool:
    """Whether *token* names the money of an amount, where an article may have only € or $."""
    return (
        token.term in _CURRENCIES
        and before is not None
        and (before.term[0].isdigit() or before.term in _UNITS)
    )


def shortened(text: str) -> str:
    """*text* as a note repeats it."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
