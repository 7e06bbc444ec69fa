"""What counts as an answer among what a library returns."""

from __future__ import annotations

import pytest

from retrieval.evaluation.outcomes import best_passages, gold_rank


def test_an_article_ranks_by_its_best_passage() -> None:
    hits = [("a", 3.0), ("b", 2.0), ("a", 1.0), ("c", 0.5)]

    assert best_passages(hits) == (("a", 3.0), ("b", 2.0), ("c", 0.5))


@pytest.mark.parametrize(
    ("answers", "excerpts", "rank"),
    [
        (["in 1066"], ["It fell in 1066."], 1),
        (["in 1066"], ["It fell in\n  1066."], 1),
        (["in\u00a01066 "], ["Nothing.", "It fell in 1066."], 2),
        (["long ago", "1066"], ["Nothing.", "Nothing.", "It fell in 1066."], 3),
        (["In 1066"], ["It fell in 1066."], None),
        ([""], ["It fell in 1066."], None),
        ([], ["It fell in 1066."], None),
    ],
)
def test_a_gold_string_is_found_word_for_word(
    answers: list[str], excerpts: list[str], rank: int | None
) -> None:
    assert gold_rank(answers, excerpts) == rank
