"""Norwegian."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "«Den gamle broen er trygg», sa Ada Park, byens ingeniør. Havnen stenger på tirsdag."

TABLE: list[Row] = [
    ("speaker", "«Brua holder», sier Ada Park.", "Ada Park"),
    ("reported", "Ada Park sier at brua holder.", "Ada Park: brua holder"),
    ("answer", f"{STORY} | Hva sier Ada Park om broen?", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_norwegian(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "no") == expected
