"""The parts of BM25 that every engine shares."""

from __future__ import annotations

import math

K1, B = 0.9, 0.4
"""How soon more of a term adds little, and how much a long passage is held against it."""


def idf(size: int, with_term: int) -> float:
    """
    Return how much a term distinguishes texts, given how many of *size* texts have it.

    This is Lucene's formula, ln(1 + (N - n + 0.5) / (n + 0.5)), which is positive for any term.
    See Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
    """
    return math.log(1 + (size - with_term + 0.5) / (with_term + 0.5))
