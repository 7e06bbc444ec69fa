"""
Refit the confidence: `python -m retrieval.evaluation.fitting DIR… [--semantic MODEL] [--write]`.

Each DIR is a set as `cuttings evaluate` takes it. All are fitted with half of their articles left out
too, so that the questions about these have no answer. Every set and both outcomes weigh the same, and
each set has an intercept of its own, which its own misses stand for later (see `calibration`). What
is printed for a set comes from a model fitted without it and without its other half. With a MODEL of
meaning it is the confidence for libraries that have one which is fitted.
"""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.evaluation import measures
from retrieval.library import Library
from retrieval.ranking.calibration import READINGS, Reading
from retrieval.ranking.confidence import MODELS, Name, model
from retrieval.reading import read

Array = NDArray[np.float64]

_MOST = 3000  # questions of a set
_STIFFNESS = 1.0  # of the ridge: what a coefficient's square costs
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Examples:
    """
    The questions of a set that the collection has some passage for.

    Attributes:
        directory: Which set.
        half: Whether half of its articles are left out.
        found: Their features, `(questions, features)`.
        outcomes: Which have an answer: 1 or 0, `(questions,)`.
        misses: The features of what the collection reaches by chance, `(misses, features)`.
    """

    directory: Path
    half: bool
    found: Array
    outcomes: Array
    misses: Array

    def __str__(self) -> str:
        return f"{self.directory}{', half of the articles' if self.half else ''}"


def examples(
    directory: Path, features: Sequence[str], semantic: str | None, *, half: bool
) -> Examples:
    articles, _, _ = read(directory / "corpus.jsonl")
    asked = measures.read(directory, [article.id for article in articles])
    if half:
        articles = [a for a in articles if hashlib.sha256(a.id.encode()).digest()[0] % 2]
    library = Library(articles)
    if semantic:
        library.weigh_meaning(semantic)
    rows, outcomes = [], []
    for query in asked.queries[:: 1 + len(asked.queries) // _MOST]:
        found = library.rank(query.text).features
        if found:
            rows.append([found[name] for name in features])
            relevant = (asked.qrels or {}).get(query.id, {})
            outcomes.append(any(id_ in library.articles for id_ in relevant))
    misses = [[found[name] for name in features] for found in library.misses()]
    return Examples(
        directory, half, np.array(rows), np.array(outcomes, np.float64), np.array(misses)
    )


def fit(sets: Sequence[Examples]) -> Array:
    """
    The coefficients of a ridge logistic regression with an intercept for each set, by Newton's
    method, `(features,)`.
    """
    own = [np.repeat(np.eye(len(sets))[[place]], len(s.found), 0) for place, s in enumerate(sets)]
    x = np.hstack([np.vstack(own), np.vstack([s.found for s in sets])])
    y = np.concatenate([s.outcomes for s in sets])
    weight = np.concatenate([_balanced(s.outcomes) for s in sets])
    ridge = np.eye(x.shape[1]) * _STIFFNESS
    ridge[: len(sets), : len(sets)] = 0
    model = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-x @ model))
        slope = x.T @ (weight * (p - y)) + ridge @ model
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(curve, slope)
        model -= step
        if np.abs(step).max() < 1e-8:
            break
    return model[len(sets) :]


def _balanced(outcomes: Array) -> Array:
    """Weights that add up to 500 for the answerable and 500 for the others."""
    share = outcomes.mean()
    weights: Array = np.where(outcomes == 1, 500 / share, 500 / (1 - share))
    return weights / len(outcomes)


def usual(sets: Sequence[Examples], coefficients: Array, reading: Reading) -> float:
    """What the middle one of *sets* reaches by chance."""
    return float(
        np.median([reading.reached_by_chance((s.misses @ coefficients).tolist()) for s in sets])
    )


def report(one: Examples, others: Sequence[Examples], reading: Reading) -> str:
    """How a model that was fitted on *others* tells a set apart."""
    coefficients = fit(others)
    misses = (one.misses @ coefficients).tolist()
    odds = one.found @ coefficients
    odds -= reading.threshold(misses, usual(others, coefficients, reading))
    has, has_not = odds[one.outcomes == 1], odds[one.outcomes == 0]
    area = measures.auroc(has.tolist(), has_not.tolist())
    return (
        f"{one}: auroc {area:.3f}, answered {(has >= 0).mean():.0%} of {len(has)} with an answer "
        f"and {(has_not >= 0).mean():.0%} of {len(has_not)} without"
    )


def main(arguments: Sequence[str]) -> None:
    options = ArgumentParser(prog="python -m retrieval.evaluation.fitting", description=__doc__)
    options.add_argument("directories", nargs="+", type=Path, metavar="DIR")
    options.add_argument("--semantic", metavar="MODEL")
    options.add_argument("--write", action="store_true")
    given = options.parse_args(arguments)
    name: Name = "meaning" if given.semantic else "words"
    reading = READINGS[name]
    features = list(model(name).coefficients)
    sets = [
        examples(directory, features, given.semantic, half=half)
        for directory in given.directories
        for half in (False, True)
    ]
    sets = [one for one in sets if 0 < one.outcomes.mean() < 1]
    for one in sets:
        others = [other for other in sets if other.directory != one.directory]
        print(report(one, others or sets, reading))
    fitted = fit(sets)
    found = {
        "coefficients": {n: round(float(c), 4) for n, c in zip(features, fitted, strict=True)},
        "by_chance": round(usual(sets, fitted, reading), 4),
    }
    print(json.dumps(found, indent=2))
    if given.write:
        content = json.loads(MODELS.read_text(encoding="utf-8")) | {name: found}
        MODELS.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
