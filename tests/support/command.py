"""The command `cuttings`, run in this process."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from retrieval.cli import main


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
