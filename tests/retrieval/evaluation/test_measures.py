"""Measures against figures computed by hand."""

from __future__ import annotations

import pytest

from retrieval.evaluation.measures import answered_at_five_percent, auroc, evaluate
from tests.support.evaluations import outcome


def test_articles_are_measured_as_by_hand() -> None:
    qrels = {
        "one": {"b": 1},  # second of "abc":    rr 1/2, dcg 1/log2(3)
        "two": {"a": 1, "c": 1},  # first and third: rr 1, dcg 1 + 1/log2(4) of 1 + 1/log2(3)
        "three": {"d": 1},  # not found
        "four": {"a": 0},  # has no relevant article, so it does not count
    }
    outcomes = [
        outcome("one", "abc"),
        outcome("two", "abc"),
        outcome("three"),
        outcome("four", "abc"),
    ]

    assert evaluate(outcomes, qrels).measures == pytest.approx(
        {
            "queries": 4,
            "ndcg@10": (0.630930 + 1.5 / 1.630930 + 0) / 3,
            "mrr@10": (1 / 2 + 1 + 0) / 3,
            "hit@1": 1 / 3,
            "hit@3": 2 / 3,
            "hit@5": 2 / 3,
            "hit@10": 2 / 3,
            "recall@10": 2 / 3,
            "answer@1": 0,
            "answer@3": 0,
        },
        abs=1e-6,
    )


@pytest.mark.parametrize("article", ["a", "b", "c"])
def test_equal_scores_keep_our_order_in_every_measure(article: str) -> None:
    tied = outcome("one", "bca", scores=(1.0, 1.0, 1.0))

    measures = evaluate([tied], {"one": {article: 1}}).measures

    rank = "bca".index(article) + 1
    assert measures["mrr@10"] == pytest.approx(1 / rank)
    assert measures["hit@1"] == (rank == 1)


def test_answers_count_where_they_are_known_whatever_the_decision() -> None:
    outcomes = [
        outcome("one", answer_rank=1, answered=False),
        outcome("two", answer_rank=3),
        outcome("three"),
        outcome("four"),
        outcome("none", answerable=False, confidence=0.5),
    ]

    measures = evaluate(outcomes, None).measures

    assert measures == {
        "queries": 5,
        "answer@1": 1 / 4,
        "answer@3": 2 / 4,
        "auroc": 0.5,
        "answered@5%": 0.0,
    }


@pytest.mark.parametrize(
    ("answerable", "others", "area"),
    [
        ([0.9, 0.8], [0.1, 0.2], 1.0),
        ([0.1, 0.2], [0.9, 0.8], 0.0),
        ([0.5], [0.5], 0.5),
        ([0.9, 0.4], [0.5, 0.1], 0.75),  # of four pairs only 0.4 before 0.5 is wrong
        ([0.9, 0.5], [0.5, 0.1], 0.875),  # of four pairs one is level
    ],
)
def test_auroc_counts_pairs_in_the_right_order(
    answerable: list[float], others: list[float], area: float
) -> None:
    assert auroc(answerable, others) == area


@pytest.mark.parametrize(
    ("answerable", "others", "share"),
    [
        ([0.9, 0.4], [0.5], 0.5),  # 5% of one is none: above 0.5
        ([0.9, 0.5], [0.5], 0.5),  # level with it is not above it
        ([0.9, 0.6], [0.7, *[0.1] * 18], 0.5),  # 5% of 19 is none: above 0.7
        ([0.9, 0.6], [0.7, *[0.1] * 19], 1.0),  # 5% of 20 is one: above 0.1
        ([0.9, 0.6], [0.7] * 20, 0.5),  # twenty alike are let in together, or none
    ],
)
def test_answered_at_five_percent_lets_one_in_twenty_through(
    answerable: list[float], others: list[float], share: float
) -> None:
    assert answered_at_five_percent(answerable, others) == share
