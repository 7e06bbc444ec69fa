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
    match parts(published):
        case (year, month, *day):
            return " ".join([*map(str, day), _MONTHS[month - 1], f"{year:04}"])
        case (year,):
            return f"{year:04}"
    return published


def parts(published: str) -> tuple[int, ...]:
    """Year, month and day of a full or partial ISO 8601 date, as far as it goes; () for what is none."""
    given = published.partition("T")[0].split("-")
    digits = all(part.isascii() and part.isdigit() and len(part) <= 4 for part in given)
    if not digits or len(given) > 3:
        return ()
    found = tuple(map(int, given))
    return found if len(found) == 1 or 1 <= found[1] <= 12 else ()
