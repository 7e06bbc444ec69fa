"""A no says which requirement failed, and what the article has instead."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

TEXT = (
    "On 3 May 2019 Norden's defence minister resigned over the boats.\n\n"
    "Farmers in Altena went on with their work.\n\n"
    "Jan Brand hopes to sell the harbour boats to Norden.\n"
)


@pytest.mark.parametrize(
    ("question", "reason", "sentence"),
    [
        (
            "Why did Altena's defence minister resign over the boats?",
            "other-subject",
            "The nearest excerpt speaks of “Norden's defence minister”, not of “Altena's defence minister”.",
        ),
        (
            "Why did Norden's defence minister resign in 2014?",
            "other-time",
            "The nearest excerpt is about another time than 2014.",
        ),
        (
            "How many farmers are in Altena?",
            "no-such-value",
            "The nearest excerpt does not give the number of “farmers”.",
        ),
        (
            "How long did the farmers in Altena work?",
            "no-such-value",
            "The nearest excerpt does not say how long.",
        ),
        (
            "Who sold the harbour boats to Norden?",
            "no-such-value",
            "The nearest excerpt only says “hopes to sell”, not that it happened.",
        ),
    ],
)
def test_a_no_names_what_failed(question: str, reason: str, sentence: str) -> None:
    refusal = Library.of([make_article("a", TEXT, Metadata(language="en"))]).ask(question).no_answer
    assert refusal
    assert (refusal.reason, str(refusal.failed[0].note)) == (reason, sentence)


def test_a_name_in_no_article_is_not_missed_in_the_nearest_too() -> None:
    article = make_article("norden", TEXT, Metadata(published="2019-05-04", language="en"))
    refusal = Library.of([article]).ask("What did Piet Lund do to the farmers?").no_answer
    assert refusal
    assert refusal.unnamed_terms == ("Piet", "Lund")
    assert [each.requirement for each in refusal.failed] == ["name"]
    assert not refusal.failed_notes


def test_neither_a_day_that_fails_nor_happened_is_listed_as_a_word() -> None:
    text = "The mill in Norden burned on 4 May 2019. The fire began at noon."
    article = make_article("norden", text, Metadata(published="2019-05-04", language="en"))
    refusal = Library.of([article]).ask("What happened in the mill in Norden on 11 May?").no_answer
    assert refusal
    assert [each.requirement for each in refusal.failed] == ["time"]
    assert refusal.unnamed_terms == ()
