"""Turkish."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "“Eski köprü güvenli” dedi şehrin mühendisi Ada Park. Liman salı günü kapanıyor."

TABLE: list[Row] = [
    ("answer", f"{STORY} | Ada Park köprü hakkında ne söyledi?", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_turkish(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "tr") == expected
