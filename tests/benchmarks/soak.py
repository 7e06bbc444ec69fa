"""
Measure questions a second and waits of the bot: `python -m tests.benchmarks.soak [SECONDS]`.

The bot is the real one, over a wire in memory that does what Telegram does; nothing is asserted. Fifty
chats ask the questions about the seeds

- at saturation: all at once, in rounds so short that the machine seldom interrupts one;
- at a fixed rate: each when it is due, whether the ones before are answered or not. The wait counts from
  the moment when the question is sent.

The best round and the median are printed, because a busy machine may stop a process for any time. The
share of the wire is the time that the stand-in for Telegram takes, which no real bot spends.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from retrieval.library import Library
from tests.support.crowd import CHATS, Crowd, Line, crowd, questions, resident
from tests.support.paths import SEEDS

_RATE, _ROUND = 200, 0.25
"""Questions a second and seconds of a round at the fixed rate."""


@dataclass(frozen=True, slots=True)
class Round:
    """A round. `wire` is the stand-in's share of the loop's time; waits are in milliseconds."""

    rate: float
    p50: float
    p99: float
    wire: float


async def saturated(people: Crowd, line: Line, texts: Iterator[str]) -> Round:
    everybody = (people.ask(chat, next(texts)) for chat in range(1, CHATS + 1))
    return await measured(people, line, *everybody)


async def at_a_rate(people: Crowd, line: Line, texts: Iterator[str]) -> Round:
    began = time.perf_counter()

    async def one(number: int) -> None:
        await asyncio.sleep(began + number / _RATE - time.perf_counter())
        await people.ask(1 + number % CHATS, next(texts))

    return await measured(people, line, *(one(number) for number in range(int(_RATE * _ROUND))))


async def measured(people: Crowd, line: Line, *work: Awaitable[object]) -> Round:
    people.done.clear()
    line.seconds, loop, began = 0.0, time.thread_time(), time.perf_counter()
    await asyncio.gather(*work)
    elapsed, loop = time.perf_counter() - began, time.thread_time() - loop
    waits = [1000 * (request.answers[0] - request.since) for request in people.done]
    cuts = statistics.quantiles(waits, n=100)
    return Round(len(waits) / elapsed, cuts[49], cuts[98], line.seconds / loop)


def report(name: str, rounds: list[Round]) -> None:
    """Print the most questions a second and the shortest waits of the *rounds*, and the medians."""
    for label, best, least in (
        ("best", max, min),
        ("median", statistics.median, statistics.median),
    ):
        rate = best(each.rate for each in rounds)
        p50, p99 = least(each.p50 for each in rounds), least(each.p99 for each in rounds)
        print(f"{name:15} {label:6} {rate:5.0f} a second, p50 {p50:.0f} ms, p99 {p99:.0f} ms")


async def run(seconds: float) -> None:
    library = Library.open(SEEDS)
    for question in questions():
        library.ask(question)  # what is computed the first time is not measured
    texts = cycle(questions())
    with tempfile.TemporaryDirectory() as folder:
        async with crowd(library, Path(folder)) as (people, line):
            await saturated(people, line, texts)
            before = resident()
            for name, work in (("at saturation", saturated), (f"at {_RATE} a second", at_a_rate)):
                until = time.perf_counter() + seconds / 2
                rounds = []
                while time.perf_counter() < until:
                    rounds.append(await work(people, line, texts))
                report(name, rounds)
                wire = statistics.median(each.wire for each in rounds)
                print(
                    f"{'':15} of the loop's time {wire:.0%} was the stand-in's; {len(rounds)} rounds"
                )
            print(f"memory {before:.0f} MB after the first round, {resident():.0f} MB at the end")


def main(seconds: float = 60) -> None:
    asyncio.run(run(seconds))


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
