"""
Refit the confidence: `python -m retrieval.fitting DIR… [--write]`.

Each DIR is a set as `cuttings evaluate` takes it. Where all its questions have an answer, half of its
articles are left out, so that the questions about these have none. Every set and both outcomes weigh
the same. What is printed for a set comes from a model fitted without it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval import evaluation
from retrieval.confidence import FEATURES, MODEL
from retrieval.library import Library
from retrieval.reading import read

Examples = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Features (questions, len(FEATURES)), and which questions have an answer: 1 or 0 (questions,)."""

_STIFFNESS = 1.0  # of the ridge: what a coefficient's square costs
_ANSWERED_WRONGLY = 0.15  # share of questions without an answer that may be answered
_STEPS = 100


def examples(directory: Path) -> Examples:
    """The features of every question of a set that the collection has some passage for."""
    articles, _, _ = read(directory / "corpus.jsonl")
    asked = evaluation.read(directory, [article.id for article in articles])
    if all(query.answerable for query in asked.queries):
        articles = [a for a in articles if hashlib.sha256(a.id.encode()).digest()[0] % 2]
    library = Library(articles)
    rows, outcomes = [], []
    for query in asked.queries:
        found = library.rank(query.text).features
        if found:
            rows.append([found[name] for name in FEATURES])
            relevant = (asked.qrels or {}).get(query.id, {})
            outcomes.append(any(id_ in library.articles for id_ in relevant))
    return np.array(rows), np.array(outcomes, dtype=np.float64)


def fit(sets: Sequence[Examples]) -> NDArray[np.float64]:
    """The intercept and the coefficients of a ridge logistic regression, by Newton's method."""
    x = np.vstack([found for found, _ in sets])
    x = np.hstack([np.ones((len(x), 1)), x])
    y = np.concatenate([outcome for _, outcome in sets])
    weight = np.concatenate([_balanced(outcome) for _, outcome in sets])
    ridge = np.eye(x.shape[1]) * _STIFFNESS
    ridge[0, 0] = 0
    model = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-x @ model))
        slope = x.T @ (weight * (p - y)) + ridge @ model
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(curve, slope)
        model -= step
        if np.abs(step).max() < 1e-8:
            break
    return model


def _balanced(outcome: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights that add up to 500 for the answerable and 500 for the others."""
    share = outcome.mean()
    weights: NDArray[np.float64] = np.where(outcome == 1, 500 / share, 500 / (1 - share))
    return weights / len(outcome)


def probability(model: NDArray[np.float64], found: NDArray[np.float64]) -> NDArray[np.float64]:
    p: NDArray[np.float64] = 1 / (1 + np.exp(-(model[0] + found @ model[1:])))
    return p


def main(arguments: Sequence[str]) -> None:
    directories = [Path(argument) for argument in arguments if argument != "--write"]
    sets = [examples(directory) for directory in directories]
    thresholds = []
    for number, (directory, (found, outcome)) in enumerate(zip(directories, sets, strict=True)):
        others = [other for place, other in enumerate(sets) if place != number]
        p = probability(fit(others or sets), found)
        has, has_not = p[outcome == 1], p[outcome == 0]
        thresholds.append(float(np.quantile(has_not, 1 - _ANSWERED_WRONGLY)))
        area = evaluation.auroc(has.tolist(), has_not.tolist())
        print(f"{directory}: {len(outcome)} questions, auroc {area:.4f} when left out")
    model = fit(sets)
    content = {
        "intercept": round(float(model[0]), 4),
        "coefficients": {n: round(float(c), 4) for n, c in zip(FEATURES, model[1:], strict=True)},
    }
    print(json.dumps(content, indent=2))
    print("threshold for each set at 15% wrong answers:", [round(t, 3) for t in thresholds])
    if "--write" in arguments:
        MODEL.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
