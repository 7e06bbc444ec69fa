"""Publication dates: how they are spelt, and what they are made of."""

from __future__ import annotations

import pytest

from retrieval.articles.publication_dates import date_parts, spell_date


@pytest.mark.parametrize(
    ("published", "spelt"),
    [
        ("2022-11-09", "9 November 2022"),
        ("2022-11", "November 2022"),
        ("2025", "2025"),
        ("1963-01-31", "31 January 1963"),
        ("2022-11-09T08:00:00Z", "9 November 2022"),
        ("2022-13", "2022-13"),
        ("last week", "last week"),
        ("", ""),
    ],
)
def test_a_date_is_spelt_in_english(published: str, spelt: str) -> None:
    assert spell_date(published) == spelt


@pytest.mark.parametrize(
    ("published", "parts"),
    [
        ("2022-11-09T08:00:00Z", (2022, 11, 9)),
        ("2022-11", (2022, 11)),
        ("2025", (2025,)),
        ("2022-13", ()),
        ("2022-11-09-01", ()),
        ("²⁰²²", ()),
        ("", ()),
    ],
)
def test_a_date_has_as_many_parts_as_it_states(published: str, parts: tuple[int, ...]) -> None:
    assert date_parts(published) == parts
