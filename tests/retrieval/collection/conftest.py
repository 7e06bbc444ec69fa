"""A folder of three articles, and the place of its index."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.articles import write_article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, animal in [("a", "zebra"), ("b", "yak"), ("c", "walrus")]:
        write_article(folder / f"{name}.txt", animal)
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"
