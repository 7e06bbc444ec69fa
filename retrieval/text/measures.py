"""What the numbers in a text measure: money, a share, a time, a length; and whether two measures differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from retrieval.lang.registry import possible
from retrieval.text.quantities import Quantity

_MILLION = 1e6
_ROUNDED = 0.05
"""The share by which a measure may differ from one that is not exact and still mean the same."""


@dataclass(frozen=True, slots=True)
class Measure:
    """
    One way to read a quantity.

    Attributes:
        kind: What is measured, as in `Numbers.measures`; empty for a plain number.
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
    for kind, pattern, times in _patterns(language):
        if pattern.match(text, quantity.end):
            kind, _, unit = kind.partition(" ")
            return (Measure(kind, unit, least * times, most * times, exact),)
    plain = Measure("", "", least, most, exact)
    if re.search(r"\dm$", text[quantity.start : quantity.end]):
        metres = Measure("length", "", least / _MILLION, most / _MILLION, exact=True)
        return (metres, plain)
    return (plain,)


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
