"""What an article says of somebody who speaks in it: the titles, roles and bodies next to the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from retrieval.articles import Article, Span
from retrieval.lang.registry import speech as speech_of
from retrieval.quotations.affiliations import is_over
from retrieval.quotations.lexicon import is_body, is_role, is_title
from retrieval.quotations.records import Quotation, speaker
from retrieval.text.analyzer import terms
from retrieval.text.language import stop_words

_MENTIONS = 6
"""Places of a name, at most, next to which an article is read."""

_BEFORE, _AFTER = 70, 130
"""Characters before and after a name that may say who that is."""

_WORDS_BEFORE = 6
_WORDS_AFTER = 8
_SEGMENTS = 3
"""Phrases between commas after a name, at most, that say who that is."""

_WHOSE = frozenset(["whose"])
"""Words before somebody else who is close to the person named."""

_END = re.compile(r"[.;:!?“”\"«»()\n–—]")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_OPENING = re.compile(r"(?:^|[.!?\n])\s*(?:\w+\s+){0,3}$")
"""The beginning of a sentence, with few words before a name: "According to the"."""

_STOPS = ("", ".", "!", "?", "\n")
"""What ends a sentence, or is behind what is looked at of it."""

_INSIDE_WORD = re.compile(r"[\w’'-]")
_GOES_ON = re.compile(r"[\w-]")


class Profile(NamedTuple):
    """
    What one article says of a speaker.

    Attributes:
        name: The terms of the name.
        given: Those of the names before a family name; empty where the article has only that.
        beside: Those of the words next to the name, and next to the verbs by which the person speaks.
        around: Those of the paragraph that first names the person, and of the title.
        is_body: Whether the name is one of an organization.
        is_former: Whether some of the words next to it say that a role is over.
    """

    name: frozenset[str]
    given: frozenset[str]
    beside: frozenset[str]
    around: frozenset[str]
    is_body: bool
    is_former: bool


def read_profile(article: Article, name: str, quotations: Iterable[Quotation]) -> Profile:
    """Return what *article* says of the speaker called *name*, whose *quotations* these are."""
    text, language = article.text, article.language
    places = list(_mentions(text, name))
    beside = [part for place in places for part in _next_to(text, place, language)]
    for quotation in list(quotations)[:_MENTIONS]:
        beside += _next_to_cue(text, quotation)
    around = [article.title]
    if places:
        first = places[0].start
        start = text.rfind("\n", 0, first) + 1
        end = text.find("\n", first)
        around.append(text[start : end if end >= 0 else len(text)])
    is_organization = is_body(name)
    return Profile(
        _terms(name, language),
        frozenset() if is_organization else _terms(" ".join(_given(name)), language),
        _terms(" . ".join(beside), language),
        _terms(" . ".join(around), language),
        is_organization,
        any(map(is_over, beside)),
    )


def _given(name: str) -> list[str]:
    """Return the words before the last of a person's name that are neither a title nor a role."""
    return [
        word
        for word in _WORD.findall(name)[:-1]
        if word[0].isupper() and not is_title(word) and not is_role(word)
    ]


@lru_cache(4096)
def _terms(text: str, language: str | None) -> frozenset[str]:
    return frozenset(terms(text, language))


def names_in(article: Article, quotations: Iterable[Quotation]) -> dict[str, list[Quotation]]:
    """Return the quotations of each named speaker of *article*."""
    named: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        if name := speaker(article, quotation):
            named.setdefault(name, []).append(quotation)
    return named


def _mentions(text: str, name: str) -> Iterator[Span]:
    """Yield where *text* has *name*, or its last word without another given name before it."""
    words = _WORD.findall(name)
    if not words:
        return
    found = 0
    for start, end in _places(text, words[-1].removesuffix("’s").removesuffix("'s")):
        before = text[max(0, start - len(name)) : start]
        given = name[: len(name) - len(words[-1])]
        if len(words) > 1 and " ".join(before.split()).endswith(" ".join(given.split())):
            start -= len(given)
        elif (last := _last_word(before)) and _is_other_name(last, words):
            continue
        yield Span(start, end)
        found += 1
        if found == _MENTIONS:
            return


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where *text* has *word* as a whole: each name would be a pattern to compile."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _INSIDE_WORD.match(text, start - 1, start) and not _GOES_ON.match(text, end):
            yield start, end
        start = text.find(word, end)


def _last_word(before: str) -> str | None:
    match = re.search(r"([^\W_][\w’'.-]*)\s$", before)
    return match[1] if match else None


def _is_other_name(word: str, name: Sequence[str]) -> bool:
    return word[0].isupper() and word not in name and not is_role(word) and not is_title(word)


def _next_to(text: str, name: Span, language: str | None) -> Iterator[str]:
    """Yield the words next to a *name* that belong to it."""
    before = text[max(0, name.start - _BEFORE) : name.start]
    if tail := _tail(before, language):
        yield tail
    after = text[name.end : name.end + _AFTER]
    if possessive := re.match(r"['’]s\b", after):
        after = after[possessive.end() :]
    opening = _OPENING.search(text, max(0, name.start - _BEFORE), name.start)
    yield from _apposition(after, language, opens=bool(opening))


def _tail(before: str, language: str | None) -> str:
    """Return the last words of *before* that can be part of the phrase that the next word ends."""
    before = _END.split(before)[-1]
    before = re.sub(r",\s*$", " ", before).rpartition(",")[2]
    words, speech = before.split(), speech_of(language)
    while words and words[-1].lower() in speech.determiners:
        words.pop()
    if words and words[-1].lower() in speech.member_links:
        return ""  # the head of Lindow Ferries is somebody else
    kept: list[str] = []
    for word in reversed(words[-_WORDS_BEFORE:]):
        small = word.lower()
        if small in stop_words(language or "en") and small not in _inside(language):
            break
        kept.append(word)
    return " ".join(reversed(kept))


def _apposition(after: str, language: str | None, *, opens: bool) -> Iterator[str]:
    """
    Yield the phrases at the beginning of *after* that say more of the name before it.

    Args:
        opens: The name opens a sentence, so that one comma alone ends it: "According to the Bugle, it rained".
    """
    speech = speech_of(language)
    if match := re.match(r"\s+\(([^()]*)\)", after):
        yield match[1]
        after = after[match.end() :]
    sentence = _END.split(after)[0]
    if sentence.startswith(","):
        if opens and sentence.count(",") == 1 and after[len(sentence) :][:1] in _STOPS:
            return
        for segment in sentence[1:].split(",")[:_SEGMENTS]:
            words = segment.split()
            if not words or words[0].lower() in speech.cues:
                return
            if words[0].lower() in speech.his | speech.her | _WHOSE:
                continue
            yield segment
        return
    words = sentence.split()
    if words and words[0].lower() in speech.member_links:
        kept = words[:1]
        for word in words[1:_WORDS_AFTER]:
            if not (word[0].isupper() or word.lower() in _inside(language)):
                break
            kept.append(word)
        yield " ".join(kept)
    elif (
        len(words) > 1 and words[0].lower() in speech.be and words[1].lower() in speech.determiners
    ):
        yield " ".join(words[1:_WORDS_AFTER])


def _next_to_cue(text: str, quotation: Quotation) -> Iterator[str]:
    """Yield the words that are the subject of the cue of *quotation*: "the judge said", or "“…”, said the judge"."""
    if not quotation.cue:
        return
    start, end = quotation.cue
    before = _END.split(text[max(0, start - _BEFORE) : start])[-1].rpartition(",")[2]
    if any(map(str.isalnum, before)):
        yield " ".join(before.split()[-_WORDS_BEFORE:])
    elif quotation.start < start:
        after = re.split(r"[.;:!?,“”\"«»()\n–—]", text[end : end + _BEFORE])[0]
        yield " ".join(after.split()[:_WORDS_AFTER])


@cache
def _inside(language: str | None) -> frozenset[str]:
    """Return the small words that stand inside a phrase that names a person."""
    speech = speech_of(language)
    return speech.member_links | speech.determiners
