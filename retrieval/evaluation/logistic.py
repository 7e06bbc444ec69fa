"""Logistic regression on a few features."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_RIDGE = 1.0  # what the square of a coefficient costs
_MOST_STEPS = 100


def fit_logistic(x: Array, y: Array, weights: Array, intercepts: int = 0) -> Array:
    """
    Return the coefficients, `(columns,)`, of a ridge logistic regression, by Newton's method.

    Args:
        x: `(rows, columns)`.
        y: 0 or 1, or a share between them, `(rows,)`.
        weights: How much each row counts, `(rows,)`.
        intercepts: The number of columns, from the first on, whose coefficients cost nothing.
    """
    ridge = np.eye(x.shape[1]) * _RIDGE
    ridge[:intercepts, :intercepts] = 0
    model = np.zeros(x.shape[1])
    for _ in range(_MOST_STEPS):
        p = 1 / (1 + np.exp(-x @ model))
        slope = x.T @ (weights * (p - y)) + ridge @ model
        curve = (x * (weights * p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(curve, slope)
        model -= step
        if np.abs(step).max() < 1e-8:
            break
    return model
