"""Whether a passage has the numbers and the times of a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.articles import Article, Span
from retrieval.ranking.evidence import Verdict
from retrieval.ranking.surroundings import Surroundings
from retrieval.text.dates import TextDate, bare_years, dates
from retrieval.text.dates import differ as dates_differ
from retrieval.text.quantities import differ, quantities

_SMALL = 10
"""A number up to this is written in many ways, or is a part of a name."""


def judge_numbers(place: Surroundings) -> Iterator[Verdict]:
    """Yield for each number of the question whether the article has it."""
    query, article = place.weights.query, place.hit.article
    if not query.frame.numbers:
        return
    stated = quantities(article.text, *place.span, article.language)
    in_names = {word + 1 for name in query.frame.names for word in name}
    for number in query.frame.numbers:
        words = tuple(
            n for n, word in enumerate(query.words) if number.start <= word.start < number.end
        )
        if (number.least <= _SMALL and not number.unit) or not in_names.isdisjoint(words):
            continue
        words = tuple(n for n in words if query.words[n].text.strip("0"))  # of "250 000", the first
        same = any(not differ(number, other) for other in stated)
        held = same or any(place.holds(word, place.near) for word in words)
        elsewhere = any(place.in_article(word) for word in words)
        yield Verdict("number", words, held=held or (None if elsewhere else False))


def judge_times(place: Surroundings) -> Iterator[Verdict]:
    """Yield for each time of the question whether the sentences around, or the date of the article, are of it."""
    frame, article = place.weights.query.frame, place.hit.article
    if not frame.times:
        return
    for time in frame.times:
        words = tuple(
            n
            for n, word in enumerate(place.weights.query.words)
            if time.start <= word.start < time.end
        )
        yield Verdict("time", words, held=is_of_time(time, article, place.span))


def is_of_time(time: TextDate, article: Article, span: Span) -> bool | None:
    """
    Return whether a part of an *article* is about a *time*, by the dates in it and that of the article.

    None where neither tells.
    """
    year, published = str(time.year) if time.year else "", article.published or ""
    stated = list(dates(article.text, *span, article.language))
    years = {date.year for date in (*stated, *bare_years(article.text, *span)) if date.year}
    if time.year in years:
        return True if not time.month else _is_among(time, stated)
    if year and not published.startswith(year) and (years or published):
        return False
    if time.month and any(date.month for date in stated):
        return _is_among(time, stated)
    return None


def _is_among(time: TextDate, stated: Sequence[TextDate]) -> bool | None:
    """Return whether a *time* with a month may be one of the *stated* dates, down to the day; None without any."""
    with_month = [date for date in stated if date.month]
    return any(not dates_differ(time, date) for date in with_month) if with_month else None
