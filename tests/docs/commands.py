"""Runs the commands that pages show, in a folder with what they need."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from bot.settings import Settings
from retrieval.reader.records import OFF
from tests.docs.pages import Block, blocks
from tests.support.documents import MARKDOWN
from tests.support.paths import DATA, ROOT

REASONS = frozenset(
    {
        "installs packages from the network",
        "installs packages from the network; .ci/run runs it",
        "needs a folder of your own",
        "needs the network",
        "needs a token",
        "needs a cluster",
        "needs a recording",
        "needs the extra docs; .ci/run runs it",
        "needs question sets that are not in the repository",
        "deletes an article that other commands need",
        "runs until it is stopped",
        "the tests would run themselves",
        "takes minutes",
        "writes a release",
    }
)
"""Why a block may be left out."""

Run = Callable[[str], tuple[int, str]]
"""Runs a line of a shell; returns its exit code and what it prints, errors included."""

_LONGEST = 60
"""Seconds that a command may take."""


def workspace(folder: Path) -> Run:
    """Make *folder* a copy of the project with some articles and questions; return what runs commands there."""
    for name in ("bot", "seeds"):  # commands change files in these
        shutil.copytree(ROOT / name, folder / name)
    for name in ("retrieval", "tests", "pyproject.toml", ".env.example"):
        (folder / name).symlink_to(ROOT / name)
    (folder / ".venv").symlink_to(sys.prefix)
    shutil.copytree(DATA / "altena", folder / "archive")
    (folder / "report.md").write_text(MARKDOWN, encoding="utf-8")
    (folder / "questions.jsonl").write_text('{"id": 1, "question": "who warned Serbia?"}\n')
    settings = {name.upper() for name in Settings.model_fields}
    environment = {name: value for name, value in os.environ.items() if name not in settings}
    environment["READER"] = OFF  # the pages show what everybody sees, whatever is installed here
    environment["XDG_DATA_HOME"] = str(folder / "share")
    environment["PATH"] = os.pathsep.join([str(Path(sys.prefix) / "bin"), environment["PATH"]])

    @cache
    def run(command: str) -> tuple[int, str]:
        done = subprocess.run(
            ["/bin/bash", "-euo", "pipefail", "-c", command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_LONGEST,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout.rstrip()

    return run


def answered(block: Block, run: Run) -> list[str]:
    """Return the lines of a console *block* with what its commands print now."""
    lines = []
    for command in commands(block.lines):
        lines += [f"$ {command}", *run(command)[1].splitlines()]
    return lines


def commands(lines: Sequence[str]) -> list[str]:
    """Return the commands among the *lines* of a console block."""
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]


def refreshed(page: Path, run: Run) -> str:
    """Return the text of *page* with what the commands of its console blocks print now."""
    lines = page.read_text(encoding="utf-8").splitlines()
    for block in reversed(list(blocks(page))):
        if block.language == "console" and not block.reason:
            lines[block.first : block.last] = answered(block, run)
    return "\n".join(lines) + "\n"
