"""Danish."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "„Den gamle bro er sikker,“ sagde Ada Park, byens ingeniør. Havnen lukker på tirsdag."

TABLE: list[Row] = [
    ("speaker", "»Broen holder«, siger Ada Park.", "Ada Park"),
    ("reported", "Ifølge WHO bliver vinteren mild.", "WHO: bliver vinteren mild"),
    ("answer", f"{STORY} | Hvad siger Ada Park om havnen?", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_danish(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "da") == expected
