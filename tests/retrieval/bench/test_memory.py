"""The memory of processes, where the system reports it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from retrieval.bench.memory import bare_python, memory_of, memory_of_descendants

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux reports it")


def test_this_process_takes_more_than_a_python_that_does_nothing() -> None:
    memory = memory_of()
    assert memory
    assert bare_python().now < memory.now <= memory.most
    assert 0 < memory.own < memory.now


def test_a_process_that_has_ended_has_none() -> None:
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)  # fmt: skip
    assert memory_of(int(ended.stdout)) is None
    assert memory_of_descendants(int(ended.stdout)) == 0
