"""Brings texts to one form, so that they can be compared."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def spaced(text: str) -> str:
    """Return *text* case-folded, with a single space before, between and after its words."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
