"""Romanian."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "„Podul vechi este sigur”, a spus Ada Park, inginera orașului. Portul se închide marți."

TABLE: list[Row] = [
    ("speaker", "„Podul rezistă”, a precizat ministrul Ada Park.", "Ada Park"),
    ("reported", "Potrivit OMS, iarna va fi blândă.", "OMS: iarna va fi blândă"),
    ("answer", f"{STORY} | Ce spune Ada Park?", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_romanian(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "ro") == expected
