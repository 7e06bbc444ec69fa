"""Finds the numbers in a text, in digits and in words, and their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import union

_BEFORE = 24
"""Characters before a number in which words may say that it is not exact."""

_ROUNDED = 0.05
"""The share by which a number may differ from one that is not exact and still mean the same."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number in a text.

    Attributes:
        least: The number, or the lower end of a range.
        most: The number, or the upper end of a range.
        exact: Whether neither words before it nor zeros at its end say that it is rounded.
        unit: "%", a currency sign, or empty.
    """

    start: int
    end: int
    least: float
    most: float
    exact: bool
    unit: str = ""


def differ(quantity: Quantity, other: Quantity) -> bool:
    """Return whether two quantities of one thing cannot both be right."""
    if quantity.unit != other.unit:
        return False
    room = 1.0 if quantity.exact and other.exact else 1.0 + _ROUNDED
    return quantity.most * room < other.least or other.most * room < quantity.least


def quantities(text: str, start: int, end: int, language: str | None) -> list[Quantity]:
    """
    Return the quantities in `text[start:end]`, in order and without overlap.

    Parts of words ("TU-95", "2nd"), possible years, days next to a month, and words that only say that
    there are many ("thousands") are left out.
    """
    candidates = [*_in_digits(text, start, end, language), *_in_words(text, start, end, language)]
    candidates.sort(key=lambda quantity: (quantity.start, -quantity.end))
    apart: list[Quantity] = []
    for quantity in candidates:
        if not apart or quantity.start >= apart[-1].end:
            apart.append(quantity)
    return apart


def is_hedged(text: str, quantity: Quantity) -> bool:
    """Return whether words before *quantity* say that it is not exact: "about 400"."""
    before = text[max(0, quantity.start - _BEFORE) : quantity.start]
    return _patterns().inexact.search(before) is not None


class _Patterns(NamedTuple):
    """
    Patterns that serve all languages.

    Attributes:
        digits: A number in digits, or a range of two.
        unit: A unit after a number.
        month: The beginning of a month after the number of a day.
        month_before: An English month before it.
        inexact: Words, at the end of a text, that make the next number inexact.
        vague: English words that only say that there are many.
    """

    digits: re.Pattern[str]
    unit: re.Pattern[str]
    month: re.Pattern[str]
    month_before: re.Pattern[str]
    inexact: re.Pattern[str]
    vague: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    english = language_of("en")
    calendar = english.calendar
    before = f"{calendar.months} {calendar.short}".title().replace(" ", "|")
    # English "3 mayors" and German "3 Maiglöckchen" are not in May.
    after = rf"(?!ma[iy]\B)(?:{union(lambda language: language.calendar.after_day)})"
    return _Patterns(
        re.compile(
            rf"(?<![\w.,:/#№-])(?P<money>[{_MONEY}]\s?)?(?P<number>{_NUMBER})(?![:/]\d)"
            rf"(?:\s?[-–—]\s?(?:[{_MONEY}]\s?)?(?P<other>{_NUMBER}))?"
        ),
        re.compile(rf"\s?(%|(?:{union(lambda language: language.numbers.percent)})\b|[{_MONEY}])"),
        re.compile(rf"\s?(?:\.|\sde)?\s?{after}", re.IGNORECASE),
        re.compile(rf"(?:{before})\.?\s$"),
        re.compile(
            rf"\b(?:{union(lambda language: language.numbers.inexact)})\s(?:the\s|an?\s)?$",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:{english.numbers.vague})\b", re.IGNORECASE),
    )


_MONEY = "€$£¥₴₽"
_NUMBER = r"\d{1,3}(?:[,.'’  \s]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?"
_MEASURES = ("°", "′", "″", "²", "³")


def _in_digits(text: str, start: int, end: int, language: str | None) -> Iterator[Quantity]:
    for match in _patterns().digits.finditer(text, start, end):
        stop, times = _scaled(text, match.end(), end, language)
        if (
            text[stop : stop + 1].isalnum()
            or text[stop : stop + 1] in _MEASURES
            or _is_date(text, match, stop)
        ):
            continue
        unit = _patterns().unit.match(text, stop, end)
        money = (match["money"] or "").strip()
        low = _value(match["number"], language)
        high = _value(match["other"], language) if match["other"] else low
        if low is None or high is None or high < low:
            continue  # "2-1" is a score
        # The lower end may leave out how often it is meant: "2 to 3 million".
        yield Quantity(
            match.start(),
            unit.end() if unit else stop,
            low * times,
            high * times,
            low == high and _is_exact(text, match.start(), start, low * times),
            money or ("" if not unit else "%" if unit[1][0] not in _MONEY else unit[1]),
        )


def _scaled(text: str, stop: int, end: int, language: str | None) -> tuple[int, float]:
    scales = language_of(language).numbers.scales or language_of("en").numbers.scales
    for words, times in scales.items():
        if scale := re.compile(rf"[\s  -]?(?:{words})\b\.?", re.IGNORECASE).match(text, stop, end):
            stopped = scale.end() - scale[0].endswith(".")
            return stopped, times
    return stop, 1.0


def _is_date(text: str, match: re.Match[str], stop: int) -> bool:
    number = match["number"]
    if stop == match.end() and re.fullmatch(r"(?:1\d|20)\d\d", number) and not match["money"]:
        return True
    short = number.isdigit() and int(number) <= 31
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    month, month_before = _patterns().month, _patterns().month_before
    return short and bool(month.match(text, match.end()) or month_before.search(before))


def _value(digits: str, language: str | None) -> float | None:
    """Return the value of *digits*; None where they are no number but a version, such as 1.000.1."""
    digits = re.sub(r"[\s'’]", "", digits)
    ways = (",", "."), (".", ",")
    for thousands, point in ways if language_of(language).numbers.decimal_point else ways[::-1]:
        if re.fullmatch(rf"\d+(?:[{thousands}]\d{{3}})*(?:[{point}]\d+)?", digits):
            return float(digits.replace(thousands, "").replace(point, "."))
    return None


def _in_words(text: str, start: int, end: int, language: str | None) -> Iterator[Quantity]:
    language = language or "en"
    if not language_of(language).numbers.in_words:
        return
    from text_to_num import find_numbers  # needed only for questions that ask how many

    words = [_Token(match) for match in _TOKEN.finditer(text, start, end)]
    for number in find_numbers(words, language, 0.0):
        first, last = words[number.start], words[number.end - 1]
        if number.value == 1:
            continue  # "one of them"
        if number.is_ordinal or any(
            any(map(str.isdigit, w.text())) for w in words[number.start : number.end]
        ):
            continue
        if language == "en" and _patterns().vague.search(text, first.start, last.end):
            continue
        yield Quantity(
            first.start, last.end, number.value, number.value, _is_exact(text, first.start, start, number.value)
        )  # fmt: skip


_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


class _Token:
    """A word as text2num reads it."""

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end = match.span()
        # text2num refuses half of a surrogate pair, which an argument that is not UTF-8 may hold.
        self._text = match[0].encode("utf-8", "replace").decode("utf-8")

    def text(self) -> str:
        return self._text

    def nt_separated(self, before: _Token) -> bool:
        """Return whether a number cannot continue from the token *before*."""
        return before.text() in ",;:()" or self._text in ",;:()"

    def not_a_number_part(self) -> bool:
        return False


def _is_exact(text: str, at: int, start: int, value: float) -> bool:
    if _patterns().inexact.search(text[max(start, at - _BEFORE) : at]):
        return False
    return value < 100 or value % 100 != 0
