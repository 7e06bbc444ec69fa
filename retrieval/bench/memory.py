"""How much memory processes take, in bytes, where the system tells (Linux)."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Memory(NamedTuple):
    """
    What a process has in memory now, and the most that it has had there; of what it has now, how much
    is its own. The rest is of files, which processes share and the system takes back when it is short.
    """

    now: int
    most: int
    own: int


def memory(process: int | str = "self") -> Memory | None:
    try:
        return _told(Path(f"/proc/{process}/status").read_text())
    except OSError:
        return None


def of_descendants(process: int) -> int:
    """What the processes have in memory now that a process has started, and those that they have."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return 0
    found = map(memory, children)
    return sum(one.now for one in found if one) + sum(of_descendants(int(c)) for c in children)


@cache
def bare() -> Memory:
    """Of a Python that does nothing; all 0 where the system does not tell."""
    command = "import sys; sys.stdout.write(open('/proc/self/status').read())"
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", command], capture_output=True, text=True, check=False
    )
    return _told(done.stdout) or Memory(0, 0, 0)


_FIELDS = ("VmRSS", "VmHWM", "RssAnon")


def _told(status: str) -> Memory | None:
    told = dict(line.partition(":")[::2] for line in status.splitlines())
    if not told.keys() >= set(_FIELDS):  # it has ended, or another system
        return None
    return Memory(*(1024 * int(told[name].split()[0]) for name in _FIELDS))
