"""Who does what to whom in a question."""

from __future__ import annotations

import pytest

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.parser import parse


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who warned Wirth?", (None, "warned", "Wirth")),
        ("Who warned the mayor?", None),
        ("Did Wirth warn Park?", ("Wirth", "warn", "Park")),
        ("What did Wirth pay Park?", ("Wirth", "pay", "Park")),
        ("When did Wirth resign?", ("Wirth", "resign", None)),
        ("Who was Wirth warned by?", (None, "warned", "Wirth")),
        ("Was Wirth warned by Park?", ("Park", "warned", "Wirth")),
        ("Is Wirth leaving Altena?", ("Wirth", "leaving", "Altena")),
        ("Was Jonas van Wirth there?", None),
        ("Who was Wirth's trainer?", None),
        ("How old is Wirth?", None),
        ("Wirth on bridges", None),
    ],
)
def test_a_verb_is_read_with_who_acts_and_to_whom(
    question: str, expected: tuple[str | None, str, str | None] | None
) -> None:
    query = parse(question, Vocabulary.of(["Rain fell."]), "en")
    action = query.frame.action
    if expected is None:
        assert action is None
        return
    assert action

    def name(number: int | None) -> str | None:
        if number is None:
            return None
        return " ".join(query.words[place].text for place in query.frame.names[number])

    assert (name(action.subject), query.words[action.verb].text, name(action.target)) == expected
