"""Recorded conversations, replayed against the bot as it is now."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest

from bot.simulator.conversations import Step, replay
from bot.simulator.recordings import Recording, dump
from bot.simulator.wire import Call
from retrieval.articles import Article
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.library import Library
from retrieval.receipts.versions import versions_of


def run(recording: Recording, library: Library) -> Recording:
    """Return *recording* with the calls that the bot makes now."""
    return _with(recording, asyncio.run(replay(library, _steps(recording))))


def run_with(recording: Recording, folder: Path) -> tuple[Recording, list[Article]]:
    """Do the same with the articles of a *folder* that may change; also return every version of these."""
    versions = versions_of(folder.with_name("data"), folder)
    collection = InMemoryCollection(folder, versions=versions)
    known = [*collection.library.articles.values()]

    def write(name: str, text: str) -> None:
        (folder / name).write_text(text, encoding="utf-8")
        assert collection.sync()
        known.extend(collection.library.articles.values())

    steps = _steps(recording)
    calls = asyncio.run(replay(lambda: collection.library, steps, versions, write))
    return _with(recording, calls), known


def _steps(recording: Recording) -> list[Step]:
    return [step for step, _ in recording.steps]


def _with(recording: Recording, calls: list[tuple[Call, ...]]) -> Recording:
    return replace(recording, steps=tuple(zip(_steps(recording), calls, strict=True)))


def difference(expected: Recording, made: Recording) -> str:
    """Return what differs between two recordings, as a unified diff; empty where nothing does."""
    before, after = dump(expected).splitlines(), dump(made).splitlines()
    return "\n".join(unified_diff(before, after, "expected", "made", n=8, lineterm=""))


def refuse_update_in_ci(config: pytest.Config) -> None:
    """Raise `UsageError` if `--update-conversations` is given in CI."""
    if config.getoption("--update-conversations") and os.environ.get("CI"):
        raise pytest.UsageError("--update-conversations is for people to review, not for CI")
