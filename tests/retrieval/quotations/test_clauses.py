"""The clauses that a verb of speech reports, on either side of it."""

from __future__ import annotations

import pytest

from tests.support.quotations import reported

ONE_CLAUSE = [
    # Behind the verb, without "that"
    ("Ada Park said about 340 trains had crossed it.", "about 340 trains had crossed it"),
    ("Ada Park said the bridge carried 12 trains.", "the bridge carried 12 trains"),
    ("Ada Park conceded that it leaked.", "it leaked"),
    ("Ada Park complained she had learnt of it from a stranger.", "she had learnt of it from a stranger"),
    ("Ada Park told reporters the bridge was safe.", "the bridge was safe"),
    # Before it, with words that say when, where or to whom
    ("Trains crossed the bridge all night, the Lenne Authority said on Monday.", "Trains crossed the bridge all night"),
    ("The bridge fell at noon, Ada Park told the council.", "The bridge fell at noon"),
    # Questions, orders and promises
    ("Ada Park asked whether it would hold.", "whether it would hold"),
    ("Ada Park asked Jonas Wirth why it had not held.", "why it had not held"),
    ("Ada Park urged drivers to keep away.", "drivers to keep away"),
    ("Ada Park promised to mend the bridge.", "to mend the bridge"),
    ("Ada Park used to say that a bridge was a promise.", "a bridge was a promise"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "clause"), ONE_CLAUSE)
def test_a_clause_is_reported_on_either_side_of_the_verb(text: str, clause: str) -> None:
    assert reported(text) == [(clause, "Ada Park" if "Ada" in text else "Lenne Authority")]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The bridge, Ada Park said, would hold.", "The bridge", "would hold"),
        ("It held all night, Ada Park said, and trains had crossed it.", "It held all night", "trains had crossed it"),
        ("Without it, Ada Park told the council, the town would be poor.", "Without it", "the town would be poor"),
    ],
)  # fmt: skip
def test_both_halves_around_the_verb_are_reported(text: str, first: str, second: str) -> None:
    assert reported(text) == [(first, "Ada Park"), (second, "Ada Park")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It held all night, Ada Park said, and left.", "It held all night"),
        ("It held all night, Ada Park said, smiling at the crowd.", "It held all night"),
        ("It held all night, Ada Park said, who had slept there.", "It held all night"),
    ],
)
def test_what_the_speaker_does_is_not_reported(text: str, words: str) -> None:
    assert reported(text) == [(words, "Ada Park")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Park said nothing on Monday.",
        "Ada Park said goodbye to the bridge.",
        "The director of the works, Ada Park, said: “It held.”",
        "Ada Park told a joke.",
    ],
)
def test_a_verb_without_a_clause_reports_nothing(text: str) -> None:
    assert reported(text) == []
