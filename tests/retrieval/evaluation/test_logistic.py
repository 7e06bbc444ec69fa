"""A logistic regression against what can be computed by hand."""

from __future__ import annotations

import numpy as np
import pytest

from retrieval.evaluation.logistic import fit_logistic


def test_an_intercept_alone_is_the_log_odds_of_the_share() -> None:
    x, y = np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0])

    assert fit_logistic(x, y, np.ones(4), intercepts=1) == pytest.approx([np.log(3)])


def test_rows_count_by_their_weights() -> None:
    x, y = np.ones((2, 1)), np.array([1.0, 0.0])

    assert fit_logistic(x, y, np.array([3.0, 1.0]), intercepts=1) == pytest.approx([np.log(3)])


def test_a_coefficient_has_a_price_and_stays_finite_where_one_feature_tells_all() -> None:
    (model,) = fit_logistic(np.array([[1.0], [-1.0]]), np.array([1.0, 0.0]), np.ones(2))

    # Where the slope of the loss, 2 / (1 + e^m), is that of the price, m.
    assert model == pytest.approx(2 / (1 + np.exp(model)))
