"""Hebrew."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

TABLE: list[Row] = [
    ("language", "המועצה התכנסה ביום שלישי והחליטה לסגור את הגשר הישן.", "he"),
    ("quantities", "1,000 0.5", "1,000 = 1000, 0.5 = 0.5"),
    ("intent", "מתי נסגר הגשר?", "when"),
    ("intent", "מה אמרה עדה פארק על הגשר?", "said"),
    ("terms", "מה ולמה", "ולמה"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_hebrew(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "he") == expected
