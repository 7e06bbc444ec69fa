"""Exact BM25, written in the plainest way, to compare an engine with."""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.bench.collection import BenchCollection, Question
from retrieval.index.bm25 import K1, B, idf

_SAME = 1e-6
"""The largest difference, as a share of a score, that is due to rounding."""

Place = tuple[str, int]
"""A passage: its article's id, and where it starts there."""


class _Postings(NamedTuple):
    """The passages that have a term, and how often each has it."""

    passages: NDArray[np.int64]
    counts: NDArray[np.float64]


def share_equal(
    collection: BenchCollection,
    questions: Sequence[Question],
    results: Sequence[Sequence[Place]],
    top: int,
) -> float:
    """
    Return the share of *questions* whose *results* are the *top* best passages, best first. Passages
    with equal scores may be in any order.
    """
    lengths, postings = _read_postings(
        collection, {term for question in questions for term in question.terms}
    )
    numbers = _numbers(collection, {place for places in results for place in places})
    equal = 0
    for question, places in zip(questions, results, strict=True):
        scores = _scores(question.terms, lengths, postings)
        best = np.sort(scores[scores > 0])[::-1][:top]
        here = scores[[numbers[place] for place in places]]
        equal += len(here) == len(best) and bool(np.allclose(here, best, rtol=_SAME, atol=0))
    return equal / len(questions)


def _read_postings(
    collection: BenchCollection, wanted: set[str]
) -> tuple[NDArray[np.float64], Mapping[str, _Postings]]:
    """Return the number of terms of each passage, and the postings of the *wanted* terms."""
    lengths = array("q")
    # At a million passages lists of pairs would take gigabytes.
    where: dict[str, tuple[array[int], array[int]]] = defaultdict(lambda: (array("q"), array("q")))
    for number, terms in enumerate(collection.passages()):
        lengths.append(len(terms))
        for term, count in Counter(filter(wanted.__contains__, terms)).items():
            passages, counts = where[term]
            passages.append(number)
            counts.append(count)
    return np.array(lengths, float), {
        term: _Postings(np.array(passages, np.int64), np.array(counts, float))
        for term, (passages, counts) in where.items()
    }


def _scores(
    terms: Iterable[str], lengths: NDArray[np.float64], postings: Mapping[str, _Postings]
) -> NDArray[np.float64]:
    scores = np.zeros(len(lengths))
    norms = K1 * (1 - B + B * lengths / lengths.mean())
    for term in terms:
        if term in postings:
            passages, counts = postings[term]
            weight = idf(len(lengths), len(passages))
            scores[passages] += weight * counts * (K1 + 1) / (counts + norms[passages])
    return scores


def _numbers(collection: BenchCollection, wanted: set[Place]) -> Mapping[Place, int]:
    """Return the number of each of the *wanted* passages in the collection, from 0."""
    with collection.places.open(encoding="ascii") as lines:
        places = enumerate(map(tuple, map(json.loads, lines)))
        return {(id_, start): number for number, (id_, start) in places if (id_, start) in wanted}
