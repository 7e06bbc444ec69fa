"""Finds the dates that a text names in words, complete or partial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from retrieval.lang.registry import possible, union


@dataclass(frozen=True, slots=True)
class TextDate:
    """A date in a text; what it leaves out is None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None


def differ(date: TextDate, other: TextDate) -> bool:
    """Return whether two dates cannot both be right: a part that both name differs."""
    pairs = zip_longest((date.year, date.month, date.day), (other.year, other.month, other.day))
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def dates(text: str, start: int, end: int, language: str | None) -> Iterator[TextDate]:
    """
    Yield the dates in `text[start:end]`, in order: those with a month, and years in brackets or after a
    word such as "in".
    """
    if not _may_name(text[start:end], language):
        return
    for match in _pattern(language).finditer(text, start, end):
        if alone := match["alone"] or match["within"]:
            begin = max(match.start("alone"), match.start("within"))
            yield TextDate(begin, begin + len(alone), int(alone), None, None)
            continue
        day = match["before"] or match["after"]
        if day and not 1 <= int(day) <= 31:
            continue
        name = match["month"].casefold()
        if name == "may" and not (match["month"][0].isupper() and (day or match["year"])):
            continue  # it may be a verb
        if not day and not match["year"] and _is_another_word(match, text, language):
            continue
        year = int(match["year"]) if match["year"] else None
        yield TextDate(
            *match.span(), year, month_numbers(language)[name], int(day) if day else None
        )


def _may_name(text: str, language: str | None) -> bool:
    """Return whether *text* has a digit or a month, without one of which the pattern of dates need not be tried."""
    if any(map(str.isdigit, text)):
        return True
    return not month_numbers(language).keys().isdisjoint(_WORD.findall(text.casefold()))


def _is_another_word(month: re.Match[str], text: str, language: str | None) -> bool:
    """Return whether a *month* alone is rather a noun, "the march", or the name of somebody: "June Castle said"."""
    name, calendars = month["month"], [known.calendar for known in possible(language)]
    if name[0].islower():
        return any(re.fullmatch(known.nouns, name) for known in calendars if known.nouns)
    follows = re.match(r"\s[^\W\d_]", text[month.end() : month.end() + 2])
    if not follows or not follows[0][1].isupper() or month[0].endswith("."):
        return False
    before = text[max(0, month.start() - _BEFORE) : month.start()]
    return any(
        known.names
        and re.fullmatch(known.names, name, re.IGNORECASE)
        and not re.search(rf"\b(?:{known.before_year}|{known.previous})\s$", before, re.IGNORECASE)
        for known in calendars
    )


_BEFORE = 20
"""Characters before a month in which the word before it begins."""


class Weekday(NamedTuple):
    """A day of the week in a text; Monday is 0."""

    start: int
    end: int
    number: int


def weekdays(text: str, start: int, end: int, language: str | None) -> Iterator[Weekday]:
    """Yield the days of the week that `text[start:end]` names, in order."""
    for match in _weekday_pattern(language).finditer(text, start, end):
        number = next(n for n in range(_WEEK) if match[f"day{n}"])
        yield Weekday(*match.span(), number)


_WEEK = 7
_WORD = re.compile(r"\w+")


@cache
def _weekday_pattern(language: str | None) -> re.Pattern[str]:
    named = [known.calendar.days.split() for known in possible(language) if known.calendar.days]
    days = ("|".join(of_language[n] for of_language in named) for n in range(_WEEK))
    return re.compile(
        "|".join(rf"\b(?P<day{n}>{names})\b" for n, names in enumerate(days)), re.IGNORECASE
    )


_BARE_YEAR = re.compile(r"(?<![\w.,-])(?:1[5-9]|20)\d\d(?![\w-]|[.,]\d)")


def bare_years(text: str, start: int, end: int) -> Iterator[TextDate]:
    """Yield the numbers in `text[start:end]` that may be years, also without a word such as "in" before them."""
    for match in _BARE_YEAR.finditer(text, start, end):
        yield TextDate(*match.span(), int(match[0]), None, None)


@cache
def month_numbers(language: str | None) -> dict[str, int]:
    """Return the number of each month by its names and abbreviations in a text in *language*, in small letters."""
    return {
        name: number
        for known in possible(language)
        for months in (known.calendar.months, known.calendar.short)
        for number, names in enumerate(months.split(), 1)
        for name in names.split("|")
    }


@cache
def _pattern(language: str | None) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?\.?\s(?:of\s|de\s)?)?"
        rf"(?P<month>{'|'.join(month_numbers(language))})\b\.?"
        r"(?:\s(?P<after>\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\.\d))?"
        r"(?:,?\s(?:of\s|de\s)?(?P<year>(?:1\d|20)\d\d)\b)?"
        rf"|\b(?:{union(lambda known: known.calendar.before_year, possible(language))})\s"
        r"(?P<alone>(?:1\d|20)\d\d)\b(?![.,]\d|\s?[–-]\d)"
        r"|\((?P<within>(?:1\d|20)\d\d)\)",
        re.IGNORECASE,
    )
