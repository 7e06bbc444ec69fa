"""Czech."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "„Starý most je bezpečný,“ řekla Ada Park, inženýrka města. Přístav bude v úterý zavřený."

TABLE: list[Row] = [
    ("speaker", "„Most vydrží,“ dodala ministryně Ada Park.", "Ada Park"),
    ("reported", "Ada Park uvedla, že most vydrží.", "Ada Park: most vydrží"),
    ("reported", "Podle WHO bude zima mírná.", "WHO: bude zima mírná"),
    ("answer", f"{STORY} | Co říká Ada Park?", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_czech(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "cs") == expected
