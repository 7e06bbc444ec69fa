"""The memory that processes take, in bytes, as far as the system reports it (Linux does)."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Memory(NamedTuple):
    """
    What a process has in memory now, and the most that it has had; `own` is the part of `now` that is
    not files, which processes share and the system can take back.
    """

    now: int
    most: int
    own: int


def memory_of(process: int | str = "self") -> Memory | None:
    """Return None if the process has ended, or the system does not say."""
    try:
        return _parse_status(Path(f"/proc/{process}/status").read_text())
    except OSError:
        return None


def memory_of_descendants(process: int) -> int:
    """Return what all processes have in memory now that a process has started, directly or indirectly."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return 0
    own = sum(memory.now for memory in map(memory_of, children) if memory)
    return own + sum(memory_of_descendants(int(child)) for child in children)


@cache
def bare_python() -> Memory:
    """Return the memory of a Python that does nothing; all 0 if the system does not say."""
    command = "import sys; sys.stdout.write(open('/proc/self/status').read())"
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", command], capture_output=True, text=True, check=False
    )
    return _parse_status(done.stdout) or Memory(0, 0, 0)


_FIELDS = ("VmRSS", "VmHWM", "RssAnon")


def _parse_status(status: str) -> Memory | None:
    fields = dict(line.partition(":")[::2] for line in status.splitlines())
    if not fields.keys() >= set(_FIELDS):  # it has ended, or this is another system
        return None
    return Memory(*(1024 * int(fields[name].split()[0]) for name in _FIELDS))
