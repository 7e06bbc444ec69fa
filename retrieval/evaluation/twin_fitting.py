"""
Refit the confidence on twins: `python -m retrieval.evaluation.twin_fitting DIR… [--semantic MODEL] [--write]`.

Each DIR is a question set with a folder `mirror`, as for `cuttings evaluate --twins`. The model learns two
things of each, which weigh the same: the text that answers a question is the surer one of two; and an excerpt
with a known answer in it is surer than the nearest excerpt of a text that does not answer, than another
excerpt of one that does, and than the nearest of the articles of another DIR. The line printed for a DIR
comes from a model fitted without it. It learns the coefficients that `confidence.json` has, so give a new
feature one of 0 there first.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import QuestionsError
from retrieval.evaluation.fitting import median_chance, publish, read_misses
from retrieval.evaluation.logistic import Array, fit_logistic
from retrieval.evaluation.measures import auroc
from retrieval.evaluation.question_sets import MIRROR, JudgedQuery, read_twins
from retrieval.evaluation.trust import holds_answer
from retrieval.library import Library
from retrieval.ranking.calibration import READINGS, MissReading
from retrieval.ranking.confidence import Name, load_model

_SHARE = 500.0  # what the pairs of a set weigh, and what its excerpts weigh


@dataclass(frozen=True, slots=True)
class TwinExamples:
    """
    The questions of a set that have a twin, as the features of the first excerpt, NaN where there is none.

    Attributes:
        answering: Over the text that answers, `(questions, features)`.
        other: Over the text that does not, `(questions, features)`.
        is_right: Whether the excerpt of `answering` has a known answer in it, `(questions,)`.
        far: Over articles of another set, `(questions, features)`.
        misses: The features that the articles reach by chance, `(misses, features)`.
    """

    directory: Path
    answering: Array
    other: Array
    is_right: NDArray[np.bool_]
    far: Array
    misses: Array


def read_twin_examples(
    directory: Path, elsewhere: Path, names: Sequence[str], semantic: str | None
) -> TwinExamples:
    """Ask the twins of *directory*, also over the articles of *elsewhere*, and keep the features of these *names*."""
    sides = [_open(folder, semantic) for folder in (directory, directory / MIRROR)]
    twins = read_twins(directory, *(library.articles for library in sides))
    asked = [
        [_read(library, query, names) for query in queries]
        for library, queries in zip(sides, twins, strict=True)
    ]
    far = _open(elsewhere, semantic)
    pairs = [
        (own, mirrored) if query.answerable else (mirrored, own)
        for query, own, mirrored in zip(twins[0], *asked, strict=True)
        if own and mirrored
    ]
    farther = (_read(far, query, names) for query in twins[0])
    return TwinExamples(
        directory,
        answering=np.array([answering.features for answering, _ in pairs]),
        other=np.array([other.features for _, other in pairs]),
        is_right=np.array([answering.is_right for answering, _ in pairs]),
        far=np.array([one.features for one in farther if one]),
        misses=read_misses(sides[0], names, str(directory)),
    )


def _open(folder: Path, semantic: str | None) -> Library:
    return Library.open(folder / "corpus.jsonl", semantic)


class _Reading(NamedTuple):
    """The features of the first excerpt, NaN if the confidence is 0 without them, and whether it answers."""

    features: list[float]
    is_right: bool


def _read(library: Library, query: JudgedQuery, names: Sequence[str]) -> _Reading | None:
    """Ask a *query*; return None if the model has no say in its answer, such as one from attributions."""
    ranking, answer = library.rank(query.text), library.ask(query.text)
    if answer.confidence != ranking.confidence:
        return None
    if not ranking.features or "topic" in ranking.features:
        return _Reading([np.nan] * len(names), is_right=False)
    shown = answer.no_answer.nearest if answer.no_answer else answer.excerpts
    is_right = query.answerable and any(holds_answer(excerpt, query) for excerpt in shown[:1])
    return _Reading([ranking.features[name] for name in names], is_right)


def fit_twins(sets: Sequence[TwinExamples]) -> Array:
    """
    Return the coefficients, `(features,)`, of a logistic regression on differences within pairs and on
    single excerpts, the latter with an intercept for each set.
    """
    blocks = [block for n, own in enumerate(sets) for block in _blocks(own, n, len(sets))]
    x, y, weights = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    return fit_logistic(x, y, weights, len(sets))[len(sets) :]


def _blocks(own: TwinExamples, place: int, sets: int) -> Iterable[tuple[Array, Array, Array]]:
    """Yield rows, outcomes and weights: of the pairs, of the excerpts that answer, and of those that do not."""
    right = own.answering[own.is_right]
    pairs = _known(right - own.other[own.is_right])
    yield _rows(pairs, None, sets), np.ones(len(pairs)), _even(len(pairs), _SHARE)
    yield _rows(right, place, sets), np.ones(len(right)), _even(len(right), _SHARE / 2)
    for without in (own.other, own.answering[~own.is_right], own.far):
        rows = _known(without)
        yield _rows(rows, place, sets), np.zeros(len(rows)), _even(len(rows), _SHARE / 6)


def _known(rows: Array) -> Array:
    known: Array = rows[~np.isnan(rows).any(axis=1)]
    return known


def _rows(features: Array, place: int | None, sets: int) -> Array:
    """Return *features* behind the intercepts of all sets, of which only the one at *place* is 1."""
    intercepts = np.zeros((len(features), sets))
    if place is not None:
        intercepts[:, place] = 1
    return np.hstack([intercepts, features])


def _even(rows: int, share: float) -> Array:
    return np.full(rows, share / max(rows, 1))


def report_twins(
    examples: TwinExamples, others: Sequence[TwinExamples], reading: MissReading
) -> str:
    """Say how a model that is fitted on *others* judges the twins of a set, and at which rate it answers."""
    coefficients = fit_twins(others)
    misses = (examples.misses @ coefficients).tolist()
    usual = median_chance((other.misses for other in others), coefficients, reading)
    threshold = reading.threshold(misses, usual)
    answering, other, far = (
        np.nan_to_num(rows @ coefficients - threshold, nan=-np.inf)
        for rows in (examples.answering, examples.other, examples.far)
    )
    higher = ((answering > other) + (answering == other) / 2).mean()
    first = ((answering >= 0) & examples.is_right).mean()
    both = ((answering >= 0) & examples.is_right & (other < 0)).mean()
    return (
        f"{examples.directory}: higher {higher:.3f}, both {both:.3f}, first {first:.3f} of "
        f"{examples.is_right.mean():.3f}, no {(other < 0).mean():.3f}, far {(far < 0).mean():.3f}, "
        f"auroc {auroc(answering.tolist(), other.tolist()):.3f}, "
        f"farauroc {auroc(answering.tolist(), far.tolist()):.3f}"
    )


def main(arguments: Sequence[str]) -> None:
    parser = ArgumentParser(prog="python -m retrieval.evaluation.twin_fitting", description=__doc__)
    parser.add_argument("directories", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--semantic", metavar="MODEL")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    if len(options.directories) < 2:
        parser.error("at least two sets are needed: each is judged by a model fitted on the others")
    name: Name = "meaning" if options.semantic else "words"
    features = list(load_model(name).coefficients)
    elsewhere = [*options.directories[1:], options.directories[0]]
    sets = [
        read_twin_examples(directory, other, features, options.semantic)
        for directory, other in zip(options.directories, elsewhere, strict=True)
    ]
    for examples in sets:
        others = [other for other in sets if other is not examples]
        print(report_twins(examples, others, READINGS[name]))
    publish(name, features, fit_twins(sets), [own.misses for own in sets], write=options.write)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except QuestionsError as error:
        sys.exit(str(error))
