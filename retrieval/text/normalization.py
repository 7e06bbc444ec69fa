"""Text brought to one form, so that it can be compared."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def spaced(text: str) -> str:
    """*text* case-folded, a single space before, between and after its words."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
