"""Numbers in a text, in digits and in words, with what they amount to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SCALES: dict[str, dict[str, float]] = {
    "en": {"hundred": 1e2, "thousand|k": 1e3, "million|mln|mn|m": 1e6, "billion|bn": 1e9, "trillion|tn": 1e12},
    "de": {"tausend|tsd": 1e3, "million(?:en)?|mio": 1e6, "milliarden?|mrd": 1e9, "billion(?:en)?": 1e12},
    "es": {"mil\\smillones": 1e9, "mil": 1e3, "mill(?:ón|ones)": 1e6, "bill(?:ón|ones)": 1e12},
    "fr": {"mille": 1e3, "millions?": 1e6, "milliards?": 1e9},
    "it": {"mila": 1e3, "milion[ei]": 1e6, "miliard[oi]": 1e9},
    "pt": {"mil": 1e3, "milh(?:ão|ões)": 1e6, "bilh(?:ão|ões)": 1e9},
    "ru": {"тыс|тысяч[аиу]?": 1e3, "млн|миллион(?:а|ов)?": 1e6, "млрд|миллиард(?:а|ов)?": 1e9},
    "uk": {"тис|тисяч[аіу]?": 1e3, "млн|мільйон(?:а|ів)?": 1e6, "млрд|мільярд(?:а|ів)?": 1e9},
}  # fmt: skip
"""What a number may be followed by, and how often it is meant then; by language."""

_COMMAS = frozenset([None, "en", "zh", "ja", "ko", "th", "he"])
"""Languages that write 1,000 and 0.5; others write 1.000 or 1 000, and 0,5."""

_WORDED = frozenset(["en", "fr", "es", "pt", "de", "nl", "da", "it"])
"""Whose numbers in words text2num reads."""

_VAGUE = re.compile(r"(?:hundred|thousand|million|billion)s\b", re.IGNORECASE)

_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|some|nearly|almost|over|above|under|below|more\sthan|less\sthan|"
    r"fewer\sthan|at\s(?:least|most)|up\sto|an?\sestimated|estimated|close\sto|upwards\sof|circa|"
    r"pass(?:ed|es|ing)|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|top(?:ped|s|ping)|reach(?:ed|es|ing)?|"
    r"etwa|rund|circa|ca\.|fast|über|mehr\sals|mindestens|knapp|unos|unas|casi|más\sde|al\smenos|cerca\sde|"
    r"около|почти|более|примерно|свыше|понад|близько|майже|більше|приблизно)\s(?:the\s|an?\s)?$",
    re.IGNORECASE,
)
_BEFORE = 24
"""Characters before a number that may say that it is not exact."""

_ROUNDED = 0.05
"""By how much a number may differ from another that is not exact, and mean the same."""


@dataclass(frozen=True, slots=True)
class Amount:
    """
    A number that stands in a text.

    Attributes:
        least: The number; of a range its lower end.
        most: The number; of a range its upper end.
        exact: Neither words before it nor zeros at its end say that it is rounded.
        unit: "%", a sign of money, or else empty.
    """

    start: int
    end: int
    least: float
    most: float
    exact: bool
    unit: str = ""


def differ(one: Amount, other: Amount) -> bool:
    """Whether two amounts of one thing cannot both be meant."""
    if one.unit != other.unit:
        return False
    room = 0.0 if one.exact and other.exact else _ROUNDED
    return one.most * (1 + room) < other.least or other.most * (1 + room) < one.least


def amounts(text: str, start: int, end: int, language: str | None) -> list[Amount]:
    """
    Those in `text[start:end]`, in order and apart.

    Left out are parts of words ("TU-95", "2nd"), what may be a year, days beside a month, and what only
    says that there are many ("thousands").
    """
    found = [*_in_digits(text, start, end, language), *_in_words(text, start, end, language)]
    found.sort(key=lambda one: (one.start, -one.end))
    apart: list[Amount] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


_MONEY = "€$£¥₴₽"
_NUMBER = r"\d{1,3}(?:[,.'’  \s]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?"
_DIGITS = re.compile(
    rf"(?<![\w.,:/#№-])(?P<money>[{_MONEY}]\s?)?(?P<number>{_NUMBER})(?![:/]\d)"
    rf"(?:\s?[-–—]\s?(?:[{_MONEY}]\s?)?(?P<other>{_NUMBER}))?"
)
_MEASURES = ("°", "′", "″", "²", "³")
_UNIT = re.compile(rf"\s?(%|per\s?cent\b|percent\b|Prozent\b|[{_MONEY}])")
_MONTH = re.compile(
    r"\s?(?:\.|\sde)?\s?(?:jan|feb|m[aä]r|apr|ma[iy]\b|jun|jul|aug|sep|o[ck]t|nov|de[cz]|ene|abr|ago|dic|"
    r"янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s$"
)


def _in_digits(text: str, start: int, end: int, language: str | None) -> Iterator[Amount]:
    for match in _DIGITS.finditer(text, start, end):
        stop, times = _scaled(text, match.end(), end, language)
        if (
            text[stop : stop + 1].isalnum()
            or text[stop : stop + 1] in _MEASURES
            or _is_date(text, match, stop)
        ):
            continue
        unit = _UNIT.match(text, stop, end)
        money = (match["money"] or "").strip()
        low = _value(match["number"], language)
        high = _value(match["other"], language) if match["other"] else low
        if low is None or high is None or high < low:
            continue  # "2-1" is a score
        # The lower end may leave out how often it is meant: "2 to 3 million".
        yield Amount(
            match.start(),
            unit.end() if unit else stop,
            low * times,
            high * times,
            low == high and _is_exact(text, match.start(), start, low * times),
            money or ("" if not unit else "%" if unit[1][0] not in _MONEY else unit[1]),
        )


def _scaled(text: str, stop: int, end: int, language: str | None) -> tuple[int, float]:
    for words, times in _SCALES.get(language or "en", _SCALES["en"]).items():
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
    return short and bool(_MONTH.match(text, match.end()) or _MONTH_BEFORE.search(before))


def _value(digits: str, language: str | None) -> float | None:
    """None of what is no number, such as a version: 1.000.1."""
    digits = re.sub(r"[\s'’]", "", digits)
    ways = (",", "."), (".", ",")
    for thousands, point in ways if language in _COMMAS else ways[::-1]:
        if re.fullmatch(rf"\d+(?:[{thousands}]\d{{3}})*(?:[{point}]\d+)?", digits):
            return float(digits.replace(thousands, "").replace(point, "."))
    return None


def _in_words(text: str, start: int, end: int, language: str | None) -> Iterator[Amount]:
    language = language or "en"
    if language not in _WORDED:
        return
    from text_to_num import find_numbers  # for questions that ask how many

    words = [_Token(match) for match in _TOKEN.finditer(text, start, end)]
    for found in find_numbers(words, language, 0.0):
        first, last = words[found.start], words[found.end - 1]
        if found.value == 1:
            continue  # "one of them"
        if found.is_ordinal or any(
            any(map(str.isdigit, w.text())) for w in words[found.start : found.end]
        ):
            continue
        if language == "en" and _VAGUE.search(text, first.start, last.end):
            continue
        yield Amount(
            first.start, last.end, found.value, found.value, _is_exact(text, first.start, start, found.value)
        )  # fmt: skip


_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


class _Token:
    """What text2num reads."""

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end = match.span()
        self._text = match[0]

    def text(self) -> str:
        return self._text

    def nt_separated(self, before: _Token) -> bool:
        """Whether a number cannot go on from the token *before*."""
        return before.text() in ",;:()" or self._text in ",;:()"

    def not_a_number_part(self) -> bool:
        return False


def _is_exact(text: str, at: int, start: int, value: float) -> bool:
    if _ABOUT.search(text[max(start, at - _BEFORE) : at]):
        return False
    return value < 100 or value % 100 != 0
