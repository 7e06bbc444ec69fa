"""
A contestant in a process of its own: `python -m retrieval.bench.child NAME COLLECTION INDEX`.

It reads commands and writes replies, one JSON object a line. Times are measured here, so that they do
not include the pipe.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import starmap
from pathlib import Path
from typing import Any

from retrieval.bench.collection import BenchCollection, Question
from retrieval.bench.contestants import CONTESTANTS, TOP, Searcher
from retrieval.bench.memory import memory_of
from retrieval.collection import on_disk, sync_records
from retrieval.index.disk import index as disk_index

Reply = dict[str, Any]


class _Child:
    def __init__(self, name: str, collection: Path, folder: Path) -> None:
        self._contestant = CONTESTANTS[name]
        self._collection = BenchCollection(collection)
        self._folder = folder
        self._searcher: Searcher

    def build(self) -> Reply:
        """Write the index."""
        assert self._contestant.build
        self._folder.mkdir(parents=True)
        started = time.perf_counter()
        self._contestant.build(self._collection, self._folder)
        return {"seconds": time.perf_counter() - started}

    def open(self, question: tuple[str, list[str]]) -> Reply:
        """Import the modules, then open the index and ask a first question."""
        started = time.perf_counter()
        for module in self._contestant.modules:
            vars(import_module(module))  # a lazy module is loaded once something of it is used
        loaded = time.perf_counter()
        self._searcher = self._contestant.open(self._collection, self._folder)
        self._searcher.ask(Question(*question))
        return {"loading": loaded - started, "seconds": time.perf_counter() - loaded}

    def warm(self) -> Reply:
        """Prepare for many questions."""
        self._searcher.warm()
        return {}

    def ask(self, questions: Sequence[tuple[str, list[str]]], within: float) -> Reply:
        """Ask questions, until *within* seconds have passed."""
        clocks: list[float] = []
        processors: list[float] = []
        for question in starmap(Question, questions):
            clock, processor = time.perf_counter(), time.process_time()
            self._searcher.ask(question)
            processors.append(time.process_time() - processor)
            clocks.append(time.perf_counter() - clock)
            if sum(clocks) > within:
                break
        return {"clock": clocks, "processor": processors}

    def top(self, questions: Sequence[tuple[str, list[str]]]) -> Reply:
        """Return the best passages for each question, by article and start, as the engine of Cuttings finds them."""
        index = disk_index.StoredIndex(self._folder)

        def best(terms: Sequence[str]) -> Iterator[tuple[str, int]]:
            for number, _ in index.engine.search(dict.fromkeys(terms, 1.0), TOP):
                passage = index.passages[number]
                yield passage.article, passage.start

        return {"found": [list(best(terms)) for _, terms in questions]}

    def follow(self, file: str, changes: Sequence[tuple[str, str]]) -> Reply:
        """Write each version of a *file*, and measure the time until its new word is found."""
        collection = on_disk.OnDiskCollection(
            sync_records.IndexedFolder(self._collection.articles, self._folder)
        )
        seconds = []
        for content, word in changes:
            (self._collection.articles / file).write_text(content, encoding="utf-8")
            started = time.perf_counter()
            collection.sync()
            hits = collection.library.rank(word).hits
            seconds.append(time.perf_counter() - started)
            assert hits, word
        return {"seconds": seconds}


def main() -> None:
    name, collection, folder = sys.argv[1:]
    child = _Child(name, Path(collection), Path(folder))
    commands: dict[str, Callable[..., Reply]] = {
        "build": child.build,
        "open": child.open,
        "warm": child.warm,
        "ask": child.ask,
        "top": child.top,
        "follow": child.follow,
    }
    # What a library prints must not get between the replies.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as replies:
        os.dup2(2, 1)
        for line in sys.stdin:
            arguments = json.loads(line)
            reply = commands[arguments.pop("do")](**arguments) | {"memory": memory_of()}
            print(json.dumps(reply), file=replies, flush=True)


if __name__ == "__main__":
    main()
