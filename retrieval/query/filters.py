"""What a question limits its answers to: from:, since:, until:, "exact words", -word, a time it names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.index.vocabulary import Vocabulary
from retrieval.lang.registry import possible, union
from retrieval.lang.schema import Calendar, Intent
from retrieval.query.notes import Note
from retrieval.query.terms import shorten
from retrieval.text.dates import month_numbers
from retrieval.text.keyword_patterns import KeywordPatterns


class Typed(NamedTuple):
    """An operator as typed, such as "since:2022"."""

    operator: str
    value: str


class Quoted(NamedTuple):
    """A phrase in quotation marks, and whether a minus sign excludes it."""

    text: str
    excluded: bool


class TimeNamed(NamedTuple):
    """A time named in words, as a partial ISO 8601 date, and where it stands."""

    value: str
    span: Span


_OPERATOR = (
    r"(?<!\S)(from|since|until):(?:\"([^\"]*)\"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|([^\s\"“„«]\S*))"
)
_OPENING_QUOTES = '"“„«'
_QUOTED = r"(?:(?<=\s)|(?<=^))?(-?)(?:\"([^\"]*)\"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»)"
_MINUS = r"(?<!\S)[-−](?=[^\W\d_])\S+"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


def take_operators(question: str) -> tuple[list[Typed], str]:
    """Return the operators in *question*, and the question with them blanked out, all else in place."""
    if ":" not in question:
        return [], question
    operator = re.compile(_OPERATOR, re.IGNORECASE)
    typed = [
        Typed(match[1].casefold(), next(filter(None, match.groups()[1:]), "").strip())
        for match in operator.finditer(question)
    ]
    return typed, operator.sub(lambda match: " " * len(match[0]), question)


def take_phrases(question: str) -> tuple[list[Quoted], list[Span], str]:
    """
    Return the phrases in quotation marks, where excluded words stand, and the *question* with excluded
    phrases blanked out, all else in place.
    """
    phrases: list[Quoted] = []
    excluded: list[Span] = []
    has_quotes = any(map(question.__contains__, _OPENING_QUOTES))
    for match in re.finditer(_QUOTED, question) if has_quotes else ():
        text = " ".join(next(filter(None, match.groups()[1:]), "").split())
        if not any(map(str.isalnum, text)):
            continue
        minus = bool(match[1]) and (match.start() == 0 or question[match.start() - 1].isspace())
        phrases.append(Quoted(text, minus))
        if minus:
            question = _blank(question, *match.span())
    unquoted = question
    if has_quotes:
        unquoted = re.sub(_QUOTED, lambda match: "x" * len(match[0]), question)
    if "-" in unquoted or "−" in unquoted:
        excluded += [Span(*match.span()) for match in re.finditer(_MINUS, unquoted)]
    return phrases, excluded, question


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def choose_filters(
    typed: Sequence[Typed], named: TimeNamed | None, vocabulary: Vocabulary
) -> tuple[dict[str, str], list[Note]]:
    """Return the filters by operator, and notes about them for the reader."""
    wanted: dict[str, str] = {}
    notes: list[Note] = []
    for operator, value in typed:
        value = value.rstrip("?!,;.")
        if operator == "from" and value:
            wanted["from"] = value
        elif operator != "from" and _is_date(value):
            wanted[operator] = value
        else:
            words = {"typed": f"{operator}:{shorten(value)}"}
            notes.append(
                Note("Ignored “{typed}”: it is not a publisher.", words)
                if operator == "from"
                else Note("Ignored “{typed}”: it is not a date such as 2022-11.", words)
            )
    if "since" in wanted and "until" in wanted and not _in_order(wanted["since"], wanted["until"]):
        notes.append(Note("Ignored the dates: since: is later than until:."))
        del wanted["since"], wanted["until"]
    if named and not {"since", "until"} & set(wanted):
        wanted |= {"since": named.value, "until": named.value}
    return wanted, _filter_notes(wanted, vocabulary) + notes


def _filter_notes(filters: Mapping[str, str], vocabulary: Vocabulary) -> list[Note]:
    notes = []
    if publisher := filters.get("from"):
        shown = [p for p in vocabulary.publishers if publisher.casefold() in p.casefold()]
        words = {"publisher": shown[0] if len(shown) == 1 else shorten(publisher)}
        if not shown:
            notes.append(Note("There is no article from “{publisher}”.", words))
        elif len(shown) == 1:
            notes.append(Note("Only from {publisher}.", words))
        else:
            notes.append(Note("Only from publishers whose name contains “{publisher}”.", words))
    since, until = filters.get("since"), filters.get("until")
    if since and since == until:
        notes.append(Note("Only from {since}.", dates={"since": since}))
    elif since and until:
        dates = {"since": since, "until": until}
        notes.append(Note("Only from {since} to {until}.", dates=dates))
    elif since:
        notes.append(Note("Only from {since} onwards.", dates={"since": since}))
    elif until:
        notes.append(Note("Only until {until}.", dates={"until": until}))
    return notes


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _in_order(since: str, until: str) -> bool:
    length = min(len(since), len(until))
    return since[:length] <= until[:length]


def dated_within(published: str | None, since: str | None, until: str | None) -> bool:
    """
    Return whether an article of that date may be from the time between two others, both included.

    All are full or partial ISO 8601 dates: "2022-11" is within since "2022-11-20", as it may be from the
    last days of that month. A missing or malformed date is within no time.
    """
    if not (since or until):
        return True
    if not published or not _DATE.match(published):
        return False
    day = published[:10]
    return (not since or _in_order(since, day)) and (not until or _in_order(day, until))


_DATED: tuple[Intent, ...] = ("when", "how-many", "how-much", "how-long", "how-big", "how-old")
"""What questions ask for that may be of another month than the articles."""


def find_time(
    question: str, intent: Intent | None, vocabulary: Vocabulary, language: str | None
) -> TimeNamed | None:
    """
    Return the month or year that *question* wants its articles from, when it hardly means anything else.

    "How much aid will the EU give in 2023?" asks about that year, and an article of the year before may
    answer it. So a year counts only where the question asks for what was reported then ("what did the WHO
    say in 2022", "news from 2022"), a month unless the question asks for a date or an amount, neither once
    the question has turned to a topic or the future ("about", "will", "after"), and both only if some
    articles are from that time and some are not.
    """
    patterns = _patterns(language)
    match = next((match for _, match in patterns.time.find(question)), None)
    before = question[: match.start()] if match else ""
    if not match or patterns.not_then.search(before):
        return None
    month = match["month"] and month_numbers(language)[match["month"].casefold()]
    value = f"{match['year']}-{month:02}" if month else match["year"]
    if not patterns.then.search(before) and (not month or intent in _DATED):
        return None
    inside = [dated_within(published, value, value) for published in vocabulary.dates]
    return TimeNamed(value, Span(*match.span())) if any(inside) and not all(inside) else None


class _Patterns(NamedTuple):
    """
    The patterns by which `find_time` reads a question.

    Attributes:
        time: A month and a year, or a year alone.
        then, not_then: See `retrieval.lang.schema.Questions`.
    """

    time: KeywordPatterns[None]
    then: re.Pattern[str]
    not_then: re.Pattern[str]


@cache
def _patterns(language: str | None) -> _Patterns:
    known = [other for other in possible(language) if other.calendar.narrowing]
    then = union(lambda other: other.questions.then, known)
    not_then = union(lambda other: other.questions.not_then, known)
    return _Patterns(
        KeywordPatterns((None, other.calendar.narrowing, _time(other.calendar)) for other in known),
        re.compile(rf"\b(?:{then})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{not_then})\b", re.IGNORECASE),
    )


def _time(calendar: Calendar) -> str:
    months = "|".join(f"{calendar.months} {calendar.short}".split())
    return rf"\s+(?:(?P<month>{months})\.?\s+)?(?P<year>(?:19|20)[0-9]{{2}})(?!-)"
