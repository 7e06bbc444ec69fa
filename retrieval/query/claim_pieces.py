"""The pieces of a claim that somebody passes on: who and what, numbers, times, whether it denies something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile

from retrieval.articles import Span
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import names, speech
from retrieval.lang.schema import Claims
from retrieval.query.model import Query, Word
from retrieval.text import dates, measures, quantities
from retrieval.text.dates import TextDate, Weekday
from retrieval.text.quantities import Quantity

_YEAR = re.compile(r"(?<![\w.,:$€£])((?:1[5-9]|20)\d\d)s?(?![\w%]|[.,]\d)")
"""A year alone, or a decade."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class ClaimPieces:
    """
    A claim taken to pieces, as offsets into the question that asks about it.

    Attributes:
        question: The whole question.
        span: Where the claim stands.
        names, words, values: The names of the claim, the other words that say what it is about, and those of its
            numbers, times and denials, each with its place.
        quantities: Its numbers.
        times: The dates and years that it names.
        weekdays: The days of the week that it names.
        negations: The words that deny something.
        unsettled: Whether it speaks of what may come, not of what is so.
    """

    question: str
    span: Span
    names: tuple[tuple[Span, Word], ...]
    words: tuple[tuple[Span, Word], ...]
    values: tuple[tuple[Span, Word], ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TextDate, ...]
    weekdays: tuple[Weekday, ...]
    negations: tuple[Span, ...]
    unsettled: bool


def take_to_pieces(query: Query) -> ClaimPieces:
    """Return the pieces of the claim that *query* asks to check."""
    assert query.forwarded
    question, span, language = query.text, query.forwarded.claim, query.language
    numbers = tuple(quantities.quantities(question, *span, language))
    times = find_times(question, *span, language)
    valued = [Span(q.start, measures.end_of_measure(question, q, language)) for q in numbers]
    days = tuple(dates.weekdays(question, *span, language))
    valued += [Span(time.start, time.end) for time in times]
    valued += [Span(day.start, day.end) for day in days]
    negations = [Span(*m.span()) for m in _pattern(language, "negation").finditer(question, *span)]
    valued += negations
    names: list[tuple[Span, Word]] = []
    words: list[tuple[Span, Word]] = []
    values: list[tuple[Span, Word]] = []
    for place, word in _place_words(query, span):
        is_value = word.text[0].isdigit() or any(
            value.start < place.end and place.start < value.end for value in valued
        )
        (values if is_value else names if word.name else words).append((place, word))
    return ClaimPieces(
        question,
        span,
        tuple(names),
        tuple(words),
        tuple(values),
        numbers,
        times,
        days,
        tuple(negations),
        is_unsettled(question, *span, language),
    )


def _place_words(query: Query, span: Span) -> list[tuple[Span, Word]]:
    """Return the words of *query* that stand in *span*, each with its place."""
    placed, at = [], span.start
    for word in query.words:
        start = query.text.find(word.text, at, span.end)
        if start >= 0:
            at = start + len(word.text)
            placed.append((Span(start, at), word))
    return placed


def find_times(text: str, start: int, end: int, language: str | None) -> tuple[TextDate, ...]:
    """Return the dates and the years alone in `text[start:end]`; a decade is its first year."""
    dated = list(dates.dates(text, start, end, language))
    for match in _YEAR.finditer(text, start, end):
        if not any(date.start <= match.start() < date.end for date in dated):
            dated.append(TextDate(*match.span(), int(match[1]), None, None))
    return tuple(sorted(dated, key=lambda date: date.start))


def find_denials(text: str, start: int, end: int, language: str | None) -> list[Span]:
    """Return the words in `text[start:end]` that say that something is not so, or contradict it."""
    patterns = (_pattern(language, "negation"), _pattern(language, "denials"))
    found = (match.span() for pattern in patterns for match in pattern.finditer(text, start, end))
    return [Span(*span) for span in sorted(found)]


def denies_next(text: str, span: Span, language: str | None) -> bool:
    """Return whether the word at *span* denies only what follows it: "no", "without"."""
    return _pattern(language, "denying_next").fullmatch(text, *span) is not None


def find_places(text: str, start: int, end: int, language: str | None) -> Iterator[Span]:
    """Yield what has a capital behind a preposition of places in `text[start:end]`, but for days and months."""
    prepositions, calendar = speech(language).places, names().calendar
    articles = language_of(language).definite.split()
    words = list(_WORD.finditer(text, start, end))
    for place, word in enumerate(words):
        if word[0].lower() not in prepositions:
            continue
        behind = words[place + 1 :]
        if behind and behind[0][0].lower() in articles:
            behind = behind[1:]
        name = [Span(*other.span()) for other in takewhile(_has_capital, behind)]
        beside = [*takewhile(lambda pair: pair[1].start == pair[0].end + 1, pairwise(name))]
        if name and text[slice(*name[0])] not in calendar:
            yield Span(name[0].start, name[len(beside)].end)


def _has_capital(word: re.Match[str]) -> bool:
    return word[0][0].isupper()


def is_negation(text: str, span: Span, language: str | None) -> bool:
    """Return whether the words at *span* are a negation and do not only contradict: "not", but "in fact" is none."""
    return _pattern(language, "negation").fullmatch(text, *span) is not None


def is_unsettled(text: str, start: int, end: int, language: str | None) -> bool:
    """Return whether `text[start:end]` speaks of what may come or is asked for, not of what is so."""
    return bool(_pattern(language, "unsettled").search(text, start, end))


_FIELDS: dict[str, Callable[[Claims], str]] = {
    "negation": lambda claims: claims.negation,
    "denials": lambda claims: claims.denials,
    "denying_next": lambda claims: claims.denying_next,
    "unsettled": lambda claims: claims.unsettled,
}


@cache
def _pattern(language: str | None, field: str) -> re.Pattern[str]:
    """Return the pattern of that *field* of `Claims` for a text in *language*; English where it has none."""
    own = _FIELDS[field](language_of(language).claims)
    return re.compile(own or _FIELDS[field](language_of("en").claims), re.IGNORECASE)
