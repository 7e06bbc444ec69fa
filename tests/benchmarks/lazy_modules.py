"""
Measure what loading each lazy module takes: `python -m tests.benchmarks.lazy_modules`.

Prints milliseconds of processor time, the least of several processes each: in a process that has loaded
nothing, such as one that prints a help text, and in one that answers a question. `retrieval.LAZY` and
`bot.LAZY` have these figures.
"""

from __future__ import annotations

import os
import subprocess
import sys

import bot
import retrieval
from tests.support.paths import ROOT

PROCESSES = 4
LOAD = """
import sys, time
if sys.argv[2:]:
    import numpy, rank_bm25
    import retrieval.cli.ask, retrieval.library
began = time.process_time()
module = __import__(sys.argv[1], fromlist=["*"])
module.__doc__
print(1000 * (time.process_time() - began))
"""


def milliseconds(name: str, *answers: str) -> float:
    """Return what loading the module of that *name* takes, in a process that *answers* or in a bare one."""
    # Compiled sources are kept, as they are for anybody who asks twice.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", LOAD, name, *answers]
    runs = (
        subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=env)
        for _ in range(PROCESSES)
    )
    return min(float(run.stdout) for run in runs)


if __name__ == "__main__":
    for name in (*retrieval.LAZY, *bot.LAZY):
        print(f"{milliseconds(name):5.0f} {milliseconds(name, 'answers'):5.1f} ms  {name}")
