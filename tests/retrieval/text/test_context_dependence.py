"""Sentences that cannot be read without the one before them; other languages have their own tables."""

from __future__ import annotations

import pytest

from retrieval.text.context_dependence import depends_on_context


@pytest.mark.parametrize(
    ("sentence", "language", "does"),
    [
        ("He added that it rained.", "en", True),
        ("“We left,” she said.", "en", True),
        ("In July 1943 she moved to Altena.", "en", True),
        ("From 1943 she lived in a flat.", "en", True),
        ("However, the bridge held.", "en", True),
        ("The mayor said no.", "en", True),
        ("The mayor of Altena said no.", "en", False),
        ("Hedwig Park added that it rained.", "en", False),
        ("In Altena she was at home.", "en", False),  # it may name whom it speaks of
        ("He added that it rained.", None, True),
    ],
)
def test_a_sentence_that_points_back_is_known_by_its_beginning(
    sentence: str, language: str | None, does: bool
) -> None:
    assert depends_on_context(sentence, 0, language) is does
