"""Which languages a reader knows."""

from __future__ import annotations

import pytest

from retrieval.reader.records import knows
from tests.support.readers import WordReader


@pytest.mark.parametrize(
    ("languages", "language", "known"),
    [
        (frozenset({"en"}), "en", True),
        (frozenset({"en"}), "de", False),
        (frozenset({"en"}), None, False),
        (None, "de", True),
        (None, None, True),
    ],
)
def test_a_reader_knows_its_languages_or_all_if_nobody_says(
    languages: frozenset[str] | None, language: str | None, known: bool
) -> None:
    assert knows(WordReader("", languages), language) is known
