"""Words of another time, or of the one who was spoken to, are no answer."""

from __future__ import annotations

import pytest

from retrieval.answers.records import Answer
from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

TEXT = "Jonas Wirth, the mayor, warned: “The bridge will fall within two years.”\n"


def ask(question: str) -> Answer:
    article = make_article("a", TEXT, Metadata(language="en", published="2022-11-09"))
    return Library.of([article]).ask(question)


@pytest.mark.parametrize(
    ("question", "reason", "requirement"),
    [
        ("What did Jonas Wirth say about the bridge in 2015?", "other-time", "time"),
        ("Who warned Wirth?", "other-subject", "role"),
    ],
)
def test_words_that_fail_a_requirement_are_refused_by_its_name(
    question: str, reason: str, requirement: str
) -> None:
    refusal = ask(question).no_answer
    assert refusal
    assert (refusal.reason, refusal.failed[0].requirement) == (reason, requirement)
    assert refusal.nearest


@pytest.mark.parametrize(
    "question",
    ["What did Jonas Wirth say about the bridge?", "What did Wirth say about the bridge in 2022?"],
)
def test_words_of_the_time_that_was_asked_for_are_an_answer(question: str) -> None:
    answer = ask(question)
    assert answer.answered
    assert answer.excerpts[0].speaker == "Jonas Wirth"
