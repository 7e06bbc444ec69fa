"""A Bot API server for each test, and the bot as it is started; in CI they are never skipped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cluster.nodes import free_ports
from tests.e2e.server import TOKEN, Server, UnavailableError, serving

ROOT = Path(__file__).parents[2]
WEBHOOK = "https://bot.example/in"
_STOPPED = 60.0
"""Seconds."""


@pytest.fixture
def server() -> Iterator[Server]:
    try:
        with serving() as server:
            yield server
    except UnavailableError as error:
        if os.environ.get("CI"):
            pytest.fail(f"No Bot API server to test with: {error}")
        pytest.skip(f"No Bot API server to test with: {error}")


@dataclass
class Running:
    """`python -m bot` on the seeds."""

    process: subprocess.Popen[str]
    output: Path

    def stop(self) -> str:
        """End it as a service manager does. What it said."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(_STOPPED)
        return self.output.read_text(encoding="utf-8")


def start(server: Server, folder: Path, way: str = "polling") -> Running:
    """
    Args:
        way: How updates come, "polling" or "webhook".
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
    with output.open("a") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot"],
            cwd=ROOT,
            env=settings,
            stdout=told,
            stderr=told,
            text=True,
        )
    return Running(process, output)


@pytest.fixture
def bot(server: Server, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Running]:
    running = start(server, tmp_path, getattr(request, "param", "polling"))
    try:
        yield running
    finally:
        running.process.kill()
        running.process.wait()
