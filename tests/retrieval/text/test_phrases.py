"""Phrases, found where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.articles import Span
from retrieval.text.phrases import phrase_spans


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("He is playing with fire.", "playing with fire", ["playing with fire"]),
        ("PLAYING with\n  Fire", "playing with fire", ["PLAYING with\n  Fire"]),
        ("It’s cold; it's cold", "IT'S COLD", ["It’s cold", "it's cold"]),
        ("display", "play", []),
        ("a 2.5billion loan", "2.5", ["2.5"]),
        ("aged 18–30", "18-30", ["18–30"]),
        ("In der STRASSE, in der Straße", "straße", ["STRASSE", "Straße"]),
        ("İİ in İstanbul now", "now", ["now"]),
        ("核電廠安全", "電廠", ["電廠"]),
        ("anything", "  ", []),
        ("C++ and (c++)", "c++", ["C++", "c++"]),
    ],
)
def test_a_phrase_is_found_where_it_stands(text: str, phrase: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in phrase_spans(text, phrase)] == found


@given(st.text(), st.text(max_size=5))
@settings(max_examples=100, deadline=None)
def test_a_phrase_stands_in_any_text_that_it_was_taken_from(text: str, more: str) -> None:
    for start, end in phrase_spans(f"{text} {more} {text}", more):
        assert Span(start, end) != Span(start, start)
    words = more.split()
    if words:
        assert phrase_spans(f"{text} {more} {text}", more)
