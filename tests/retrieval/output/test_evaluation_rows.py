"""What an evaluation shows of each question, of each kind, and beside an earlier one."""

from __future__ import annotations

import pytest

from retrieval.evaluation.measures import Evaluation, evaluate
from retrieval.evaluation.question_sets import JudgedQuery
from retrieval.evaluation.trust import count_by_kind, grade
from retrieval.output.evaluation_rows import (
    decision_lines,
    describe_result,
    kind_rows,
    measure_rows,
    mistake_row,
)
from tests.support.evaluations import outcome, shown

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
    ("before", "row"),
    [
        (None, ("hit@1", "0.7500")),
        (Evaluation({"hit@1": 0.8}, ()), ("hit@1", "0.7500", "0.8000", "-0.0500")),
        (Evaluation({"queries": 4}, ()), ("hit@1", "0.7500")),
    ],
)
def test_a_figure_stands_beside_the_earlier_one(
    before: Evaluation | None, row: tuple[str, ...]
) -> None:
    assert measure_rows(Evaluation({"hit@1": 0.75}, ()), before) == [row]


HAS = JudgedQuery("q1", "What does it\ncost?", True, ("five",), kind="how-many")
HAS_NOT = JudgedQuery("q2", "Who built it?", False)


def test_a_kind_has_its_counts_and_a_question_may_have_none() -> None:
    graded = [grade(shown(HAS, ["five"])), grade(shown(HAS, [])), grade(shown(HAS_NOT, []))]

    assert list(kind_rows(count_by_kind(graded))) == [
        ("how-many", "2", "first 1", "three 1", "wrong 0", "refused 1"),
        ("no kind", "1", "no 1", "answered 0", "harm 0"),
    ]


@pytest.mark.parametrize(
    ("query", "excerpts", "row"),
    [
        (
            HAS,
            ["It costs\n" + 120 * "x"],
            ("wrong", "q1", "how-many", "0.60", "It costs " + 101 * "x"),
        ),
        (HAS, [], ("refused", "q1", "how-many", "0.60", "weak")),
        (HAS_NOT, ["Lenz."], ("answered", "q2", "", "0.60", "Lenz.")),
    ],
)
def test_a_mistake_is_one_row_with_what_was_shown(
    query: JudgedQuery, excerpts: list[str], row: tuple[str, ...]
) -> None:
    *head, confidence, words = row
    assert mistake_row(grade(shown(query, excerpts))) == (*head, query.text, confidence, words)
