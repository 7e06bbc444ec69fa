"""Dates in words, complete or partial."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.dates import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 9 November 2022", [(2022, 11, 9)]),
        ("on November 9th, 2022, and in May", [(2022, 11, 9)]),
        ("in May 2021 they may go", [(2021, 5, None)]),
        ("since 2014, but 2020 men", [(2014, None, None)]),
        ("on 45 March", []),
        ("It closed on Feb. 21.", [(None, 2, 21)]),
        ("June Castle sued", []),
        ("said June Castle", []),
        ("in June Mayor Castle sued", [(None, 6, None)]),
        ("a march on the town", []),
        ("the march 3 of them joined, on march 3", [(None, 3, 3), (None, 3, 3)]),
        ("dates back to 1696; in the year 1701", [(1696, None, None), (1701, None, None)]),
        ("the old bridge (1951), no. (1951a)", [(1951, None, None)]),
        ("Sept. 3", [(None, 9, 3)]),
        ("It ended on May 8.", [(None, 5, 8)]),
        ("June 8.30", [(None, 6, None)]),
    ],
)
def test_dates_are_read(text: str, expected: list[tuple[int | None, ...]]) -> None:
    assert [(one.year, one.month, one.day) for one in dates(text, 0, len(text), None)] == expected


@given(st.text(st.sampled_from("0123456789.,-–:/ stndthof()inMaySept\n'’ "), max_size=60))
def test_dates_lie_inside_the_text(text: str) -> None:
    for date in dates(text, 0, len(text), None):
        assert 0 <= date.start < date.end <= len(text)
        assert date.day is None or 1 <= date.day <= 31


def test_months_of_another_language_are_read_only_where_they_are_no_names() -> None:
    assert [date.month for date in dates("am 3. Mai", 0, 9, "en")] == [5]
    assert [*dates("a Mart 3 of theirs", 0, 18, "en")] == []
    assert [date.month for date in dates("3 Mart", 0, 6, "tr")] == [3]
