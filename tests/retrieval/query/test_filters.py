"""What a question limits its answers to."""

from __future__ import annotations

import pytest

from retrieval.query.filters import dated_within


@pytest.mark.parametrize(
    ("published", "since", "until", "within"),
    [
        ("2022-11-09", "2022-11", None, True),
        ("2022-11-09", "2022-11-10", None, False),
        ("2022-11", "2022-11-10", None, True),
        ("2022", "2022-11", None, True),
        ("2022-11", None, "2022-10", False),
        ("2022-11-09T18:00:00Z", None, "2022-11-09", True),
        ("2022-11", "2022", "2022", True),
        (None, "2022", None, False),
        ("long ago", "2022", None, False),
        (None, None, None, True),
    ],
)
def test_a_partial_date_is_within_a_time_that_it_may_be_part_of(
    published: str | None, since: str | None, until: str | None, within: bool
) -> None:
    assert dated_within(published, since, until) is within
