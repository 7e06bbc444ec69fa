"""What an evaluation shows of each question, and beside a baseline."""

from __future__ import annotations

import pytest

from retrieval.evaluation.measures import Evaluation, evaluate
from retrieval.output.evaluation_rows import decision_lines, describe_result, measure_rows
from tests.support.evaluations import outcome

OUTCOMES = [
    outcome("found", answer_rank=2),
    outcome("refused", answer_rank=1, answered=False),
    outcome("missed"),
    outcome("wrong", answerable=False),
    outcome("right", answerable=False, answered=False),
]


def test_each_question_is_described_and_judged() -> None:
    questions = evaluate(OUTCOMES, None).questions
    assert {question.id: describe_result(question) for question in questions} == {
        "found": ("answer in excerpt 2", True),
        "refused": ("refused, answer in excerpt 1", False),
        "missed": ("answer not found", False),
        "wrong": ("answered, wrongly", False),
        "right": ("refused, rightly", True),
    }


def test_decisions_are_counted_for_both_kinds_of_questions() -> None:
    assert decision_lines(evaluate(OUTCOMES, None)) == [
        "2 of 3 answerable questions answered",
        "1 of 2 unanswerable questions answered",
    ]


@pytest.mark.parametrize(
    ("baseline", "row"),
    [
        (None, ("hit@1", "0.7500")),
        (Evaluation({"hit@1": 0.8}, ()), ("hit@1", "0.7500", "0.8000", "-0.0500")),
        (Evaluation({"queries": 4}, ()), ("hit@1", "0.7500")),
    ],
)
def test_a_figure_stands_beside_that_of_the_baseline(
    baseline: Evaluation | None, row: tuple[str, ...]
) -> None:
    assert measure_rows(Evaluation({"hit@1": 0.75}, ()), baseline) == [row]
