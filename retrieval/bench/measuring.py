"""Measure contestants on a collection: what they take to build, open and ask, all in one run."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from retrieval.bench.collection import BenchError, Contents, Made, Question
from retrieval.bench.contestants import CONTESTANTS, TOP
from retrieval.bench.disk import sizes
from retrieval.bench.exact import share_equal
from retrieval.bench.memory import Memory, bare
from retrieval.bench.process import Process, environment
from retrieval.index.data_folders import index_folder
from retrieval.index.disk.editions import find_current

_BATCH = 10
"""Questions that each contestant is asked in its turn."""

_ROUNDS = 3
"""Most often that a question is asked. What disturbs a machine at times disturbs them all seldom."""

_TURNS = 5
"""How often a contestant is opened, in turn with the others, and how often an article is changed."""

_TEXTS = "index.sqlite/texts"
"""The part of an index of ours that has the text of the articles."""

_NEW_WORD = "unheardofly"

_Taken = Mapping[int, Sequence[float]]
"""Seconds that questions took, by their place, whenever they were asked."""

Tell = Callable[[str], None]
"""Takes what is being done, in a few words."""


@dataclass(frozen=True, slots=True)
class Times:
    """
    Seconds that half of the questions take at most, and 99 of 100, by the clock and of the processor.

    Attributes:
        questions: How many. Each counts as it was fastest.
        asked: How many times they were asked, all together.
        every_p50, every_p99: By the clock, each time that one was asked counted.
    """

    questions: int
    asked: int
    p50: float
    p99: float
    processor_p50: float
    processor_p99: float
    every_p50: float
    every_p99: float


@dataclass(frozen=True, slots=True)
class Measures:
    """
    What was measured of a contestant; None where it does not apply, or the system does not tell.

    Attributes:
        build: Seconds, from the articles for Cuttings, from ready terms for others.
        build_memory: The most bytes that this had in memory, over those of Python itself.
        disk: Bytes of the index, by part.
        loading: Seconds to load modules in a new process.
        first: Seconds after that until the index is open and has answered a first question.
        memory: Bytes in memory after the last question, over those of Python itself.
        own_memory: Of these, without what is of files that the system can take back.
        times: Of the questions after that.
        slower_than: How many times as long half of the questions take at most as with others, for
            those that both were asked.
        failed: Why it could not be measured to the end.
    """

    build: float | None = None
    build_memory: int | None = None
    disk: Mapping[str, int] | None = None
    loading: float | None = None
    first: float | None = None
    memory: int | None = None
    own_memory: int | None = None
    times: Times | None = None
    slower_than: Mapping[str, float] = field(default_factory=dict)
    failed: str | None = None

    @property
    def bytes(self) -> int | None:
        """On disk."""
        return sum(self.disk.values()) if self.disk else None

    @property
    def bytes_without_text(self) -> int | None:
        """On disk, without the text of the articles; None where there is none."""
        if not self.disk or _TEXTS not in self.disk:
            return None
        return sum(self.disk.values()) - self.disk[_TEXTS]


@dataclass(frozen=True, slots=True)
class Collection:
    """
    What was measured on a collection.

    Attributes:
        equal: Share of questions of which the engine of Cuttings found the same best passages as
            exact BM25 over all.
        change: Seconds from the change of an article in a file of many until the index has it and
            answers with it, as a bot that follows its folder does.
        command: Seconds that `cuttings ask` takes, over those of a Python that does nothing.
    """

    contents: Contents
    contestants: Mapping[str, Measures]
    equal: float | None
    change: float | None
    command: float | None


def measure(
    made: Made,
    contents: Contents,
    questions: Sequence[Question],
    names: Iterable[str],
    seconds: float,
    tell: Tell,
) -> Collection:
    """
    Build, open and ask the contestants of these *names*.

    Args:
        seconds: To ask each of them. A slow one is asked fewer questions.
    """
    entrants = [_Entrant(name, made) for name in names]
    _build(entrants, tell)
    first = questions[0]
    with ExitStack() as stack:
        tell("opening")
        for entrant in entrants:
            entrant.enter(stack, first)
        for _ in range(_TURNS - 1):
            for entrant in entrants:
                entrant.open_again(first, seconds)
        tell("asking")
        for entrant in entrants:
            entrant.warm()
        for _ in range(_ROUNDS):
            for start in range(1, len(questions), _BATCH):
                for entrant in entrants:
                    entrant.ask(range(len(questions))[start : start + _BATCH], questions, seconds)
    equal = change = command = None
    ours = next((one for one in entrants if one.index == "cuttings" and not one.failed), None)
    if ours:
        try:
            tell("comparing with exact BM25")
            equal = share_equal(made, questions, ours.top(questions), TOP)
            command = _command(made, ours.folder, first)
            tell("changing an article")
            change = ours.follow()
        except BenchError as error:  # what took long to measure is still told
            ours.failed = str(error)
    found = {entrant.name: entrant.measures(entrants) for entrant in entrants}
    return Collection(contents, found, equal, change, command)


def _build(entrants: Iterable[_Entrant], tell: Tell) -> None:
    built: dict[str, _Entrant] = {}
    for entrant in entrants:
        if entrant.index in built:
            entrant.share(built[entrant.index])
        else:
            tell(f"building {entrant.index}")
            entrant.build()
            built[entrant.index] = entrant


class _Entrant:
    """A contestant on its way. What fails leaves it out of all that follows."""

    def __init__(self, name: str, made: Made) -> None:
        self.name = name
        self.failed: str | None = None
        self._contestant = CONTESTANTS[name]
        self._made = made
        # Where `cuttings ask` looks for it too.
        self.folder = index_folder(made.folder / self.index, made.articles)
        self._built: float | None = None
        self._build_memory: int | None = None
        self._disk: Mapping[str, int] | None = None
        self._loading: list[float] = []
        self._first: list[float] = []
        self._memory: Memory | None = None
        self._process: Process
        # Of each question, by its place, whenever it was asked.
        self._clocks: dict[int, list[float]] = {}
        self._processors: dict[int, list[float]] = {}

    @property
    def index(self) -> str:
        return self._contestant.index

    def build(self) -> None:
        if not self._contestant.build:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        with Process(self.name, self._made, self.folder) as process:
            said = self._said(process, "build")
        if said:
            self._built = said["seconds"]
            self._build_memory = self._memory.most - bare().most if self._memory else None
            self._disk = sizes(find_current(self.folder))

    def share(self, other: _Entrant) -> None:
        """Take the index that another has built."""
        self.failed = other.failed

    def enter(self, stack: ExitStack, question: Question) -> None:
        """Be opened, and stay so."""
        if self.failed:
            return
        self._process = stack.enter_context(Process(self.name, self._made, self.folder))
        self._open(self._process, question)
        if not self._contestant.build and self._first and self._memory:
            self._built = self._first[0]
            self._build_memory = self._memory.most - bare().most

    def open_again(self, question: Question, seconds: float) -> None:
        """Be opened once more, in a new process, if that has not taken too long."""
        if not self.failed and sum(self._first) < seconds:
            with Process(self.name, self._made, self.folder) as process:
                self._open(process, question)

    def _open(self, process: Process, question: Question) -> None:
        said = self._said(process, "open", question=question)
        if said:
            self._loading.append(said["loading"])
            self._first.append(said["seconds"])

    def warm(self) -> None:
        if not self.failed:
            self._said(self._process, "warm")

    def ask(self, places: Sequence[int], questions: Sequence[Question], seconds: float) -> None:
        """Be asked the *questions* at these *places*, unless all time is used up."""
        left = seconds - sum(map(sum, self._clocks.values()))
        if self.failed or left <= 0:
            return
        some = [questions[place] for place in places]
        said = self._said(self._process, "ask", questions=some, within=left)
        for kept, name in ((self._clocks, "clock"), (self._processors, "processor")):
            for place, taken in zip(places, said.get(name, []), strict=False):
                kept.setdefault(place, []).append(taken)

    def _said(self, process: Process, do: str, **more: object) -> dict[str, Any]:
        """What *process* says, nothing when it fails; its memory is remembered."""
        try:
            said, self._memory = process.tell(do, **more)
        except BenchError as error:
            self.failed = str(error)
            return {}
        return said

    def top(self, questions: Sequence[Question]) -> list[list[tuple[str, int]]]:
        with Process(self.name, self._made, self.folder) as process:
            said, _ = process.tell("top", questions=questions)
        return [[(article, start) for article, start in places] for places in said["found"]]

    def follow(self) -> float:
        """See `Collection.change`."""
        with self._made.places.open(encoding="ascii") as places:
            id_, start = json.loads(next(places))
        name, _, key = id_.partition("/")
        file = self._made.articles / name
        before = file.read_text(encoding="utf-8")
        entries = [json.loads(line) for line in before.split("\n") if line]
        words = [_NEW_WORD + "abcdefghij"[turn] for turn in range(_TURNS)]
        changes = [(_with_word(entries, key, start, word), word) for word in words]
        try:
            with Process(self.name, self._made, self.folder) as process:
                said, _ = process.tell("follow", file=file.name, changes=changes)
        finally:
            file.write_text(before, encoding="utf-8")
        found: list[float] = said["seconds"]
        return statistics.median(found)

    def measures(self, entrants: Iterable[_Entrant]) -> Measures:
        return Measures(
            self._built,
            self._build_memory,
            self._disk,
            statistics.median(self._loading) if self._loading else None,
            statistics.median(self._first) if self._first else None,
            self._memory.now - bare().most if self._memory else None,
            self._memory.own - bare().own if self._memory else None,
            _times(self._clocks, self._processors) if self._clocks else None,
            {
                other.name: _ratio(self._clocks, other._clocks)
                for other in entrants
                if other is not self and self._clocks and other._clocks
            },
            self.failed,
        )


def _with_word(entries: Iterable[Mapping[str, str]], key: str, start: int, word: str) -> str:
    """The lines of *entries*, with a *word* more in the text of one of them."""
    changed = (
        {**one, "text": f"{one['text'][:start]}{word} {one['text'][start:]}"}
        if one["id"] == key
        else one
        for one in entries
    )
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in changed)


def _times(clocks: _Taken, processors: _Taken) -> Times:
    least, processor = list(map(min, clocks.values())), list(map(min, processors.values()))
    every = list(chain.from_iterable(clocks.values()))
    return Times(
        len(clocks),
        len(every),
        *(statistics.median(least), _p99(least)),
        *(statistics.median(processor), _p99(processor)),
        *(statistics.median(every), _p99(every)),
    )


def _p99(values: Sequence[float]) -> float:
    return sorted(values)[int(0.99 * len(values))]


def _ratio(clocks: _Taken, others: _Taken) -> float:
    both = clocks.keys() & others.keys()
    one, other = (statistics.median(min(of[n]) for n in both) for of in (clocks, others))
    return one / other


def _command(made: Made, folder: Path, question: Question) -> float:
    """See `Collection.command`."""
    asking = ["-m", "retrieval", "ask", "--engine", "tantivy", "--articles", str(made.articles)]
    asking += ["--data", str(folder.parents[1]), "--", question.text]
    taken = [(_seconds(asking), _seconds(["-c", "pass"])) for _ in range(_TURNS)]
    return statistics.median(asked - nothing for asked, nothing in taken)


def _seconds(arguments: Sequence[str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, *arguments], env=environment(), capture_output=True, check=False
    )
    taken = time.perf_counter() - started
    if done.returncode not in (0, 1):  # answered, or not
        raise BenchError(f"it failed at “ask” ({done.stderr.decode(errors='replace').strip()})")
    return taken
