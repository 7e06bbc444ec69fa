"""The command `cuttings`, run in this process."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from retrieval.cli import main
from tests.support.paths import ROOT, SEEDS

WHO = "what did the WHO say about winter?"
NOTHING = "How do I cook borscht?"
"""A question that the seeds answer, and one that they do not."""


class Result(NamedTuple):
    exit_code: int
    stdout: str
    stderr: str


def cuttings(*arguments: str | Path, given: str | bytes = b"", **env: str) -> Result:
    """Run `cuttings` with *arguments*, *given* on its standard input and *env* among its settings."""
    piped = given.encode() if isinstance(given, str) else given
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in env.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped), encoding="utf-8"))
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        try:
            code = main(list(map(str, arguments)))
        except SystemExit as stopped:  # of --help
            code = int(stopped.code or 0)
    for stream in streams:
        stream.seek(0)
    return Result(code, *(stream.read() for stream in streams))


def ask(*arguments: str | Path, **more: Any) -> Result:
    """Run `cuttings ask` on the seeds."""
    return cuttings("ask", "--articles", SEEDS, *arguments, **more)


def process(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    """Start `cuttings` as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "retrieval", *map(str, arguments)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        **options,
    )


def on_a_terminal(*arguments: str | Path, **env: str) -> str:
    """Run `cuttings` on a real terminal of 60 columns, and return what this receives."""
    ours, theirs = pty.openpty()
    child = process(*arguments, stdout=theirs, env=os.environ | {"COLUMNS": "60"} | env)
    os.close(theirs)
    received = b""
    try:
        while piece := os.read(ours, 4096):
            received += piece
    except OSError:  # Linux says so when the other side has closed
        pass
    os.close(ours)
    assert child.communicate()[1] == b""
    return received.decode()


def indexed(archive: Path, *options: str) -> Result:
    """Index the *archive*, with its data in a folder beside it."""
    return cuttings("index", "--articles", archive, "--data", archive.with_name("data"), *options)
