"""Runs the bot as a separate process, beside a Bot API server."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.server import TOKEN, Server
from tests.support.paths import ROOT
from tests.support.ports import free_ports

WEBHOOK = "https://bot.example/in"
_STOPPED = 60.0
"""Seconds."""


@dataclass
class Running:
    """`python -m bot` on the seeds."""

    process: subprocess.Popen[str]
    output: Path

    def stop(self) -> str:
        """Stop it as a service manager does, and return its output."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(_STOPPED)
        return self.output.read_text(encoding="utf-8")


def start(server: Server, folder: Path, way: str = "polling") -> Running:
    """
    Start the bot, which keeps its data and its output in *folder*.

    Args:
        way: How updates arrive, "polling" or "webhook".
    """
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": server.url,
        "DATA": str(folder / "data"),
        "PYTHONUTF8": "1",
    }
    if way == "webhook":
        [server.behind] = free_ports(1)
        settings |= {"WEBHOOK_URL": WEBHOOK, "WEBHOOK_PORT": str(server.behind)}
    output = folder / "output"
    with output.open("a") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot"],
            cwd=ROOT,
            env=settings,
            stdout=stream,
            stderr=stream,
            text=True,
        )
    return Running(process, output)
