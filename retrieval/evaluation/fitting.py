"""
Refit the confidence: `python -m retrieval.evaluation.fitting DIR… [--semantic MODEL] [--write]`.

Each DIR is a question set for `cuttings evaluate`. The model is fitted on each set twice: as it is, and
without half of its articles, so that questions about these have no answer. All sets weigh the same, as do
both outcomes, and each set has its own intercept, for which its own misses stand in later (see
`calibration`). The line printed for a set comes from a model fitted without either form of it. With
--semantic, this fits the confidence of libraries that weigh closeness in meaning.
"""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.articles import QuestionsError
from retrieval.evaluation.logistic import Array, fit_logistic
from retrieval.evaluation.measures import auroc
from retrieval.evaluation.question_sets import read_question_set
from retrieval.library import Library
from retrieval.ranking.calibration import FEWEST, READINGS, MissReading, find_misses
from retrieval.ranking.confidence import MODELS, Name, load_model
from retrieval.reading.folder import read_collection

_MOST_QUESTIONS = 3000  # of a set


@dataclass(frozen=True, slots=True)
class Examples:
    """
    The questions of a set for which the collection has some passage.

    Attributes:
        directory: The folder of the set.
        half: Whether half of its articles are left out.
        features: `(questions, features)`.
        outcomes: 1 for a question that has an answer, else 0, `(questions,)`.
        misses: The features that the collection reaches by chance, `(misses, features)`.
    """

    directory: Path
    half: bool
    features: Array
    outcomes: Array
    misses: Array

    def __str__(self) -> str:
        return f"{self.directory}{', half of the articles' if self.half else ''}"


def read_examples(
    directory: Path, names: Sequence[str], semantic: str | None, *, half: bool
) -> Examples:
    """Ask the questions of the set in *directory*, and keep the features of these *names*."""
    articles, _, _ = read_collection(directory / "corpus.jsonl")
    question_set = read_question_set(directory, [article.id for article in articles])
    if half:
        articles = [a for a in articles if hashlib.sha256(a.id.encode()).digest()[0] % 2]
    library = Library.of(articles)
    if semantic:
        library.weigh_meaning(semantic)
    rows, outcomes = [], []
    for query in question_set.queries[:: 1 + len(question_set.queries) // _MOST_QUESTIONS]:
        if features := library.rank(query.text).features:
            rows.append([features[name] for name in names])
            relevant = (question_set.qrels or {}).get(query.id, {})
            outcomes.append(any(id_ in library.articles for id_ in relevant))
    misses = read_misses(library, names, f"half of {directory}" if half else str(directory))
    return Examples(directory, half, np.array(rows), np.array(outcomes, np.float64), misses)


def read_misses(library: Library, names: Sequence[str], where: str) -> Array:
    """
    Return the features of these *names* that the collection reaches by chance, `(misses, features)`.

    Raises:
        QuestionsError: The collection is too small to tell.
    """
    misses = [[features[name] for name in names] for features in find_misses(library.ranker)]
    if len(misses) < FEWEST:
        raise QuestionsError(
            f"{where}: {len(library.articles)} articles are too few to tell what a question reaches "
            f"by chance; there have to be at least {FEWEST}"
        )
    return np.array(misses)


def fit(sets: Sequence[Examples]) -> Array:
    """Return the coefficients, `(features,)`, of a logistic regression with an intercept for each set."""
    own = [
        np.repeat(np.eye(len(sets))[[place]], len(s.features), 0) for place, s in enumerate(sets)
    ]
    x = np.hstack([np.vstack(own), np.vstack([s.features for s in sets])])
    y = np.concatenate([s.outcomes for s in sets])
    weight = np.concatenate([_balanced(s.outcomes) for s in sets])
    return fit_logistic(x, y, weight, len(sets))[len(sets) :]


def _balanced(outcomes: Array) -> Array:
    """Return weights that add up to 500 for the answerable and to 500 for the others."""
    share = outcomes.mean()
    weights: Array = np.where(outcomes == 1, 500 / share, 500 / (1 - share))
    return weights / len(outcomes)


def median_chance(misses: Iterable[Array], coefficients: Array, reading: MissReading) -> float:
    """Return the median of what sets with these *misses* reach by chance."""
    return float(
        np.median([reading.reached_by_chance((own @ coefficients).tolist()) for own in misses])
    )


def report(examples: Examples, others: Sequence[Examples], reading: MissReading) -> str:
    """Say how well a model that is fitted on *others* tells the answerable questions of a set apart."""
    coefficients = fit(others)
    misses = (examples.misses @ coefficients).tolist()
    odds = examples.features @ coefficients
    odds -= reading.threshold(
        misses, median_chance((other.misses for other in others), coefficients, reading)
    )
    has, has_not = odds[examples.outcomes == 1], odds[examples.outcomes == 0]
    area = auroc(has.tolist(), has_not.tolist())
    return (
        f"{examples}: auroc {area:.3f}, answered {(has >= 0).mean():.0%} of {len(has)} with an answer "
        f"and {(has_not >= 0).mean():.0%} of {len(has_not)} without"
    )


def main(arguments: Sequence[str]) -> None:
    parser = ArgumentParser(prog="python -m retrieval.evaluation.fitting", description=__doc__)
    parser.add_argument("directories", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--semantic", metavar="MODEL")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    name: Name = "meaning" if options.semantic else "words"
    reading = READINGS[name]
    features = list(load_model(name).coefficients)
    sets = [
        read_examples(directory, features, options.semantic, half=half)
        for directory in options.directories
        for half in (False, True)
    ]
    sets = [examples for examples in sets if 0 < examples.outcomes.mean() < 1]
    for examples in sets:
        others = [other for other in sets if other.directory != examples.directory]
        print(report(examples, others or sets, reading))
    coefficients = fit(sets)
    misses = [examples.misses for examples in sets]
    publish(name, features, coefficients, misses, write=options.write)


def publish(
    name: Name,
    features: Sequence[str],
    coefficients: Array,
    misses: Iterable[Array],
    *,
    write: bool,
) -> None:
    """Print the model of that *name*; with *write*, it becomes the one that questions are judged by."""
    fitted = {
        "coefficients": {
            n: round(float(c), 4) for n, c in zip(features, coefficients, strict=True)
        },
        "by_chance": round(median_chance(misses, coefficients, READINGS[name]), 4),
    }
    print(json.dumps(fitted, indent=2))
    if write:
        content = json.loads(MODELS.read_text(encoding="utf-8")) | {name: fitted}
        MODELS.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except QuestionsError as error:
        sys.exit(str(error))
