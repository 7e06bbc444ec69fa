"""
Measure the first question from a shell: `python -m tests.benchmarks.cold_start [PAIRS]`.

Importing the libraries that it cannot do without is measured in turn with it, so that a busy machine
slows both. Times are processor time, user and system, of the whole process. A person waits at least that
long; on a busy machine, the time on the clock says nothing about the program.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys

from tests.support.paths import ROOT

COMMANDS = {
    "ask": ["-m", "retrieval", "ask", "what did the WHO say about winter?"],
    "imports": ["-c", "import numpy, rank_bm25"],
}


def seconds(command: list[str]) -> float:
    """Return the seconds of processor time that *command* takes."""
    # Bytecode is cached, as it is for anybody who asks twice.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, env=env, stdout=subprocess.DEVNULL
    ) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return used.ru_utime + used.ru_stime


def main(pairs: int = 20) -> None:
    for command in COMMANDS.values():
        seconds(command)
    taken = [{name: seconds(command) for name, command in COMMANDS.items()} for _ in range(pairs)]
    for label, summary in (("least", min), ("median", statistics.median)):
        ask, imports = (1000 * summary(pair[name] for pair in taken) for name in COMMANDS)
        print(f"{label:7} ask {ask:.0f} ms, imports {imports:.0f} ms, ratio {ask / imports:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
