"""Numbers in digits and in words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.text.quantities import quantities


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("passing 85,000 this week", "en", [("85,000", 85_000, 85_000)]),
        ("the one million mark", "en", [("one million", 1e6, 1e6)]),
        ("draft 500,000-700,000 men", "en", [("500,000-700,000", 500_000, 700_000)]),
        ("€2.5billion, then 3–4 million", "en", [("€2.5billion", 2.5e9, 2.5e9), ("3–4 million", 3e6, 4e6)]),
        ("two hundred and twelve, ten and 40 percent", "en", [("two hundred and twelve", 212, 212), ("ten", 10, 10), ("40 percent", 40, 40)]),
        ("won 2-1 at 7:30 on the 2nd of 12 March 2021 with a TU-95", "en", []),
        ("hundreds of thousands, one of them", "en", []),
        ("1.000.000 euros for 1,234.5 of 2,5 parts", "en", [("1.000.000", 1e6, 1e6), ("1,234.5", 1234.5, 1234.5), ("2,5", 2.5, 2.5)]),
        ("version 1.000.1, then 1,234,56", "en", []),
    ],
)  # fmt: skip
def test_quantities_are_read(
    text: str, language: str, expected: list[tuple[str, float, float]]
) -> None:
    found = quantities(text, 0, len(text), language)
    assert [(text[one.start : one.end], one.least, one.most) for one in found] == expected


TEXTS = st.text(st.sampled_from("0123456789.,-–:/ €%miln onetwhudredMay\n'’ "), max_size=60)


@example("0.000.0")
@given(TEXTS)
def test_quantities_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    for language in ("en", "de", "uk"):
        found = quantities(text, 0, len(text), language)
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert all(0 <= number.start < number.end <= len(text) for number in found)
        assert all(number.least <= number.most for number in found)
