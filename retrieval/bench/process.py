"""The parent of a `child`: starts the process of a contestant, and sends it commands."""

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

from retrieval.bench.collection import BenchCollection, BenchError
from retrieval.bench.memory import Memory, memory_of_descendants

_INTERVAL = 0.5
"""Seconds between two looks at the memory of the processes that a contestant starts."""


class Reply(NamedTuple):
    """
    What a contestant replies, and its memory; `memory.most` includes the most that all processes which
    it started had together.
    """

    values: dict[str, Any]
    memory: Memory | None


def child_environment() -> dict[str, str]:
    """Return the environment of a process that finds the same modules; it may keep them compiled, as usual."""
    kept = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


class Process:
    """A contestant in a process of its own, which ends with the `with` block."""

    def __init__(self, name: str, collection: BenchCollection, folder: Path) -> None:
        self._errors = TemporaryFile()  # noqa: SIM115 - closed in `__exit__`
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-m", "retrieval.bench.child", name, collection.folder, folder],
            env=child_environment(),
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

    def call(self, command: str, **arguments: object) -> Reply:
        """
        Send a *command*, and return the reply; see `child` for its *arguments*.

        Raises:
            BenchError: The process ended instead.
        """
        assert self._process.stdin
        assert self._process.stdout
        with _most_of_descendants(self._process.pid) as most:
            try:
                message = json.dumps({"do": command, **arguments})
                print(message, file=self._process.stdin, flush=True)
                line = self._process.stdout.readline()
            except BrokenPipeError:
                line = ""
        if not line:
            raise BenchError(self._reason_of_end(command))
        values = json.loads(line)
        memory = values.pop("memory")
        return Reply(values, memory and Memory(memory[0], memory[1] + most[0], memory[2]))

    def _reason_of_end(self, command: str) -> str:
        code = self._process.wait()
        if code < 0:
            return f"signal {-code} ended it at “{command}”"  # 9 where memory was short
        self._errors.seek(0)
        *_, last = self._errors.read().decode(errors="replace").strip().splitlines() or [""]
        return f"it failed at “{command}” ({last})"


@contextmanager
def _most_of_descendants(process: int) -> Iterator[list[int]]:
    """Yield a list of one number, the most memory in bytes so far."""
    most = [0]
    stop = Event()

    def look() -> None:
        while not stop.wait(_INTERVAL):
            most[0] = max(most[0], memory_of_descendants(process))

    thread = Thread(target=look, daemon=True)
    thread.start()
    try:
        yield most
    finally:
        stop.set()
        thread.join()
