"""Sentences that hold what a question asks for, and stay a part of their passage."""

from __future__ import annotations

import pytest

from retrieval.query.intent import Intent
from retrieval.ranking.sentence_choice import has_kind


@pytest.mark.parametrize(
    ("kind", "sentence", "has"),
    [
        ("when", "The war ended in 1945.", True),
        ("when", "It ended on 8 May.", True),
        ("when", "Er endete am 8. Mai.", True),
        ("when", "Она закончилась 9 мая.", True),
        ("when", "It stopped last night.", True),
        ("when", "It began two weeks ago.", True),
        ("when", "They serve for one year.", False),
        ("when", "All men aged 18-30 serve.", False),
        ("when", "It cost 1,945 pounds.", False),
        ("how-old", "Ada Park, 61, lives there.", True),
        ("how-old", "The 61-year-old lives there.", True),
        ("how-old", "All men aged 18-30 serve.", True),
        ("how-old", "Residents young and old came.", False),
        ("how-old", "61 people came.", False),
        ("how-many", "61 people came.", True),
        ("how-many", "People came.", False),
        ("said", "“We saw it,” she said.", True),
        ("said", "She said they saw it.", False),
        ("where", "It rained.", True),
    ],
)
def test_a_sentence_has_the_kind_of_thing_asked_for(kind: Intent, sentence: str, has: bool) -> None:
    assert has_kind(sentence, 0, len(sentence), kind) is has
