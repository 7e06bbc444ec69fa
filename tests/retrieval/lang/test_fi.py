"""Finnish."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = (
    "”Vanha silta on turvallinen”, sanoi Ada Park, kaupungin insinööri. Satama suljetaan tiistaina."
)

TABLE: list[Row] = [
    ("speaker", "”Silta kestää”, kertoi pormestari Ada Park.", "Ada Park"),
    ("reported", "Ada Park sanoi, että silta kestää.", "Ada Park: silta kestää"),
    ("answer", f"{STORY} | Mitä Ada Park sanoo?", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_finnish(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "fi") == expected
