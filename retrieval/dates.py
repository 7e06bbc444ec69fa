"""Dates as people write them."""

from __future__ import annotations

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def spell(published: str) -> str:
    """
    Spell a full or partial ISO 8601 date: "2022-11-09" is "9 November 2022", "2022-11" is
    "November 2022". A time of day is left out; what is no such date stays as it is.
    """
    parts = published.partition("T")[0].split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return published
    year, *month_and_day = parts
    if not month_and_day:
        return year
    month = int(month_and_day[0])
    if not 1 <= month <= 12:
        return published
    day = [str(int(number)) for number in month_and_day[1:]]
    return " ".join([*day, _MONTHS[month - 1], year])
