"""Swedish."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "”Den gamla bron är säker”, sade Ada Park, stadens ingenjör. Hamnen stänger på tisdag."

TABLE: list[Row] = [
    ("speaker", "”Bron håller”, säger Ada Park.", "Ada Park"),
    ("speaker", "”Bron håller”, säger Hans Park.", "Hans Park"),
    ("reported", "Enligt WHO blir vintern mild.", "WHO: blir vintern mild"),
    ("reported", "Ada Park säger att bron håller.", "Ada Park: bron håller"),
    ("answer", f"{STORY} | Vad säger Ada Park?", "yes"),
    ("depends", "“Nej,” sade hon.", "yes"),
    ("depends", "Hon sade nej.", "no"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_swedish(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "sv") == expected
