"""Offsets in a text follow the words that they mark when others are replaced."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.messages.markup import units
from bot.recording.texts import Spot, substitute


@given(st.text(min_size=1, max_size=20), st.data())
def test_offsets_move_with_the_words_that_they_mark(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    new, move = substitute(text, [Spot(start, end, "😀x")])
    assert new == text[:start] + "😀x" + text[end:]
    assert move(units(text[:start]), False) == units(text[:start])
    assert move(units(text[:end]), True) == units(text[:start] + "😀x")
    assert move(units(text), True) == units(new)
