"""The kind of thing asked for, of what the question asks it of."""

from __future__ import annotations

import pytest

from tests.support.verdicts import verdicts


@pytest.mark.parametrize(
    ("text", "question", "missing"),
    [
        # A number counts what stands behind it, or beside it where nothing does.
        ("Some 120 people got soup and blankets.", "How many blankets were there?", True),
        ("Some 120 blankets were given out.", "How many blankets were there?", False),
        ("There were blankets: 120 in all.", "How many blankets were there?", False),
        ("One blanket went to each of 30 people.", "How many blankets were there?", False),
        ("Some 120 people got soup.", "How many blankets did people get?", False),
        ("There was a single blanket.", "How many blankets were there?", False),
        # A sum is not any number, nor is a time.
        ("The contract had a limit of 5,000 calls.", "How much was the contract worth?", True),
        ("The contract came to £5,000.", "How much was the contract worth?", False),
        ("The contract brought in 2 million.", "How much was the contract worth?", False),
        ("Nothing else was sold with the contract.", "How much was the contract worth?", True),
        ("The contract was worth nothing.", "How much was the contract worth?", False),
        ("Marr ran the hospital and filled two posts.", "How long did Marr run it?", True),
        ("Marr ran the hospital for two years.", "How long did Marr run it?", False),
        ("Marr has run the hospital since 1998.", "How long has Marr run it?", False),
        # An age is that of the name before it.
        ("Kenneth Marsh, 67, and Lucy Marsh spoke.", "How old is Lucy Marsh?", True),
        ("Kenneth Marsh, 67, and Lucy Marsh, 30, spoke.", "How old is Lucy Marsh?", False),
        ("Lucy Marsh spoke at 4.20 pm.", "How old is Lucy Marsh?", True),
        ("Lucy Marsh spoke. She is 30.", "How old is Lucy Marsh?", False),
        ("Lucy Marsh, who was born in 1990, spoke.", "How old is Lucy Marsh?", False),
        ("The mill is 67.", "How old is the mill?", False),
        # What is only “a hotel” has no name.
        ("They met at a hotel near Altena.", "What is the name of the hotel?", True),
        ("They met at a hotel, the Grand Norden.", "What is the name of the hotel?", False),
        ("They met at a hotel called “The Swan”.", "What is the name of the hotel?", False),
        ("They met at the hotel.", "What is the name of the hotel?", False),
        ("The mill lost two customers.", "Which two customers did the mill lose?", True),
    ],
)
def test_the_kind_is_missing_where_only_something_else_has_it(
    text: str, question: str, missing: bool
) -> None:
    assert (verdicts(text, question).get("kind") is False) is missing


def test_in_a_language_without_such_words_any_number_will_do() -> None:
    text = "Some 120 people got soup and blankets."
    assert "kind" not in verdicts(text, "How many blankets were there?", language="nl")
