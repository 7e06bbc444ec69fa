"""Persian."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

TABLE: list[Row] = [
    ("language", "شورا روز سه‌شنبه تشکیل جلسه داد و تصمیم گرفت پل قدیمی را ببندد.", "fa"),
    ("terms", "چرا و چگونه؟", ""),
    ("intent", "چرا پل بسته شد؟", "why"),
    ("intent", "چند نفر آمدند؟", "how-many"),
    ("intent", "پل کجاست؟", "where"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_persian(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "fa") == expected
