"""Whom "she said" and "it said" mean, by the sentences before."""

from __future__ import annotations

import pytest

from tests.support.quotations import reported


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # A given name or a title shows who cannot be meant.
        ("Jonas Wirth met Ada Park at the bridge. She said that it held.", "Ada Park"),
        ("Jonas Wirth said it was old. Ada Park left. He said that it held.", "Jonas Wirth"),
        ("Jonas Wirth looked at Ada Park. He hesitated. He said that it held.", "Jonas Wirth"),
        # An organization
        ("The Lenne Works disputed that. The rain had come early, it said.", "Lenne Works"),
        ("Who decides? The Department for Bridges. It said the bridge would go.", "Department for Bridges"),
        ("The Lenne Authority said it rained. It added that it would rain again.", "Lenne Authority"),
    ],
)  # fmt: skip
def test_a_pronoun_means_who_spoke_or_was_spoken_of(text: str, who: str) -> None:
    assert reported(text)[-1][1] == who


@pytest.mark.parametrize(
    "text",
    [
        "Quincy Wirth said Robin Park had left. He said that it held.",
        "Machine Number Two stopped. She said that it held.",
        "Ada Park spoke. It said that rain would come.",
        "Berlin was dark. He said that it held.",
        "It rained in Lenne. It said that it held.",
    ],
)
def test_a_pronoun_that_may_mean_another_names_nobody(text: str) -> None:
    assert reported(text)[-1][1] is None
