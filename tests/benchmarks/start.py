"""
Measure the start of the bot: `python -m tests.benchmarks.start [RUNS]`.

Measures the time from `python -m bot` on the seeds until Telegram, here on loopback, has the answer to a
question that was waiting; and, in turn with it, how much of that are imports.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from tests.support.bot_process import running, serving
from tests.support.paths import ROOT

IMPORTS = "import bot.__main__, bot.app, bot.updates.polling, bot.ops.following, bot.storage.state, retrieval.collection.opening"


def seconds_to_answer() -> float:
    """Return the seconds from the start to the first answer."""
    with serving() as server:
        server.telegram.updates.append(server.telegram.write("what did the WHO say about winter?"))
        began = time.perf_counter()
        with running(server.url):
            sent = server.wait_for("sendMessage")
            taken = time.perf_counter() - began
    assert "life-threatening" in sent["text"]
    return taken


def seconds_to_import() -> float:
    """Return the seconds that the imports of the bot take."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", IMPORTS], cwd=ROOT, check=True)
    return time.perf_counter() - began


def main(runs: int = 10) -> None:
    seconds_to_answer()
    pairs = [(seconds_to_answer(), seconds_to_import()) for _ in range(runs)]
    for label, summary in (("least", min), ("median", statistics.median)):
        answer, imports = (summary(column) for column in zip(*pairs, strict=True))
        print(f"{label:7} first answer after {answer:.2f} s, imports {imports:.2f} s of them")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
