"""The trial of one contestant: building its index, opening it, asking questions."""

from __future__ import annotations

import json
import shutil
import statistics
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from itertools import chain
from typing import Any

from retrieval.bench.collection import BenchCollection, BenchError, Question
from retrieval.bench.contestants import CONTESTANTS
from retrieval.bench.disk import part_sizes
from retrieval.bench.memory import Memory, bare_python
from retrieval.bench.process import Process
from retrieval.bench.records import Measures, Times
from retrieval.index.data_folders import index_folder
from retrieval.index.disk.editions import find_current

_NEW_WORD = "unheardofly"

_Seconds = Mapping[int, Sequence[float]]
"""The seconds that questions took, by their place, for each time that they were asked."""


class Trial:
    """The measuring of one contestant. After a failure, `failed` says why, and all further steps do nothing."""

    def __init__(self, name: str, collection: BenchCollection) -> None:
        self.name = name
        self.failed: str | None = None
        self._contestant = CONTESTANTS[name]
        self._collection = collection
        # The place where `cuttings ask` looks for it, too.
        self.folder = index_folder(collection.folder / self.index, collection.articles)
        self._built: float | None = None
        self._build_memory: int | None = None
        self._disk: Mapping[str, int] | None = None
        self._loading: list[float] = []
        self._first: list[float] = []
        self._memory: Memory | None = None
        self._process: Process
        # Seconds for each question, by its place, one for each time that it was asked.
        self._clocks: dict[int, list[float]] = {}
        self._processors: dict[int, list[float]] = {}

    @property
    def index(self) -> str:
        return self._contestant.index

    def build(self) -> None:
        if not self._contestant.build:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        with Process(self.name, self._collection, self.folder) as process:
            values = self._call(process, "build")
        if values:
            self._built = values["seconds"]
            self._build_memory = self._memory.most - bare_python().most if self._memory else None
            self._disk = part_sizes(find_current(self.folder))

    def share(self, other: Trial) -> None:
        """Use the index that another trial has built."""
        self.failed = other.failed

    def open(self, stack: ExitStack, question: Question) -> None:
        """Open the index, for as long as *stack* lasts, and ask a first question."""
        if self.failed:
            return
        self._process = stack.enter_context(Process(self.name, self._collection, self.folder))
        self._measure_opening(self._process, question)
        if not self._contestant.build and self._first and self._memory:
            self._built = self._first[0]
            self._build_memory = self._memory.most - bare_python().most

    def open_again(self, question: Question, seconds: float) -> None:
        """Open the index once more, in a new process, unless that took too long so far."""
        if not self.failed and sum(self._first) < seconds:
            with Process(self.name, self._collection, self.folder) as process:
                self._measure_opening(process, question)

    def _measure_opening(self, process: Process, question: Question) -> None:
        if values := self._call(process, "open", question=question):
            self._loading.append(values["loading"])
            self._first.append(values["seconds"])

    def warm(self) -> None:
        if not self.failed:
            self._call(self._process, "warm")

    def ask(self, places: Sequence[int], questions: Sequence[Question], seconds: float) -> None:
        """Ask the *questions* at these *places*, unless all *seconds* are used up."""
        left = seconds - sum(map(sum, self._clocks.values()))
        if self.failed or left <= 0:
            return
        some = [questions[place] for place in places]
        values = self._call(self._process, "ask", questions=some, within=left)
        for times, name in ((self._clocks, "clock"), (self._processors, "processor")):
            for place, time in zip(places, values.get(name, []), strict=False):
                times.setdefault(place, []).append(time)

    def _call(self, process: Process, command: str, **arguments: object) -> dict[str, Any]:
        """Return the reply of *process*, empty if it fails, and keep its memory."""
        try:
            values, self._memory = process.call(command, **arguments)
        except BenchError as error:
            self.failed = str(error)
            return {}
        return values

    def top(self, questions: Sequence[Question]) -> list[list[tuple[str, int]]]:
        """Return the best passages for each question, by article and start."""
        with Process(self.name, self._collection, self.folder) as process:
            values, _ = process.call("top", questions=questions)
        return [[(article, start) for article, start in places] for places in values["found"]]

    def follow(self, turns: int) -> float:
        """See `CollectionMeasures.change`."""
        with self._collection.places.open(encoding="ascii") as places:
            id_, start = json.loads(next(places))
        name, _, key = id_.partition("/")
        file = self._collection.articles / name
        before = file.read_text(encoding="utf-8")
        entries = [json.loads(line) for line in before.split("\n") if line]
        words = [f"{_NEW_WORD}{chr(ord('a') + turn)}" for turn in range(turns)]
        changes = [(_with_word(entries, key, start, word), word) for word in words]
        try:
            with Process(self.name, self._collection, self.folder) as process:
                values, _ = process.call("follow", file=file.name, changes=changes)
        finally:
            file.write_text(before, encoding="utf-8")
        seconds: list[float] = values["seconds"]
        return statistics.median(seconds)

    def measures(self, trials: Iterable[Trial]) -> Measures:
        return Measures(
            self._built,
            self._build_memory,
            self._disk,
            statistics.median(self._loading) if self._loading else None,
            statistics.median(self._first) if self._first else None,
            self._memory.now - bare_python().most if self._memory else None,
            self._memory.own - bare_python().own if self._memory else None,
            _times(self._clocks, self._processors) if self._clocks else None,
            {
                other.name: _ratio(self._clocks, other._clocks)
                for other in trials
                if other is not self and self._clocks and other._clocks
            },
            self.failed,
        )


def _with_word(entries: Iterable[Mapping[str, str]], key: str, start: int, word: str) -> str:
    """Return the lines of *entries*, with one *word* more in the text of one of them."""
    changed = (
        {**entry, "text": f"{entry['text'][:start]}{word} {entry['text'][start:]}"}
        if entry["id"] == key
        else entry
        for entry in entries
    )
    return "".join(f"{json.dumps(entry, ensure_ascii=False)}\n" for entry in changed)


def _times(clocks: _Seconds, processors: _Seconds) -> Times:
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


def _ratio(clocks: _Seconds, others: _Seconds) -> float:
    both = clocks.keys() & others.keys()
    own, other = (statistics.median(min(of[n]) for n in both) for of in (clocks, others))
    return own / other
