"""Text of articles cannot command a terminal, and keeps its offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.output.safe_text import harmless, lines_of, one_line
from tests.support.articles import answer_with


@given(st.text())
def test_no_control_character_is_left_and_every_offset_still_holds(text: str) -> None:
    safe = harmless(text)
    assert len(safe) == len(text)
    assert not {c for c in safe if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0} - {"\n"}


@pytest.mark.parametrize(
    ("text", "line"),
    [(" One \r\n two\t", "One two"), ("\x1b[31mred", "\ufffd[31mred"), ("", "")],
)
def test_one_line_has_single_spaces_and_nothing_else(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text(st.sampled_from("ab \n\r\t"), min_size=1))
def test_the_lines_of_an_excerpt_hold_all_its_words_in_order(text: str) -> None:
    [excerpt] = answer_with(text).excerpts
    spans = list(lines_of(excerpt.text))
    assert [word for start, end in spans for word in text[start:end].split()] == text.split()
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
