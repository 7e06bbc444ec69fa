"""Publication dates, as articles state them and as people write them."""

from __future__ import annotations

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def spell_date(published: str) -> str:
    """
    Spell a full or partial ISO 8601 date in English: "2022-11-09" becomes "9 November 2022", and
    "2022-11" "November 2022". Drop a time of day; return anything else unchanged.
    """
    match date_parts(published):
        case (year, month, *day):
            return " ".join([*map(str, day), _MONTHS[month - 1], f"{year:04}"])
        case (year,):
            return f"{year:04}"
    return published


def date_parts(published: str) -> tuple[int, ...]:
    """Return year, month and day of an ISO 8601 date, as many as it has; () for anything else."""
    fields = published.partition("T")[0].split("-")
    digits = all(field.isascii() and field.isdigit() and len(field) <= 4 for field in fields)
    if not digits or len(fields) > 3:
        return ()
    parts = tuple(map(int, fields))
    return parts if len(parts) == 1 or 1 <= parts[1] <= 12 else ()
