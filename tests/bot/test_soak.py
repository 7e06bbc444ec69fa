"""Fifty people at once and a fault in every tenth call: nothing is lost, told twice or piled up."""

from __future__ import annotations

import asyncio
import logging
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from retrieval.library import Library
from tests.support.crowd import CHATS, TROUBLES, Line, Request, crowd, questions, resident

SECONDS = float(os.environ.get("SOAK_SECONDS", "120"))
_LONGEST = 60.0
_GROWTH = 8.0
"""Megabytes that allocators may take between one half of the time and the other."""


@dataclass(frozen=True, slots=True)
class Soak:
    done: list[Request]
    line: Line
    memory: list[float]


def soak(library: Library, folder: Path, enough: Callable[[Line], bool]) -> Soak:
    """What became of all that people did until there was *enough*."""

    async def run() -> Soak:
        memory: list[float] = []
        async with crowd(library, folder, every=10) as (people, line):

            async def watch() -> None:
                while not enough(line):
                    memory.append(resident())
                    await asyncio.sleep(0.25)

            lives = [people.live(chat, lambda: enough(line)) for chat in range(1, CHATS + 1)]
            await asyncio.gather(watch(), *lives)
        return Soak(people.done, line, memory)

    return asyncio.run(run())


def check(run: Soak, log: pytest.LogCaptureFixture) -> None:
    lost = [request for request in run.done if not request.answers and not request.refused]
    twice = [request for request in run.done if len(request.answers) > 1]
    assert (len(lost), len(twice)) == (0, 0), f"of {len(run.done)}, with {run.line.met}"
    assert len(run.line.met) == len(TROUBLES)
    unexpected = [
        record.getMessage()
        for record in log.records
        if record.levelno >= logging.ERROR
        and not record.getMessage().startswith("Telegram cannot read the markup of an answer")
    ]
    assert unexpected == []
    assert [question for question in questions() if question in log.text] == []


def test_calls_that_fail_lose_no_question_and_answer_none_twice(
    seeds: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stop = time.monotonic() + _LONGEST

    def every_fault_was_met(line: Line) -> bool:
        met = len(line.met) == len(TROUBLES) and min(line.met.values()) > 1
        return met or time.monotonic() > stop

    check(soak(seeds, tmp_path, every_fault_was_met), caplog)


@pytest.mark.soak
def test_so_it_is_for_minutes_and_memory_stays_flat(
    seeds: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for question in questions():
        seeds.ask(question)  # what is looked up for the first time stays
    stop = time.monotonic() + SECONDS
    run = soak(seeds, tmp_path, lambda _: time.monotonic() > stop)
    check(run, caplog)
    warm = run.memory[len(run.memory) // 4 :]
    before, after = warm[: len(warm) // 2], warm[len(warm) // 2 :]
    grown = statistics.median(after) - statistics.median(before)
    print(
        f"{len(run.done):,} things done, {sum(run.line.met.values()):,} calls failed, {grown:+.1f} MB"
    )
    assert grown < _GROWTH
