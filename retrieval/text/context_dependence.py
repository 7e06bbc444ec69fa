"""Tells whether a sentence can be understood alone, or depends on those before it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import speech as speech_of

_OPENERS = frozenset("\"“”‘'«„`")


def depends_on_context(text: str, start: int, language: str | None) -> bool:
    """Return whether the sentence at *start* cannot be understood without the one before it."""
    if text[start : start + 1] in _OPENERS:
        return True
    if language in (None, "en"):
        return _english_depends(text, start)
    pattern = _beginning(language)
    return bool(pattern and pattern.match(text, start))


@cache
def _beginning(language: str | None) -> re.Pattern[str] | None:
    words = language_of(language).references.beginnings
    return re.compile(rf"(?:{words})\b", re.IGNORECASE) if words else None


@cache
def short_beginning() -> str:
    """Return a pattern of a short English beginning, or none, that names nobody: "In July 1943 she …"."""
    references, calendar = language_of("en").references, language_of("en").calendar
    word = rf"(?:[a-z0-9’'-]+|{calendar.months.title().replace(' ', '|')}|\w+day)"
    return (
        rf"(?:(?:{references.connectives}),?\s"
        rf"|(?:{references.before_times})\s(?-i:{word}\s){{0,6}}(?-i:{word}),?\s)?"
    )


class _English(NamedTuple):
    """
    What `_english_depends` looks for.

    Attributes:
        pointing: Words that refer to something before, at the beginning of a sentence.
        first: The words that a `short_beginning` begins with.
        latter: Words behind "the" that refer to something before.
    """

    pointing: frozenset[str]
    first: frozenset[str]
    latter: frozenset[str]
    roles: frozenset[str]
    verbs: frozenset[str]
    pronoun: re.Pattern[str]


@cache
def _english() -> _English:
    references = language_of("en").references
    pronoun = rf"{short_beginning()}(?:he|she|they|his|her|their)\b"
    return _English(
        frozenset(references.beginnings.split("|")),
        frozenset(f"{references.connectives}|{references.before_times}".split("|")),
        frozenset(references.latter.split("|")),
        language_of("en").names.roles,
        speech_of("en").common,
        re.compile(pronoun, re.IGNORECASE),
    )


def _english_depends(text: str, start: int) -> bool:
    """Do as `depends_on_context` does; for most sentences a word or two decide, without the long pattern."""
    known = _english()
    first, *then = re.findall(r"\w+", text[start : start + 80].lower())[:4] or [""]
    if first in known.pointing:
        return True
    if first != "the":
        return first in known.first and bool(known.pronoun.match(text, start))
    if then[:1] and then[0] in known.latter:
        return True
    return any(role in known.roles and verb in known.verbs for role, verb in pairwise(then))
