"""Korean."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

TABLE: list[Row] = [
    ("language", "의회는 화요일에 열려 오래된 다리를 닫기로 결정했다.", "ko"),
    ("quantities", "1,000 0.5", "1,000 = 1000, 0.5 = 0.5"),
    ("intent", "언제 다리가 닫히나요?", "when"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_korean(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "ko") == expected
