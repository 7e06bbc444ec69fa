"""Japanese."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "「古い橋は安全だ」と市の技師エイダ・パークは述べた。港は火曜日に閉まる。"

TABLE: list[Row] = [
    ("language", "議会は火曜日に開かれ、古い橋を閉鎖することを決めた。", "ja"),
    ("answer", f"{STORY} | エイダ・パークは橋について何を言いましたか？", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_japanese(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "ja") == expected
