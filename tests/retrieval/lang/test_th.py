"""Thai."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "สะพานเก่าปลอดภัย ท่าเรือจะปิดในวันอังคาร"

TABLE: list[Row] = [
    ("language", "สภาประชุมเมื่อวันอังคารและตัดสินใจปิดสะพานเก่า", "th"),
    ("answer", f"{STORY} | ท่าเรือปิดเมื่อไหร่", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_thai(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "th") == expected
