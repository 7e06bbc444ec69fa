"""What a bag of words learns from questions without any article."""

from __future__ import annotations

from itertools import product

import pytest

from retrieval.evaluation.question_sets import JudgedQuery
from retrieval.evaluation.wording import wording_auroc

THINGS = [f"{what} {place}" for what, place in product(("bridge", "mill", "dam"), "abcdefghij")]


def queries(opening: str, answerable: bool) -> list[JudgedQuery]:
    return [
        JudgedQuery(f"{opening} {thing}", f"{opening} the {thing}?", answerable) for thing in THINGS
    ]


def test_questions_that_are_worded_differently_give_themselves_away() -> None:
    assert wording_auroc(queries("Who built", True) + queries("Why does nobody use", False)) == 1


def test_a_question_that_has_an_answer_over_one_text_only_says_nothing() -> None:
    assert wording_auroc(queries("Who built", True) + queries("Who built", False)) == 0.5


@pytest.mark.parametrize("answerable", [True, False])
def test_there_is_nothing_to_tell_apart_where_all_questions_are_alike(answerable: bool) -> None:
    assert wording_auroc(queries("Who built", answerable)) is None
    assert wording_auroc([]) is None
