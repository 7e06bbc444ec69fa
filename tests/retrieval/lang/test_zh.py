"""Chinese."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "“旧桥是安全的，”市工程师艾达·帕克表示。港口将于星期二关闭。"

TABLE: list[Row] = [
    ("language", "议会星期二开会，决定关闭旧桥进行维修。", "zh"),
    ("answer", f"{STORY} | 艾达·帕克说了什么？", "yes"),
    ("answer", f"{STORY} | 艾达·帕克对旧桥说了什么？", "yes"),
    ("answer", f"{STORY} | 港口什么时候关闭？", "yes"),
    ("answer", f"{STORY} | 谁说旧桥是安全的？", "yes"),
    ("answer", f"{STORY} | 约纳斯·维特说了什么？", "unknown words"),
    ("answer", f"{STORY} | 机场什么时候关闭？", "unknown words"),
    ("answer", f"{STORY} | 几何学是什么？", "unknown words"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_chinese(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "zh") == expected
