"""What the words of a name, and those next to it, stand for: a role, an organization, a document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from retrieval.lang.registry import names

_WORDS = 8_192
"""Words whose kind is remembered: a news text uses the same names and roles again and again."""
_PREPOSITION = re.compile(r"\s(?:of|on|for|in|to)\s")


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches each of *words*, which may be patterns."""
    return "|".join(sorted(words))


@cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words)})\b")


@cache
def _more_roles() -> re.Pattern[str]:
    return re.compile("|".join(names().more_roles))


@cache
def _origins() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(names().origins)})$", re.IGNORECASE)


def is_title(word: str) -> bool:
    """Return whether *word* is a title before a name: "Dr"."""
    return word in names().titles


@lru_cache(_WORDS)
def is_role(word: str) -> bool:
    """Return whether *word* is what somebody is: "mayor", "Kanzlerin", "Mr"."""
    small, known = word.lower(), names()
    prefix, _, rest = small.partition("-")
    if rest and prefix in known.role_prefixes:
        small = rest
    return (
        small in known.roles
        or small.removesuffix("s") in known.roles
        or word in known.titles
        or small in known.role_parts
        or _more_roles().fullmatch(small) is not None
    )


def are_roles(word: str) -> bool:
    """Return whether *word* is what several people are: "doctors"."""
    small, known = word.lower(), names().roles
    return small not in known and small.removesuffix("s") in known


def are_body_nouns(word: str) -> bool:
    """Return whether *word* is a noun for several organizations, or for all of one kind: "authorities"."""
    small = word.lower()
    singular = f"{small[:-3]}y" if small.endswith("ies") else small.removesuffix("s")
    return singular != small and singular in names().body_nouns


def is_of_people(word: str) -> bool:
    """Return whether *word* is a noun for people who speak together: "officials", "police", "authorities"."""
    return are_roles(word) or are_body_nouns(word) or word.lower() in names().crowds


@lru_cache(_WORDS)
def is_origin(word: str) -> bool:
    """Return whether *word* says where somebody is from: "Russian"."""
    return _origins().search(word) is not None


def is_document(words: str) -> bool:
    """Return whether *words* name something written and no speaker: an act, a treaty, a study."""
    head = _PREPOSITION.split(words.lower(), maxsplit=1)[0]
    last = head.rpartition(" ")[2]
    return last in names().documents or last.endswith(tuple(names().document_endings))


@lru_cache(_WORDS)
def is_body(words: str) -> bool:
    """Return whether *words* name an organization: a ministry, a country's government, an acronym."""
    if has_body_word(words) or _pattern(names().more_bodies).search(words):
        return True
    last = words.rpartition(" ")[2]
    return is_body_noun(last) or (" " not in words and len(words) > 1 and words.isupper())


@lru_cache(_WORDS)
def has_body_word(words: str) -> bool:
    """Return whether a word of *words* shows that they name an organization or a place."""
    return _pattern(names().bodies).search(words) is not None


def is_body_noun(word: str) -> bool:
    """Return whether *word* is a noun for an organization: "government"."""
    return word.lower() in names().body_nouns


def is_named_body(words: Iterable[str]) -> bool:
    """Return whether a name and a noun together are an organization: "the Japanese government"."""
    *others, last = words
    return is_body_noun(last) and any(
        word[0].isupper() and word.lower() != "the" for word in others
    )


def is_learned(words: str) -> bool:
    """Return whether *words* name a university or the like."""
    return _pattern(names().learned).search(words) is not None
