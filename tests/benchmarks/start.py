"""
What starting the bot takes: `python -m tests.benchmarks.start [RUNS]`.

From `python -m bot` on the seeds until Telegram, here on loopback, has the answer to a question that
waited for it; and beside it, taken in turn with it, how much of that are imports.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from tests.support.bot_process import running, serving
from tests.support.paths import ROOT

IMPORTS = "import bot.__main__, bot.app, bot.updates.polling, bot.ops.following, bot.storage.state, retrieval.collection.opening"


def answered() -> float:
    """Seconds to the first answer."""
    with serving() as server:
        server.telegram.updates.append(server.telegram.write("what did the WHO say about winter?"))
        began = time.perf_counter()
        with running(server.url):
            sent = server.wait_for("sendMessage")
            taken = time.perf_counter() - began
    assert "life-threatening" in sent["text"]
    return taken


def imported() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", IMPORTS], cwd=ROOT, check=True)
    return time.perf_counter() - began


def main(runs: int = 10) -> None:
    answered()
    taken = [(answered(), imported()) for _ in range(runs)]
    for label, summary in (("least", min), ("median", statistics.median)):
        answer, imports = (summary(column) for column in zip(*taken, strict=True))
        print(f"{label:7} first answer after {answer:.2f} s, imports {imports:.2f} s of them")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
