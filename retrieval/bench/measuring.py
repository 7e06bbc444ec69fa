"""Measuring contestants on a collection: what they take to build, open and ask, all in one run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from retrieval.bench.collection import BenchCollection, BenchError, Contents, Question
from retrieval.bench.contestants import TOP
from retrieval.bench.exact import share_equal
from retrieval.bench.process import child_environment
from retrieval.bench.records import CollectionMeasures
from retrieval.bench.trials import Trial

_BATCH = 10
"""Questions that a contestant is asked before it is the next one's turn."""

_ROUNDS = 3
"""The most times that a question is asked. What disturbs a machine now and then seldom disturbs all."""

Notify = Callable[[str], None]
"""Receives a few words on what is being done."""


class Plan(NamedTuple):
    """
    What to measure.

    Attributes:
        names: The contestants.
        seconds: The most time to ask each of them; a slow one is asked fewer questions.
        turns: How often each is opened, in turn with the others, and how often an article is changed.
    """

    names: Sequence[str]
    seconds: float
    turns: int


def measure(
    collection: BenchCollection,
    contents: Contents,
    questions: Sequence[Question],
    plan: Plan,
    notify: Notify,
) -> CollectionMeasures:
    """Build the indexes of the contestants, open them and ask the *questions*."""
    trials = [Trial(name, collection) for name in plan.names]
    _build(trials, notify)
    with ExitStack() as stack:
        _ask(trials, questions, plan, notify, stack)
    equal = change = command = None
    ours = next((trial for trial in trials if trial.index == "cuttings" and not trial.failed), None)
    if ours:
        try:
            notify("comparing with exact BM25")
            equal = share_equal(collection, questions, ours.top(questions), TOP)
            command = _measure_command(collection, ours.folder, questions[0], plan.turns)
            notify("changing an article")
            change = ours.follow(plan.turns)
        except BenchError as error:  # the measures so far are still of use
            ours.failed = str(error)
    measures = {trial.name: trial.measures(trials) for trial in trials}
    return CollectionMeasures(contents, measures, equal, change, command)


def _build(trials: Iterable[Trial], notify: Notify) -> None:
    built: dict[str, Trial] = {}
    for trial in trials:
        if trial.index in built:
            trial.share(built[trial.index])
        else:
            notify(f"building {trial.index}")
            trial.build()
            built[trial.index] = trial


def _ask(
    trials: Sequence[Trial],
    questions: Sequence[Question],
    plan: Plan,
    notify: Notify,
    stack: ExitStack,
) -> None:
    """Open all indexes with the first question, then ask the others in batches, in turn."""
    notify("opening")
    for trial in trials:
        trial.open(stack, questions[0])
    for _ in range(plan.turns - 1):
        for trial in trials:
            trial.open_again(questions[0], plan.seconds)
    notify("asking")
    for trial in trials:
        trial.warm()
    for _ in range(_ROUNDS):
        for start in range(1, len(questions), _BATCH):
            for trial in trials:
                places = range(len(questions))[start : start + _BATCH]
                trial.ask(places, questions, plan.seconds)


def _measure_command(
    collection: BenchCollection, folder: Path, question: Question, turns: int
) -> float:
    """See `CollectionMeasures.command`."""
    arguments = [
        "-m",
        "retrieval",
        "ask",
        "--engine",
        "tantivy",
        "--articles",
        str(collection.articles),
    ]
    arguments += ["--data", str(folder.parents[1]), "--", question.text]
    seconds = [(_seconds(arguments), _seconds(["-c", "pass"])) for _ in range(turns)]
    return statistics.median(asking - nothing for asking, nothing in seconds)


def _seconds(arguments: Sequence[str]) -> float:
    """Return the seconds that a Python with these *arguments* takes."""
    started = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, *arguments], env=child_environment(), capture_output=True, check=False
    )
    seconds = time.perf_counter() - started
    if done.returncode not in (0, 1):  # answered, or not
        raise BenchError(f"it failed at “ask” ({done.stderr.decode(errors='replace').strip()})")
    return seconds
