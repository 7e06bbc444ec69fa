"""
Refit the confidence: `python -m retrieval.evaluation.fitting DIR… [--semantic MODEL] [--reader READER] [--write]`.

Each DIR is a question set for `cuttings evaluate`. Its questions are asked over all of its articles; over half
of them, so that the others' questions have no answer; and, if it has a folder `mirror` as for `cuttings
evaluate --twins`, over that and over the articles of the other sets that have one. From all of these views of a
set the model learns whether the first excerpt answers. Then `by_chance` is chosen so that nineteen of
twenty questions of each set are refused over the articles of others. Sets weigh the same; DIR=0.25 makes
one weigh a quarter, as one of four translations of the same questions should.

The line printed for a view comes from a model fitted without its DIR. It learns the coefficients that
`confidence.json` has, so give a new feature one of 0 there first. With --semantic, this fits the confidence
of libraries that weigh closeness in meaning; with --reader, that of what a reader has read.
"""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import Article, QuestionsError
from retrieval.evaluation.logistic import Array, fit_logistic
from retrieval.evaluation.measures import auroc
from retrieval.evaluation.question_sets import (
    MIRROR,
    JudgedQuery,
    QuestionSet,
    read_question_set,
    relevant_articles,
)
from retrieval.evaluation.trust import holds_answer
from retrieval.library import Library
from retrieval.ranking.calibration import READINGS, MissReading, find_misses
from retrieval.ranking.confidence import MODELS, Name, load_model
from retrieval.reader.records import OFF, Reader
from retrieval.reader.selection import open_reader
from retrieval.reading.folder import read_collection

_MOST_QUESTIONS = 3000  # of a set

REFUSED = 0.95
"""Share of the questions that is to be refused over articles that do not know of them."""

Place = Literal["all", "half", "mirror", "elsewhere"]
"""Where the questions of a set are asked: over its articles, half of them, its mirror, or another set's."""


@dataclass(frozen=True, slots=True)
class View:
    """
    The questions of a set as one place answers them. Those that attributions answer are left out.

    Attributes:
        directory: The folder of the set.
        weight: How much the set counts.
        features: Of the first excerpt, `(questions, features)`; NaN where a question is refused without them.
        is_right: Whether the first excerpt answers, `(questions,)`.
        has_answer: Whether the place has an answer, `(questions,)`.
        misses: The features that the articles reach by chance, `(misses, features)`; empty if they are too few.
    """

    directory: Path
    weight: float
    place: Place
    features: Array
    is_right: NDArray[np.bool_]
    has_answer: NDArray[np.bool_]
    misses: Array

    @property
    def is_judged(self) -> NDArray[np.bool_]:
        """Whether the confidence has a say in the answer, `(questions,)`."""
        return np.asarray(np.isfinite(self.features).all(axis=1))

    def log_odds(self, coefficients: Array) -> Array:
        """Return those of the first excerpts, `(questions,)`; minus infinity for what is refused without them."""
        return np.where(self.is_judged, np.nan_to_num(self.features) @ coefficients, -np.inf)

    def threshold(self, coefficients: Array, reading: MissReading, usual: float) -> float:
        """Return the log odds from which on an excerpt is shown here, if *usual* are elsewhere."""
        if not len(self.misses):
            return usual
        return reading.threshold((self.misses @ coefficients).tolist(), usual)


class Asking(NamedTuple):
    """With which models questions are asked, and the features to keep of their answers."""

    features: Sequence[str]
    semantic: str | None = None
    reader: Reader | None = None

    def open(self, articles: Iterable[Article]) -> Library:
        library = Library.of(articles, reader=self.reader)
        if self.semantic:
            library.weigh_meaning(self.semantic)
        return library

    def misses(self, library: Library) -> list[list[float]]:
        """Return the features of what the articles reach by chance; a reader is not judged by that."""
        found = () if self.reader else find_misses(library.ranker)
        return [[miss[name] for name in self.features] for miss in found]


def read_views(
    directory: Path, weight: float, elsewhere: Sequence[Path], asking: Asking
) -> Iterator[View]:
    """
    Ask the questions of the set in *directory* at each place.

    Args:
        elsewhere: The folders of sets whose articles know nothing of these questions; there may be none.

    Raises:
        QuestionsError: A part of a set is missing or malformed.
    """
    articles, asked = _read_set(directory)
    half = [a for a in articles if hashlib.sha256(a.id.encode()).digest()[0] % 2]
    places: list[tuple[Place, Sequence[Article], QuestionSet]] = [
        ("all", articles, asked),
        ("half", half, asked),
    ]
    if (directory / MIRROR).is_dir():
        places.append(("mirror", *_read_set(directory / MIRROR)))
    if elsewhere:
        foreign = [
            replace(article, id=f"{other}/{article.id}")
            for other in elsewhere
            for article in read_collection(other / "corpus.jsonl")[0]
        ]
        answered = tuple(query for query in asked.queries if query.answerable)
        places.append(("elsewhere", foreign, QuestionSet(answered, {})))
    for place, there, questions in places:
        library = asking.open(there)
        rows = [
            row
            for query in questions.queries[:: 1 + len(questions.queries) // _MOST_QUESTIONS]
            for row in _read(library, query, questions, asking.features)
        ]
        yield View(
            directory,
            weight,
            place,
            np.array([row.features for row in rows]),
            np.array([row.is_right for row in rows]),
            np.array([row.has_answer for row in rows]),
            np.array(asking.misses(library)).reshape(-1, len(asking.features)),
        )


def _read_set(directory: Path) -> tuple[Sequence[Article], QuestionSet]:
    articles, _, _ = read_collection(directory / "corpus.jsonl")
    return articles, read_question_set(directory, [article.id for article in articles])


class _Row(NamedTuple):
    features: list[float]
    is_right: bool
    has_answer: bool


def _read(
    library: Library, query: JudgedQuery, asked: QuestionSet, names: Sequence[str]
) -> Iterator[_Row]:
    """
    Yield what the answer to *query* tells, unless the confidence has no say in it, as from attributions, or
    another model has, as where the reader does not know the language.
    """
    ranking, answer = library.rank(query.text), library.ask(query.text)
    if answer.confidence != ranking.confidence:
        return
    relevant = relevant_articles((asked.qrels or {}).get(query.id, {})) & set(library.articles)
    has_answer = query.answerable and bool(relevant)
    if not ranking.features or "topic" in ranking.features or ranking.groups[0].hit.fails:
        yield _Row([np.nan] * len(names), is_right=False, has_answer=has_answer)
        return
    if not ranking.features.keys() >= set(names):
        return
    shown = (answer.no_answer.nearest if answer.no_answer else answer.excerpts)[0]
    texts = [library.articles[id_].text for id_ in relevant]
    # Some sets word the answers themselves; then only the article tells.
    quoted = any(gold in text for gold in query.answers for text in texts)
    is_right = holds_answer(shown, query) if quoted else shown.article.id in relevant
    yield _Row([ranking.features[name] for name in names], has_answer and is_right, has_answer)


def fit(views: Sequence[View]) -> Array:
    """
    Return the coefficients, `(features,)`, of a logistic regression with an intercept for each view.

    A view where all excerpts answer, or none, says nothing then, and is left out.
    """
    told = [view for view in views if 0 < view.is_right.sum() < view.is_judged.sum()]
    x, y, weights = [], [], []
    for intercept, view in zip(np.eye(len(told)), told, strict=True):
        features, is_right = view.features[view.is_judged], view.is_right[view.is_judged]
        x.append(np.hstack([np.tile(intercept, (len(features), 1)), features]))
        y.append(is_right.astype(np.float64))
        weights.append(np.full(len(features), 300 * view.weight / len(features)))
    model = fit_logistic(np.vstack(x), np.concatenate(y), np.concatenate(weights), len(told))
    return model[len(told) :]


def choose_chance(views: Sequence[View], coefficients: Array, reading: MissReading) -> float:
    """
    Return the `by_chance` at which `REFUSED` of the questions of each set are refused elsewhere.

    Raises:
        QuestionsError: None was asked elsewhere.
    """
    away = [view for view in views if view.place == "elsewhere"]
    if not away:
        raise QuestionsError(
            f"two of the sets have to have a folder {MIRROR}, to tell what chance reaches"
        )
    return max(_usual_to_refuse(view, coefficients, reading) for view in away)


def _usual_to_refuse(view: View, coefficients: Array, reading: MissReading) -> float:
    """Return the `by_chance` at which `REFUSED` of the questions of a view are refused."""
    # Its threshold is a line in what is usual elsewhere.
    start, end = (view.threshold(coefficients, reading, usual) for usual in (0.0, 1.0))
    odds = float(np.quantile(view.log_odds(coefficients), REFUSED, method="higher"))
    return (odds - start) / (end - start)


def report(view: View, coefficients: Array, by_chance: float, reading: MissReading) -> str:
    """Say how this model judges a view."""
    odds = view.log_odds(coefficients)
    shown = odds >= view.threshold(coefficients, reading, by_chance)
    has, right = view.has_answer, view.is_right
    told = []
    if has.any():
        told.append(f"first {(shown & right)[has].mean():.3f} of {right[has].mean():.3f}")
    if not has.all():
        told.append(f"no {(~shown)[~has].mean():.3f}")
    if right.any() and not right.all():
        told.append(f"auroc {auroc(odds[right].tolist(), odds[~right].tolist()):.3f}")
    return f"{view.directory}, {view.place}: {', '.join(told)}"


def main(arguments: Sequence[str]) -> None:
    parser = ArgumentParser(prog="python -m retrieval.evaluation.fitting", description=__doc__)
    parser.add_argument("sets", nargs="+", type=_weighted, metavar="DIR")
    parser.add_argument("--semantic", metavar="MODEL")
    parser.add_argument("--reader", metavar="READER", default=OFF)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    reader = open_reader(options.reader)
    name: Name = "reader" if reader else "meaning" if options.semantic else "words"
    asking = Asking(list(load_model(name).coefficients), options.semantic, reader)
    mirrored = [directory for directory, _ in options.sets if (directory / MIRROR).is_dir()]
    views = [
        view
        for directory, weight in options.sets
        for others in [[other for other in mirrored if other != directory]]
        for view in read_views(directory, weight, others if directory in mirrored else (), asking)
    ]
    reading = READINGS[name]
    for view in views:
        rest = [other for other in views if other.directory != view.directory]
        coefficients = fit(rest)
        print(report(view, coefficients, choose_chance(rest, coefficients, reading), reading))
    coefficients = fit(views)
    by_chance = choose_chance(views, coefficients, reading)
    publish(
        name, dict(zip(asking.features, coefficients, strict=True)), by_chance, write=options.write
    )


def _weighted(text: str) -> tuple[Path, float]:
    """Return the folder and the weight that *text*, such as "xquad/de=0.25", names."""
    path, is_weighted, weight = text.rpartition("=")
    if not is_weighted:
        return Path(text), 1.0
    try:
        return Path(path), float(weight)
    except ValueError as error:
        raise ArgumentTypeError(f"{weight!r} is not the weight of a set") from error


def publish(
    name: Name, coefficients: Mapping[str, float], by_chance: float, *, write: bool
) -> None:
    """Print the model of that *name*; with *write*, it becomes the one that questions are judged by."""
    fitted = {
        "coefficients": {n: round(float(value), 4) for n, value in coefficients.items()},
        "by_chance": round(by_chance, 4),
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
