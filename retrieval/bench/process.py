"""The other end of `child`: a contestant's process as it is told what to do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Thread
from typing import Any, NamedTuple

from retrieval.bench.collection import BenchError, Made
from retrieval.bench.memory import Memory, of_descendants

_LOOK = 0.5
"""Seconds between looks at the memory of the processes that a contestant starts."""


class Reply(NamedTuple):
    """
    What a contestant says, and what it has in memory; the most includes the most that processes
    which it started had together.
    """

    said: dict[str, Any]
    memory: Memory | None


def environment() -> dict[str, str]:
    """Of processes that find the same modules; compiled ones are kept, as they usually are."""
    kept = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


class Process:
    """A contestant in a process of its own, which ends with the `with` that it is used in."""

    def __init__(self, name: str, made: Made, folder: Path) -> None:
        self._errors = TemporaryFile()  # noqa: SIM115 - closed in `__exit__`
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-m", "retrieval.bench.child", name, made.folder, folder],
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
        self._errors.close()

    def tell(self, do: str, **more: object) -> Reply:
        """
        Have it *do* something, with what more that takes; see `child`.

        Raises:
            BenchError: It ended instead.
        """
        assert self._process.stdin
        assert self._process.stdout
        with _most_of_descendants(self._process.pid) as most:
            try:
                print(json.dumps({"do": do, **more}), file=self._process.stdin, flush=True)
                line = self._process.stdout.readline()
            except BrokenPipeError:
                line = ""
        if not line:
            raise BenchError(self._why_it_ended(do))
        said = json.loads(line)
        memory = said.pop("memory")
        return Reply(said, memory and Memory(memory[0], memory[1] + most[0], memory[2]))

    def _why_it_ended(self, do: str) -> str:
        code = self._process.wait()
        if code < 0:
            return f"signal {-code} ended it at “{do}”"  # 9 where memory was short
        self._errors.seek(0)
        *_, last = self._errors.read().decode(errors="replace").strip().splitlines() or [""]
        return f"it failed at “{do}” ({last})"


@contextmanager
def _most_of_descendants(process: int) -> Iterator[list[int]]:
    most = [0]
    stop = Event()

    def look() -> None:
        while not stop.wait(_LOOK):
            most[0] = max(most[0], of_descendants(process))

    thread = Thread(target=look, daemon=True)
    thread.start()
    try:
        yield most
    finally:
        stop.set()
        thread.join()
