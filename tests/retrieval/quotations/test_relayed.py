"""Cues of which the speaker is not the subject; more in `test_subjects`."""

from __future__ import annotations

import pytest

from tests.support.quotations import reported


@pytest.mark.parametrize(
    "text",
    [
        "The Bugle quoted a friend as saying that it held.",
        "It was said by many that it held.",
        "Ada Park was cited as an example.",
    ],
)
def test_nobody_is_named_where_nobody_is_quoted_by_name(text: str) -> None:
    assert all(who is None for _, who in reported(text))
