"""Tells whether a sentence can be understood alone, or depends on those before it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import speech as speech_of

_OPENERS = frozenset("\"“”‘'«„`")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
AT_FIRST = (  # a short beginning that names nobody: "In July 1943 she …"
    r"(?:(?:but|and|so|then|yet|later|also|meanwhile|however),?\s"
    rf"|(?:in|on|at|by|after|before|during|since|until|from)\s(?-i:(?:[a-z0-9’'-]+|{_MONTH}|\w+day)\s){{0,6}}"
    rf"(?-i:[a-z0-9’'-]+|{_MONTH}|\w+day),?\s)?"
)
"""A pattern."""

_FIRST = frozenset([
    "but", "and", "so", "then", "yet", "later", "also", "meanwhile", "however", "in", "on", "at",
    "by", "after", "before", "during", "since", "until", "from",
])  # fmt: skip
"""Words that what `AT_FIRST` is for begins with."""

_BACK = frozenset(["latter", "former"])


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
def _pointing() -> frozenset[str]:
    return frozenset(language_of("en").references.beginnings.split("|"))


@cache
def _at_first() -> re.Pattern[str]:
    return re.compile(rf"{AT_FIRST}(?:he|she|they|his|her|their)\b", re.IGNORECASE)


def _english_depends(text: str, start: int) -> bool:
    """As `depends_on_context`. A word or two decide for most sentences, without the one long pattern."""
    first, *then = re.findall(r"\w+", text[start : start + 80].lower())[:4] or [""]
    if first in _pointing():
        return True
    if first != "the":
        return first in _FIRST and bool(_at_first().match(text, start))
    if then[:1] and then[0] in _BACK:
        return True
    roles, verbs = language_of("en").names.roles, speech_of("en").common
    return any(role in roles and verb in verbs for role, verb in pairwise(then))
