"""How likely the first excerpt answers: a logistic model over a few named features."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from retrieval.evidence import Asked
from retrieval.index import Index
from retrieval.question import Query
from retrieval.ranking import Hit

MODEL = Path(__file__).with_name("confidence.json")
"""Intercept and coefficients; `python -m retrieval.fitting` writes them."""


FEATURES = ("passage", "article", "sentence", "names", "length")


def features(query: Query, asked: Asked, hit: Hit, index: Index) -> dict[str, float]:
    """
    What tells whether *hit*, the best, answers.

    `passage`, `article` and `sentence` as in `Evidence`; `names` the share of the question's names
    in the passage, its heading and its title, 1 when it has none; `length` the question's words,
    of ten or more 1: the more it says, the less its words meet by chance.
    """
    present = index.titles[index.article_of[hit.number]].union(index.terms[hit.number])
    return {
        "passage": hit.evidence.passage,
        "article": hit.evidence.article,
        "sentence": hit.evidence.sentence,
        "names": asked.share(present, [word.name for word in query.words]),
        "length": min(1.0, len(query.words) / 10),
    }


@cache
def _model() -> tuple[float, Mapping[str, float]]:
    content = json.loads(MODEL.read_text(encoding="utf-8"))
    return content["intercept"], content["coefficients"]


def probability(found: Mapping[str, float]) -> float:
    """The model's probability, 0..1, that a hit with these features answers."""
    intercept, coefficients = _model()
    z = intercept + sum(coefficients[name] * found[name] for name in coefficients)
    return 1 / (1 + math.exp(-z))
