"""A Bot API server and a running bot for each test; in CI these tests are never skipped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.process import Running, start
from tests.e2e.server import Server, UnavailableError, serving


@pytest.fixture
def server() -> Iterator[Server]:
    try:
        with serving() as server:
            yield server
    except UnavailableError as error:
        if os.environ.get("CI"):
            pytest.fail(f"No Bot API server to test with: {error}")
        pytest.skip(f"No Bot API server to test with: {error}")


@pytest.fixture
def bot(server: Server, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Running]:
    running = start(server, tmp_path, getattr(request, "param", "polling"))
    try:
        yield running
    finally:
        running.process.kill()
        running.process.wait()
