"""Portuguese."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = (
    "“A ponte velha é segura”, disse Ada Park, engenheira da cidade. O porto fecha na terça-feira."
)

TABLE: list[Row] = [
    ("speaker", "“A ponte aguenta”, disse Ada Park.", "Ada Park"),
    ("speaker", "Ada Park afirmou: “A ponte aguenta.”", "Ada Park"),
    ("speaker", "“A ponte aguenta”, explica a prefeita Ada Park.", "Ada Park"),
    ("reported", "Ada Park disse que a ponte aguenta.", "Ada Park: a ponte aguenta"),
    ("reported", "A OMS afirmou que o inverno foi ameno.", "OMS: o inverno foi ameno"),
    ("reported", "De acordo com a OMS, o inverno é ameno.", "OMS: o inverno é ameno"),
    ("answer", f"{STORY} | O que diz Ada Park sobre a ponte?", "yes"),
    ("intent", "O que disse Ada Park sobre a ponte?", "said"),
    ("depends", "Ela disse que não.", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_portuguese(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "pt") == expected
