"""Sentences that hold most of the question, and what it asks for, in the fewest words."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata


@pytest.mark.parametrize(
    ("text", "question", "chosen"),
    [
        (
            "The old bridge fell. The new bridge cost nine million euros.",
            "How much did the bridge cost?",
            "The new bridge cost nine million euros.",
        ),
        (
            "Blankets were short. The town gave out 260 blankets.",
            "How many blankets were there?",
            "The town gave out 260 blankets.",
        ),
        # A sentence that has nothing of the question is not taken for a number in it.
        (
            "Blankets were short. It rained for 12 hours.",
            "How many blankets were there?",
            "Blankets were short.",
        ),
    ],
)
def test_the_sentence_with_what_is_asked_for_is_chosen(
    text: str, question: str, chosen: str
) -> None:
    article = make_article("a", text, Metadata(language="en"))
    hit = Library.of([article]).rank(question).groups[0].hit
    assert hit.choice
    assert article.slice(hit.choice.least) == chosen
