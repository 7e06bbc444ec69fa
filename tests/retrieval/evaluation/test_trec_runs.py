"""Runs that every tool reads in the same order."""

from __future__ import annotations

from retrieval.evaluation.trec_runs import format_run, strictly_falling
from tests.support.evaluations import outcome


def test_a_run_holds_scores_that_fall_as_32_bit_floats() -> None:
    run = strictly_falling([outcome("one", "bca", scores=(0.3, 0.3, 0.1))])

    assert list(format_run(run)) == [
        "one Q0 b 1 0.300000012 cuttings\n",
        "one Q0 c 2 0.299999982 cuttings\n",
        "one Q0 a 3 0.100000001 cuttings\n",
    ]
