"""
How long a first question takes from a shell: `python -m tests.benchmarks.cold_start [PAIRS]`.

Beside it stands the time of importing what it cannot do without, taken in turn with it so that a
busy machine slows both. The minimum is what the work costs, the median what a person waits for.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "ask": ["-m", "retrieval", "ask", "what did the WHO say about winter?"],
    "imports": ["-c", "import numpy, rank_bm25"],
}


def seconds(command: list[str]) -> float:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=env, stdout=subprocess.PIPE, check=True
    )
    return time.perf_counter() - started


def main(pairs: int = 15) -> None:
    for command in COMMANDS.values():  # once uncounted, so that all modules are compiled
        seconds(command)
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(pairs):
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command))
    for figure in (min, statistics.median):
        ask, imports = (1000 * figure(taken[name]) for name in COMMANDS)
        line = f"ask {ask:.0f} ms, imports {imports:.0f} ms, ratio {ask / imports:.2f}"
        print(f"{figure.__name__:6}  {line}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
