"""What numbers measure, and which measures differ."""

from __future__ import annotations

import pytest

from retrieval.text import measures
from retrieval.text.measures import Measure, are_comparable, read_measures
from retrieval.text.quantities import quantities


def read(text: str) -> tuple[Measure, ...]:
    """Return what the first quantity of *text* may measure."""
    return read_measures(text, quantities(text, 0, len(text), "en")[0], "en")


KINDS = [
    ("$8.9 billion", [("money", "$", 8.9e9)]),
    ("391 grand", [("money", "", 391_000)]),
    ("45 cents a share", [("money", "$", 0.45)]),
    ("12,500 euros", [("money", "€", 12_500)]),
    ("six per cent", [("share", "", 6)]),
    ("80 pct of them", [("share", "", 80)]),
    ("6.5%", [("share", "", 6.5)]),
    ("every two years", [("duration", "", 2 * 31_557_600)]),
    ("a four-year deal", [("duration", "", 4 * 31_557_600)]),
    ("310 feet", [("length", "", 94.488)]),
    ("1.4m of water", [("length", "", 1.4), ("", "", 1_400_000)]),
    ("three bridges", [("", "", 3)]),
    ("2 minor floods", [("", "", 2)]),
]


@pytest.mark.parametrize(("text", "expected"), KINDS, ids=[text for text, _ in KINDS])
def test_the_word_behind_a_number_tells_what_it_measures(
    text: str, expected: list[tuple[str, str, float]]
) -> None:
    found = [(measure.kind, measure.unit, round(measure.least, 3)) for measure in read(text)]
    assert found == expected


PAIRS = [
    ("391 grand", "£26,300", True, True),
    ("£391,000", "391 grand", True, False),
    ("$5", "£5", False, False),
    ("two hours", "120 minutes", True, False),
    ("two hours", "120 bridges", False, False),
    ("5 km", "5,000 metres", True, False),
    ("about 100 years", "102 years", True, False),
]


@pytest.mark.parametrize(("one", "other", "comparable", "differ"), PAIRS)
def test_measures_of_one_kind_are_compared_in_one_unit(
    one: str, other: str, *, comparable: bool, differ: bool
) -> None:
    first, second = read(one)[0], read(other)[0]
    assert are_comparable(first, second) is comparable
    if comparable:
        assert measures.differ(first, second) is differ
