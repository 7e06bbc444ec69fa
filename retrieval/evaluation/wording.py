"""
What the wording of questions alone tells of whether they have an answer.

Somebody who writes questions without an answer seldom words them like the others, and a classifier that
sees no article can learn that. A confidence that tells the two apart no better than this baseline may
have learned nothing else. The same question over two texts, of which one answers it, leaves nothing to learn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from retrieval.evaluation.measures import auroc
from retrieval.evaluation.question_sets import JudgedQuery

Array = NDArray[np.float64]

_FOLDS = 10
_FEWEST = 2
"""Questions that have to share a word before it counts."""

_RIDGE = (
    1.0  # what the square of a coefficient costs, where a question's loss costs at most about one
)
_STEPS = 100


def wording_auroc(queries: Sequence[JudgedQuery]) -> float | None:
    """
    Return how often a bag of words gives an answerable query more than another; a tie counts half.

    Each tenth of the queries is judged by a logistic regression on single words and pairs of words,
    fitted on the other tenths. Queries with the same id are in the same tenth. Returns None if all
    queries are answerable, or none is.
    """
    outcomes = np.array([query.answerable for query in queries], np.float64)
    if not queries or outcomes.min() == outcomes.max():
        return None
    bags = _bags([query.text for query in queries])
    folds = np.array([crc32(query.id.encode()) % _FOLDS for query in queries])
    scores = np.zeros(len(queries))
    for fold in np.unique(folds):
        test = folds == fold
        scores[test] = bags.times(_fit(bags, outcomes, (~test).astype(np.float64)))[test]
    return auroc(scores[outcomes == 1].tolist(), scores[outcomes == 0].tolist())


@dataclass(frozen=True, slots=True)
class _Bags:
    """
    A sparse matrix, `(questions, features)`, in which each row has length 1.

    Attributes:
        columns: The features of the first question, those of the second, and so on.
        starts: Where those of each question begin.
        values: What stands at each of `columns`.
        width: The number of features.
    """

    columns: NDArray[np.int64]
    starts: NDArray[np.int64]
    values: Array
    width: int

    def times(self, model: Array) -> Array:
        """Return the matrix times *model*, `(features,)`."""
        products: Array = np.add.reduceat(self.values * model[self.columns], self.starts)
        return products

    def transposed_times(self, errors: Array) -> Array:
        """Return the transposed matrix times *errors*, `(questions,)`."""
        lengths = np.diff(self.starts, append=len(self.columns))
        each = self.values * np.repeat(errors, lengths)
        sums: Array = np.bincount(self.columns, each, self.width).astype(np.float64)
        return sums


def _bags(texts: Sequence[str]) -> _Bags:
    """Return the words and pairs of words of each text, and an intercept."""
    features = [{"", *_words_and_pairs(text)} for text in texts]
    count = Counter(feature for own in features for feature in own)
    kept = sorted(feature for feature in count if count[feature] >= _FEWEST or not feature)
    columns = {feature: column for column, feature in enumerate(kept)}
    rows = [sorted(columns[feature] for feature in own if feature in columns) for own in features]
    lengths = np.array([len(row) for row in rows])
    values = np.repeat(1 / np.sqrt(lengths), lengths)
    starts = np.cumsum(lengths) - lengths
    return _Bags(np.concatenate([np.array(row) for row in rows]), starts, values, len(kept))


def _words_and_pairs(text: str) -> Iterator[str]:
    words = ["^", *re.findall(r"\w+|\?", text.lower()), "$"]
    yield from words
    yield from (" ".join(pair) for pair in pairwise(words))


def _fit(bags: _Bags, outcomes: Array, weights: Array) -> Array:
    """Return the coefficients of a ridge logistic regression, by Nesterov's accelerated gradient."""
    # Rows have length 1, so a quarter of their number bounds the curvature of the loss.
    step = 1 / (weights.sum() / 4 + _RIDGE)
    model = ahead = np.zeros(bags.width)
    for number in range(_STEPS):
        errors = weights * (1 / (1 + np.exp(-bags.times(ahead))) - outcomes)
        before, model = model, ahead - step * (bags.transposed_times(errors) + _RIDGE * ahead)
        ahead = model + number / (number + 3) * (model - before)
    return model
