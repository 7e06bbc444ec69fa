"""What the numbers in a text measure: money, a share, a time, a length; and whether two measures differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from retrieval.lang.registry import possible, union
from retrieval.text.quantities import Quantity

_BESIDE = 20
"""Characters beside a number in which words may say that it is an age."""

_MILLION = 1e6
_ROUNDED = 0.05
"""The share by which a measure may differ from one that is not exact and still mean the same."""


@dataclass(frozen=True, slots=True)
class Measure:
    """
    One way to read a quantity.

    Attributes:
        kind: What is measured, as in `Numbers.measures`, or "age"; empty for a plain number.
        unit: The sign of the currency, if it is money and the text tells.
        least, most: In the basic unit of its kind.
    """

    kind: str
    unit: str
    least: float
    most: float
    exact: bool


def read_measures(text: str, quantity: Quantity, language: str | None) -> tuple[Measure, ...]:
    """Return what *quantity* may measure: “1.4m” is a length, or more than a million."""
    least, most, exact = quantity.least, quantity.most, quantity.exact
    if quantity.unit == "%":
        return (Measure("share", "", least, most, exact),)
    if quantity.unit:
        return (Measure("money", quantity.unit, least, most, exact),)
    if _is_age(text, quantity):
        return (Measure("age", "", least, most, exact),)
    for kind, pattern, times in _patterns(language):
        if pattern.match(text, quantity.end):
            kind, _, unit = kind.partition(" ")
            return (Measure(kind, unit, least * times, most * times, exact),)
    plain = Measure("", "", least, most, exact)
    if re.search(r"\dm$", text[quantity.start : quantity.end]):
        metres = Measure("length", "", least / _MILLION, most / _MILLION, exact=True)
        return (metres, plain)
    return (plain,)


def _is_age(text: str, quantity: Quantity) -> bool:
    """Return whether *quantity* is how old somebody is: "aged 18 to 30", "45 years old"."""
    around = _ages().finditer(text, max(0, quantity.start - _BESIDE), quantity.end + _BESIDE)
    return any(match.start() <= quantity.end and quantity.start <= match.end() for match in around)


@cache
def _ages() -> re.Pattern[str]:
    return re.compile(union(lambda language: language.calendar.ages), re.IGNORECASE)


def end_of_measure(text: str, quantity: Quantity, language: str | None) -> int:
    """Return where *quantity* ends together with the word behind it that tells what it measures."""
    units = (pattern.match(text, quantity.end) for _, pattern, _ in _patterns(language))
    return next((unit.end() for unit in units if unit), quantity.end)


def are_comparable(measure: Measure, other: Measure) -> bool:
    """Return whether two measures are of one kind, and of one currency as far as they tell."""
    units = {measure.unit, other.unit} - {""}
    return measure.kind == other.kind and len(units) < 2


def differ(measure: Measure, other: Measure) -> bool:
    """Return whether two comparable measures of one thing cannot both be right."""
    room = 1.0 if measure.exact and other.exact else 1.0 + _ROUNDED
    return measure.most * room < other.least or other.most * room < measure.least


@cache
def _patterns(language: str | None) -> tuple[tuple[str, re.Pattern[str], float], ...]:
    return tuple(
        (kind, re.compile(rf"[\s-]?(?:{words})(?!\w)", re.IGNORECASE), times)
        for known in possible(language)
        for kind, words, times in known.numbers.measures
    )
