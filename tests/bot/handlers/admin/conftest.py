"""A desk to look after a folder from, and a server that stands for the public web."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.collection.in_memory import InMemoryCollection
from tests.support.admin_desk import ADMIN, Desk
from tests.support.paths import SEEDS
from tests.support.web_server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the articles of the project."""
    folder = tmp_path / "articles"
    shutil.copytree(SEEDS, folder)
    return folder


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk(folder, InMemoryCollection(folder), ADMIN, None)


@pytest.fixture
def online(folder: Path, server: Server) -> Desk:
    """With a server that stands for the public web."""
    return Desk(folder, InMemoryCollection(folder), ADMIN, server)


@pytest.fixture(autouse=True)
def no_file_is_left_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    away = tmp_path / "away"
    away.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(away))
    yield
    assert list(away.iterdir()) == []
