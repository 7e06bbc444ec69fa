"""Hungarian."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "„A régi híd biztonságos” – mondta Ada Park, a város mérnöke. A kikötő kedden bezár."

TABLE: list[Row] = [
    ("answer", f"{STORY} | Mit mond Ada Park?", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_hungarian(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "hu") == expected
