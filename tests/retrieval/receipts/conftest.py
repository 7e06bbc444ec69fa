"""The folder with the bridge, and what is kept of its versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.receipts.versions import Versions, versions_of
from tests.support.bridge import write_bridge


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bridge(tmp_path / "articles")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def versions(folder: Path, data: Path) -> Versions:
    return versions_of(data, folder)
