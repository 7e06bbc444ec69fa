"""Finds the year that a date in an article leaves out, from its sentence and from when the article was published."""

from __future__ import annotations

import re

from retrieval.articles import Span
from retrieval.articles.publication_dates import date_parts
from retrieval.lang.registry import language as language_of
from retrieval.text.dates import TextDate

_NEAR = 62
"""Days within which the nearest year is right whatever the sentence says."""

_MONTH, _YEAR = 31, 12 * 31
"""Days of a month and of a year in which every date has a place, also one that does not exist."""

_BESIDE = 25
"""Characters beside a date in which "last" and "next" are looked for."""

_BREAK = re.compile(r"[,;:—–]\s")
"""What ends a clause."""


def infer_year(
    text: str, named: TextDate, sentence: Span, published: str | None, language: str | None
) -> int | None:
    """
    Return the year of a date without one, which stands in a *sentence* of an article *published* then.

    None if it cannot be known: without the month of either, or where the date is one of every year.
    """
    known = date_parts(published or "")
    if len(known) < 2 or named.month is None:
        return None
    year, month, *days = known
    calendar = language_of(language).calendar
    before = text[max(sentence.start, named.start - _BESIDE) : named.start]
    after = text[named.end : min(sentence.end, named.end + _BESIDE)]
    if calendar.recurring and re.search(rf"\b(?:{calendar.recurring})\s+$", before, re.IGNORECASE):
        return None
    for words, shift in ((calendar.previous, -1), (calendar.same, 0), (calendar.following, 1)):
        if words and re.match(rf"\W*(?:\w+\s)?(?:{words})\s(?:{calendar.year})\b", after, re.I):
            return year + shift
    place = _MONTH * named.month + (named.day or _MONTH // 2)
    then = _MONTH * month + (days[0] if days else _MONTH // 2)
    if named.month == month and not (named.day and days):
        then = place
    past, future = year - (place > then), year + (place < then)
    if _is_beside(calendar.previous, before, after):
        return past - (place == then)
    if _is_beside(calendar.following, before, after):
        return future + (place == then)
    ago, ahead = then - place - _YEAR * (past - year), place - then + _YEAR * (future - year)
    nearest = past if ago < ahead else future
    if _leads_to(calendar.since, before):
        return past
    if min(ago, ahead) <= _NEAR:
        return nearest
    if _leads_to(calendar.until, before, language_of(language).references.before_times):
        return future
    clause = _BREAK.split(text[sentence.start : named.start].rstrip(" ,"))[-1]
    clause += _BREAK.split(text[named.end : sentence.end])[0]
    for words, chosen in ((calendar.coming, future), (calendar.past, past)):
        if words and re.search(rf"\b(?:{words})\b", clause, re.IGNORECASE):
            return chosen
    return nearest


def _leads_to(words: str, before: str, others: str = "") -> bool:
    """
    Return whether one of *words* stands at the end of *before*, but for a few words: "until at least".

    Args:
        others: Prepositions of which none may be the last of these: "opened by the mayor in".
    """
    few = rf"(?:(?:\w+\s){{0,3}}(?!(?:{others or '(?!)'})\s)\w+\s)?"
    return bool(words and re.search(rf"\b(?:{words})\s{few}$", before, re.IGNORECASE))


def _is_beside(words: str, before: str, after: str) -> bool:
    """Return whether a date stands right behind one of *words*, or right before it: "last May", "mayo pasado"."""
    if not words:
        return False
    return bool(
        re.search(rf"\b(?:{words})\s+$", before, re.IGNORECASE)
        or re.match(rf"\s+(?:{words})\b", after, re.IGNORECASE)
    )
