"""Polish."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = (
    "„Stary most jest bezpieczny”, powiedziała Ada Park, inżynierka miasta. Port zamkną we wtorek."
)

TABLE: list[Row] = [
    ("speaker", "„Most wytrzyma” – powiedziała Ada Park.", "Ada Park"),
    ("reported", "Ada Park powiedziała, że most wytrzyma.", "Ada Park: most wytrzyma"),
    ("reported", "Według WHO zima będzie łagodna.", "WHO: zima będzie łagodna"),
    ("answer", f"{STORY} | Co mówi Ada Park?", "yes"),
    ("depends", "Ona odmówiła.", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_polish(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "pl") == expected
