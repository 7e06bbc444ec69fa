"""Whom a sentence speaks of without a name, where that can be told for certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from retrieval.articles import Article, Span
from retrieval.quotations.person_names import (
    Gender,
    Named,
    has_somebody,
    is_place,
    named,
    without_quotations,
)
from retrieval.text.context_dependence import AT_FIRST, ROLES, SAYING


@dataclass(frozen=True, slots=True)
class Leaning:
    """
    Words that begin an excerpt and mean somebody named before it: "He", "The minister".

    Both are offsets into the article's text: `words` inside the excerpt, `name` before it.
    """

    words: Span
    name: Span


_PRONOUN = re.compile(
    rf"{AT_FIRST}(?P<words>(?:(?P<he>he|his)|she|her)\b)(?!\s(?-i:[A-Z]))", re.IGNORECASE
)
_SPEAKER = re.compile(
    rf"(?P<words>the\s(?:\w+\s)?(?P<role>{ROLES}))\s(?:also\s)?(?:{SAYING})\b", re.IGNORECASE
)
_BACK = 4
"""Sentences to look back in."""

_BESIDE = 60
"""Characters between a name and the role that goes with it."""

_INTRODUCED = 20_000
"""Characters before a name in which it may be introduced as somebody's."""


def who(article: Article, start: int, before: Iterable[Span]) -> Leaning | None:
    """
    Whom the sentence at *start* speaks of without a name: "He added", "The minister said".

    Args:
        before: The sentences before it, nearest first.

    Returns:
        None where that cannot be told for certain: a wrong name is worse than none. So it is only
        looked for in English, and found where one person is named, and nobody else could be meant.
    """
    if article.language not in (None, "en") or _is_quoted(article.text, start):
        return None
    if pronoun := _PRONOUN.match(article.text, start):
        found = _person(article, before, "he" if pronoun["he"] else "she")
        return Leaning(Span(*pronoun.span("words")), found) if found else None
    if speaker := _SPEAKER.match(article.text, start):
        found = _in_role(article, before, speaker["role"])
        return Leaning(Span(*speaker.span("words")), found) if found else None
    return None


def _is_quoted(text: str, start: int) -> bool:
    """Whether a quotation that is open at *start* began on the same line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def _person(article: Article, before: Iterable[Span], gender: Gender) -> Span | None:
    for sentence in islice(before, _BACK):
        if not without_quotations(article.slice(sentence)).strip():
            continue  # it goes on quoting the same person
        found = [
            one
            for one in named(article.text, *sentence)
            if one.person or not is_place(article.slice(one.span), article.text)
        ]
        if has_somebody(article.text, *sentence) or not _are_one(article, found):
            return None
        if pronoun := _PRONOUN.match(article.text, sentence.start):
            if found or ("he" if pronoun["he"] else "she") != gender:
                return None
            continue  # it goes on about the same person
        if not found or not found[0].subject or found[0].owns:
            return None
        one = found[0]
        fits = one.gender in (None, gender) and _known(article, sentence, one)
        return one.span if fits else None
    return None


def _are_one(article: Article, found: Sequence[Named]) -> bool:
    """Whether all are the same name, in full or the end of it."""
    names = {article.slice(one.span) for one in found}
    fullest = max(names, key=len, default="")
    return all(fullest.endswith(name) for name in names)


def _known(article: Article, sentence: Span, one: Named) -> bool:
    """Whether *one* is a person here, or was shown to be one earlier in the article."""
    return one.person or any(
        other.person and other.family == one.family
        for other in named(article.text, max(0, sentence.start - _INTRODUCED), sentence.start)
    )


def _in_role(article: Article, before: Iterable[Span], role: str) -> Span | None:
    """The one person of that *role*, which stands beside the name: "Jonas Wirth, the mayor"."""
    beside = re.compile(rf"\b{role}\b", re.IGNORECASE)
    for sentence in islice(before, _BACK):
        found = [
            one
            for one in named(article.text, *sentence)
            if one.person
            and beside.search(
                article.text,
                max(sentence.start, one.span.start - _BESIDE),
                min(sentence.end, one.span.end + _BESIDE),
            )
        ]
        if found:
            return found[0].span if _are_one(article, found) else None
    return None
