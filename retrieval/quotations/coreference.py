"""
Whom the first words of an excerpt refer to, where that is certain.

`speakers` resolves pronouns as well, for another question: who speaks by a cue, in any language, in
an article that is read from its beginning with its speakers. Here an excerpt may begin anywhere,
and a reader is shown the name as if the article had it there. So one other person who may be meant,
even one without a name ("the driver", "his son"), is reason enough to return nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from retrieval.articles import Article, Span
from retrieval.lang.registry import names
from retrieval.lang.registry import speech as speech_of
from retrieval.quotations.lexicon import alternatives
from retrieval.quotations.mentions import (
    Mention,
    has_somebody,
    is_place,
    mentions,
    without_quotations,
)
from retrieval.quotations.names import Gender
from retrieval.quotations.records import Reference
from retrieval.text.context_dependence import short_beginning

_BACK = 4
"""Most sentences to look back."""

_BESIDE = 60
"""Most characters between a name and the role that goes with it."""

_INTRODUCED = 20_000
"""Characters before a name in which it may be introduced as a person's."""


@cache
def _pronoun() -> re.Pattern[str]:
    known = speech_of("en")
    male, female = alternatives(known.he | known.his), alternatives(known.she | known.her)
    pattern = rf"{short_beginning()}(?P<words>(?:(?P<he>{male})|{female})\b)(?!\s(?-i:[A-Z]))"
    return re.compile(pattern, re.IGNORECASE)


@cache
def _role_that_speaks() -> re.Pattern[str]:
    verbs = alternatives(speech_of("en").common)
    pattern = rf"(?P<words>the\s(?:\w+\s)?(?P<role>(?!also\s)[\w’'-]+))\s(?:also\s)?(?:{verbs})\b"
    return re.compile(pattern, re.IGNORECASE)


def referent(article: Article, start: int, before: Iterable[Span]) -> Reference | None:
    """
    Return whom the sentence at *start* means without a name: "He added", "The minister said".

    Args:
        before: The sentences before it, nearest first.

    Returns:
        None where that is not certain, as a wrong name is worse than none: a name is returned only
        in English, where one person is named and nobody else can be meant.
    """
    if article.language not in (None, "en") or _is_quoted(article.text, start):
        return None
    if pronoun := _pronoun().match(article.text, start):
        name = _person(article, before, _gender(pronoun))
        return Reference(Span(*pronoun.span("words")), name) if name else None
    speaker = _role_that_speaks().match(article.text, start)
    if speaker and speaker["role"].lower() in names().roles:
        name = _in_role(article, before, speaker["role"])
        return Reference(Span(*speaker.span("words")), name) if name else None
    return None


def _gender(pronoun: re.Match[str]) -> Gender:
    return "he" if pronoun["he"] else "she"


def _is_quoted(text: str, start: int) -> bool:
    """Return whether a quotation that is open at *start* began on the same line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def _person(article: Article, before: Iterable[Span], gender: Gender) -> Span | None:
    """Return the name of the only person of *gender* that a pronoun can mean."""
    for sentence in islice(before, _BACK):
        if not without_quotations(article.slice(sentence)).strip():
            continue  # it goes on quoting the same person
        people = [
            mention
            for mention in mentions(article.text, *sentence)
            if mention.person or not is_place(article.slice(mention.span), article.text)
        ]
        if has_somebody(article.text, *sentence) or not _are_same(article, people):
            return None
        if pronoun := _pronoun().match(article.text, sentence.start):
            if people or _gender(pronoun) != gender:
                return None
            continue  # it goes on about the same person
        if not people or not people[0].subject or people[0].owns:
            return None
        person = people[0]
        fits = person.gender in (None, gender) and _is_known(article, sentence, person)
        return person.span if fits else None
    return None


def _are_same(article: Article, people: Sequence[Mention]) -> bool:
    """Return whether all mentions are one name, in full or its end."""
    spellings = {article.slice(mention.span) for mention in people}
    fullest = max(spellings, key=len, default="")
    return all(fullest.endswith(name) for name in spellings)


def _is_known(article: Article, sentence: Span, mention: Mention) -> bool:
    """Return whether *mention* is a person here, or was shown to be one earlier in the article."""
    return mention.person or any(
        other.person and other.family == mention.family
        for other in mentions(article.text, max(0, sentence.start - _INTRODUCED), sentence.start)
    )


def _in_role(article: Article, before: Iterable[Span], role: str) -> Span | None:
    """Return the only person next to that *role*: "Jonas Wirth, the mayor"."""
    beside = re.compile(rf"\b{role}\b", re.IGNORECASE)
    for sentence in islice(before, _BACK):
        people = [
            mention
            for mention in mentions(article.text, *sentence)
            if mention.person
            and beside.search(
                article.text,
                max(sentence.start, mention.span.start - _BESIDE),
                min(sentence.end, mention.span.end + _BESIDE),
            )
        ]
        if people:
            return people[0].span if _are_same(article, people) else None
    return None
