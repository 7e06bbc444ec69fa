"""How much memory processes take, in bytes, where the system tells (Linux)."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Memory(NamedTuple):
    """What a process has in memory now, and the most that it has had there."""

    now: int
    most: int


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
def bare() -> int:
    """The most that a Python has had in memory which does nothing; 0 where the system does not tell."""
    command = "import sys; sys.stdout.write(open('/proc/self/status').read())"
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", command], capture_output=True, text=True, check=False
    )
    found = _told(done.stdout)
    return found.most if found else 0


def _told(status: str) -> Memory | None:
    told = dict(line.partition(":")[::2] for line in status.splitlines())
    if "VmHWM" not in told:  # it has ended, or another system
        return None
    return Memory(*(1024 * int(told[name].split()[0]) for name in ("VmRSS", "VmHWM")))
