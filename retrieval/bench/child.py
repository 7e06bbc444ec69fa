"""
A contestant in a process of its own, which the other end of a pipe tells what to do:
`python -m retrieval.bench.child NAME COLLECTION INDEX`, with a JSON object a line both ways.

Times are taken here, so that neither the pipe nor the other end counts.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from retrieval.bench.collection import Made, Question
from retrieval.bench.contestants import CONTESTANTS, TOP, Opened
from retrieval.bench.memory import memory

Reply = dict[str, Any]


class _Child:
    def __init__(self, name: str, made: Path, folder: Path) -> None:
        self._contestant = CONTESTANTS[name]
        self._made = Made(made)
        self._folder = folder
        self._opened: Opened

    def build(self) -> Reply:
        """Write the index."""
        assert self._contestant.build
        self._folder.mkdir(parents=True)
        started = time.perf_counter()
        self._contestant.build(self._made, self._folder)
        return {"seconds": time.perf_counter() - started}

    def open(self, question: tuple[str, list[str]]) -> Reply:
        """Load the modules that it takes; then read the index and ask a first question."""
        started = time.perf_counter()
        for module in self._contestant.modules:
            import_module(module)
        loaded = time.perf_counter()
        self._opened = self._contestant.open(self._made, self._folder)
        self._opened.ask(Question(*question))
        return {"loading": loaded - started, "seconds": time.perf_counter() - loaded}

    def warm(self) -> Reply:
        """Get ready for more questions."""
        self._opened.warm()
        return {}

    def ask(self, questions: Sequence[tuple[str, list[str]]], within: float) -> Reply:
        """Ask some questions, of which those are left out that come after so many seconds."""
        clocks: list[float] = []
        processors: list[float] = []
        for question in (Question(*one) for one in questions):
            clock, processor = time.perf_counter(), time.process_time()
            self._opened.ask(question)
            processors.append(time.process_time() - processor)
            clocks.append(time.perf_counter() - clock)
            if sum(clocks) > within:
                break
        return {"clock": clocks, "processor": processors}

    def top(self, questions: Sequence[tuple[str, list[str]]]) -> Reply:
        """Of each question the passages that the engine of Cuttings finds best, by article and start."""
        from retrieval.index.disk.index import StoredIndex

        index = StoredIndex(self._folder)

        def found(terms: Sequence[str]) -> Iterator[tuple[str, int]]:
            for number, _ in index.engine.search(dict.fromkeys(terms, 1.0), TOP):
                passage = index.passages[number]
                yield passage.article, passage.start

        return {"found": [list(found(terms)) for _, terms in questions]}

    def follow(self, file: str, changes: Sequence[tuple[str, str]]) -> Reply:
        """How long it takes, for each version of a *file*, until its new word is found."""
        from retrieval.collection.on_disk import OnDiskCollection
        from retrieval.collection.sync_records import IndexedFolder

        collection = OnDiskCollection(IndexedFolder(self._made.articles, self._folder))
        seconds = []
        for content, word in changes:
            (self._made.articles / file).write_text(content, encoding="utf-8")
            started = time.perf_counter()
            collection.sync()
            found = collection.library.rank(word).hits
            seconds.append(time.perf_counter() - started)
            assert found, word
        return {"seconds": seconds}


def main() -> None:
    name, made, folder = sys.argv[1:]
    child = _Child(name, Path(made), Path(folder))
    does: dict[str, Callable[..., Reply]] = {
        "build": child.build,
        "open": child.open,
        "warm": child.warm,
        "ask": child.ask,
        "top": child.top,
        "follow": child.follow,
    }
    # What a library prints is not for the other end.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as replies:
        os.dup2(2, 1)
        for line in sys.stdin:
            asked = json.loads(line)
            reply = does[asked.pop("do")](**asked) | {"memory": memory()}
            print(json.dumps(reply), file=replies, flush=True)


if __name__ == "__main__":
    main()
