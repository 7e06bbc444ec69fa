"""English."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

TABLE: list[Row] = [
    (
        "language",
        "The council met on Tuesday and voted to close the old bridge for the repairs that it had been promised for years.",
        "en",
    ),
    ("speaker", "“It held,” said Will Park.", "Will Park"),
    ("speech", "The heads of member states also meet in a council that is old.", "none"),
    ("intent", "How old is the bridge?", "how-old"),
    ("intent", "What percentage came?", "how-many"),
    ("intent", "In what year was it built?", "when"),
    ("intent", "Which city is it in?", "where"),
    ("intent", "Who built it?", "who"),
    ("intent", "What did Ada Park say about the bridge?", "said"),
    (
        "follow-up",
        "what did the WHO say about winter? | and the energy grid?",
        "what did the WHO say about the energy grid?",
    ),
    ("depends", "The mayor said no.", "yes"),
    ("dates", "on 9 November 2022", "2022-11-9"),
    ("dates", "in May 2021 they may go", "2021-5-?"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_english(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "en") == expected
