"""Dates in a text, in words, as far as each goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

_MONTHS = (
    "january|januar|enero|январь|января|январе|січень|січня|січні",
    "february|februar|febrero|февраль|февраля|феврале|лютий|лютого|лютому",
    "march|märz|marzo|март|марта|марте|березень|березня|березні",
    "april|abril|апрель|апреля|апреле|квітень|квітня|квітні",
    "may|mai|mayo|май|мая|мае|травень|травня|травні",
    "june|juni|junio|июнь|июня|июне|червень|червня|червні",
    "july|juli|julio|июль|июля|июле|липень|липня|липні",
    "august|agosto|август|августа|августе|серпень|серпня|серпні",
    "september|septiembre|сентябрь|сентября|сентябре|вересень|вересня|вересні",
    "october|oktober|octubre|октябрь|октября|октябре|жовтень|жовтня|жовтні",
    "november|noviembre|ноябрь|ноября|ноябре|листопад|листопада|листопаді",
    "december|dezember|diciembre|декабрь|декабря|декабре|грудень|грудня|грудні",
)
"""In English, German, Spanish, Russian and Ukrainian."""

_SHORT = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
"""Of English, with a dot or without."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that stands in a text; what it leaves out is None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None


def differ(one: Moment, other: Moment) -> bool:
    """Whether two dates of one thing cannot both be meant: of what both tell, something differs."""
    pairs = zip_longest((one.year, one.month, one.day), (other.year, other.month, other.day))
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def moments(text: str, start: int, end: int) -> Iterator[Moment]:
    """Those in `text[start:end]`, in order: with a month, or a year in brackets or behind a word such as "in"."""
    for match in _pattern().finditer(text, start, end):
        if alone := match["alone"] or match["within"]:
            begin = max(match.start("alone"), match.start("within"))
            yield Moment(begin, begin + len(alone), int(alone), None, None)
            continue
        day = match["before"] or match["after"]
        if day and not 1 <= int(day) <= 31:
            continue
        name = match["month"].casefold().rstrip(".")
        if name == "may" and not (match["month"][0].isupper() and (day or match["year"])):
            continue  # it may be a verb
        year = int(match["year"]) if match["year"] else None
        yield Moment(*match.span(), year, _number(name), int(day) if day else None)


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join([*_MONTHS, _SHORT])
    return re.compile(
        r"\b(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?\.?\s(?:of\s|de\s)?)?"
        rf"(?P<month>{months})\b\.?"
        r"(?:\s(?P<after>\d{1,2})(?:st|nd|rd|th)?(?![\d:.]))?"
        r"(?:,?\s(?:of\s|de\s)?(?P<year>(?:1\d|20)\d\d)\b)?"
        r"|\b(?:in|since|from|until|by|before|after|back\sto|the\syear|circa|im\sjahr|seit|en|desde|в|у|с|з)\s"
        r"(?P<alone>(?:1\d|20)\d\d)\b(?![.,]\d|\s?[–-]\d)"
        r"|\((?P<within>(?:1\d|20)\d\d)\)",
        re.IGNORECASE,
    )


def _number(name: str) -> int:
    """Of a month in full, or cut short as `_SHORT` has it."""
    months = [names.split("|") for names in _MONTHS]
    found = (n for n, names in enumerate(months, 1) if name in names or names[0].startswith(name))
    return next(found)
