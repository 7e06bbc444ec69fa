"""The words, numbers and signs of a text, each with its place in the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from retrieval.lang.registry import language as language_of
from retrieval.lang.schema import Contractions
from retrieval.text.analyzer import LATIN_LETTERS

_LETTERS = rf"(?:[{LATIN_LETTERS}]++|[^\W\d_]++)++"  # the list is faster, and holds most letters
_TOKEN = re.compile(  # the first alternative is faster, and finds most words
    rf"([A-Za-z]++(?= )|{_LETTERS}(?:['’.-]{_LETTERS})*['’]?|\ufffc+|\d+(?:-{_LETTERS})+|\d[\d.,:]*\d|\d+\w*|[^\w\s\ufffc])"
)
BLANK = "\ufffc"
"""Stands for each character between quotation marks."""

_OWNER = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)
_ELISION = re.compile(r"['’](?=\w)")


class TextToken(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def quoted(self) -> bool:
        return self.text[0] == BLANK


_token: Callable[[Iterable[object]], TextToken] = partial(tuple.__new__, TextToken)
"""Make a token of its fields, without the Python-level call that would take as long again."""


def without_owner(word: str) -> str:
    """Return *word* without its possessive ending."""
    return _OWNER.sub("", word)


def owns(token: TextToken) -> bool:
    """Return whether *token* is a possessive."""
    return token.text[-1] in "sS'’" and _OWNER.search(token.text) is not None


def text_of(words: Iterable[TextToken]) -> str:
    """Return *words* with single spaces between them."""
    return " ".join(word.text for word in words)


def texts_of(words: Iterable[TextToken]) -> tuple[str, ...]:
    return tuple(word.text for word in words)


def tokens(text: str, start: int, language: str | None = None) -> list[TextToken]:
    """
    Return the words, numbers and signs of *text*, which begins at the offset *start*.

    Words that a language writes together are separated: "l’OMS" into "le", the full form of its
    first word, and "OMS"; "dit-il" into "dit" and "il"; but "a-t-il" is "il" alone.
    """
    words = _split(text, start)
    contractions = language_of(language).contractions
    if contractions is None:
        return words
    return [part for token in words for part in _separated(token, contractions)]


def _separated(token: TextToken, known: Contractions) -> Iterator[TextToken]:
    start, end, word = token
    if match := _ELISION.search(word):
        elided = word[: match.start()].lower()
        if elided in known.elided:
            yield TextToken(start, start + match.end(), known.full.get(elided, elided))
            start, word = start + match.end(), word[match.end() :]
    verb, hyphen, pronoun = word.rpartition("-")
    if hyphen and pronoun.lower() in known.inverted:
        first = len(verb) + 1
        verb = verb[:-2] if verb[-2:].lower() == "-t" else verb
        if verb.lower() not in known.auxiliaries:
            yield TextToken(start, start + len(verb), verb)
            start += first
        word = pronoun
    yield TextToken(start, end, word)


def _split(text: str, start: int) -> list[TextToken]:
    pieces = _TOKEN.split(text)  # alternately what stands between tokens, and a token
    places = [*accumulate(map(len, pieces), initial=start)]
    words = list(map(_token, zip(places[1::2], places[2::2], pieces[1::2], strict=False)))
    return list(map(_without_mark, words)) if "'" in text or "’" in text else words


def _without_mark(token: TextToken) -> TextToken:
    """Return *token* without a closing mark, which makes no possessive."""
    start, end, word = token
    if word[-1] in "'’" and len(word) > 1 and not _OWNER.search(word):
        return TextToken(start, end - 1, word[:-1])
    return token
