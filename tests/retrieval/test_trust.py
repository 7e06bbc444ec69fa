"""How far answers can be trusted, on questions that nobody planned: the figures may rise, not fall."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

import pytest

from retrieval.evaluation.outcomes import ask_all
from retrieval.evaluation.question_sets import MIRROR, JudgedQuery, read_queries, read_twins
from retrieval.evaluation.trust import (
    GradedOutcome,
    grade,
    measure_far,
    measure_trust,
    measure_twins,
)
from retrieval.library import Library
from retrieval.reader.records import NEEDED, OFF, ON
from tests.support.paths import NEAR_SEEDS, NEWSROOM, SEEDS

EVERY = 3
"""Of the twins of a world, every third is asked; a world has some 400."""

READ = " with the reader"
"""Ends the name of a set whose passages are read; of the twins of such a world, every sixth is asked."""

LIMITS = {
    "near-seeds": {"first": 0.69, "no": 0.69, "harm": 0.04, "speaker": 0.95, "other": 0.03},
    "valley": {"first": 0.29, "no": 0.71, "harm": 0.04, "both": 0.15, "higher": 0.61, "far": 0.95},
    "arena": {"first": 0.20, "no": 0.71, "harm": 0.03, "both": 0.09, "higher": 0.58, "far": 0.95},
    f"near-seeds{READ}": {"first": 0.63, "no": 0.79, "harm": 0.02, "speaker": 0.95, "other": 0.03},
    f"arena{READ}": {
        "first": 0.25,
        "no": 0.75,
        "harm": 0.05,
        "both": 0.15,
        "higher": 0.64,
        "far": 0.95,
    },
    "languages": {"first": 0.26, "no": 0.73, "harm": 0.03, "both": 0.10, "higher": 0.56},
}
"""
What the figures of `cuttings evaluate` may not fall below; those of `MOST`, not exceed.

Each is 0.02 to 0.04, about two questions, from what it was when it was written. After a change that betters
one, print all with `python -m tests.retrieval.test_trust`, and move the limits after them. Do not loosen one to
let a change pass: a wrong answer costs more than a “no”. Where a figure has to fall for the sake of another, the
commit says so.
"""

MOST = frozenset({"harm", "other"})
"""The figures that are better the lower they are."""


def graded(library: Library, queries: tuple[JudgedQuery, ...]) -> list[GradedOutcome]:
    return [grade(outcome) for outcome in ask_all(library, queries)]


def measure_seeds(reader: str) -> dict[str, float]:
    """Return the figures of the near misses and other questions on the seeds."""
    return measure_trust(graded(Library.open(SEEDS, reader=reader), read_queries(NEAR_SEEDS)))


def measure_world(name: str, reader: str) -> dict[str, float]:
    """Return the figures of a sample of twins, and of the same questions over the seeds."""
    folder = NEWSROOM / name
    every = EVERY if reader == OFF else 2 * EVERY
    sides = [
        Library.open(side / "corpus.jsonl", reader=reader) for side in (folder, folder / MIRROR)
    ]
    twins = read_twins(folder, *(library.articles for library in sides))
    own, mirrored = (
        graded(library, queries[::every]) for library, queries in zip(sides, twins, strict=True)
    )
    answerable = [query for query in twins[0][::every] if query.answerable]
    far = list(ask_all(Library.open(SEEDS, reader=reader), answerable))
    both = [*own, *mirrored]
    return measure_trust(both) | measure_twins(own, mirrored) | measure_far(both, far)


@cache
def figures(name: str) -> dict[str, float]:
    reader = ON if name.endswith(READ) else OFF
    place = name.removesuffix(READ)
    return measure_seeds(reader) if place == "near-seeds" else measure_world(place, reader)


@pytest.mark.parametrize(
    ("name", "figure", "limit"),
    [(name, figure, limit) for name, own in LIMITS.items() for figure, limit in own.items()],
)
def test_answers_can_be_trusted_as_far_as_before(name: str, figure: str, limit: float) -> None:
    if name.endswith(READ) and not all(map(find_spec, NEEDED)):
        pytest.skip("needs the extra: pip install 'cuttings[reader]'")
    now = figures(name)[figure]
    if figure in MOST:
        assert now <= limit
    else:
        assert now >= limit


if __name__ == "__main__":
    for world, own in LIMITS.items():
        print(world, ", ".join(f"{figure} {figures(world)[figure]:.3f}" for figure in own))
