"""What a question takes to have happened."""

from __future__ import annotations

import pytest

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.parser import parse


@pytest.mark.parametrize(
    ("question", "language", "events"),
    [
        (
            "Did the council sell the mill?",
            "en",
            [("council", True), ("sell", True), ("mill", True)],
        ),
        ("Who won the cup?", "en", [("won", False)]),
        ("Who will win the cup?", "en", []),
        ("Why didn't they sell the mill?", "en", []),
        ("Where is the mill?", "en", []),
        ("Wer gewann den Pokal?", "de", []),
    ],
)
def test_a_verb_behind_did_or_who_says_what_happened(
    question: str, language: str, events: list[tuple[str, bool]]
) -> None:
    query = parse(question, Vocabulary.of(["Rain fell."]), language)
    assert [(query.words[each.verb].text, each.base) for each in query.frame.events] == events
