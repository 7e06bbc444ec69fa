"""A cluster with a gate before it, and a small collection to keep there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.candidates.opensearch.client import ClusterClient
from retrieval.index.candidates.opensearch.settings import ClusterSettings
from retrieval.index.candidates.opensearch.store import OpenSearchStore
from retrieval.library import Library
from tests.support.articles import write_article
from tests.support.clusters import open_library
from tests.support.gate import Gate, gate


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Leave out pauses, and the settings of whoever runs the tests."""
    monkeypatch.setattr(ClusterClient, "write_pauses", (0.0, 0.0))
    monkeypatch.setattr(ClusterClient, "read_pauses", (0.0, 0.0))
    monkeypatch.setattr(ClusterClient, "rest", 0.0)
    monkeypatch.chdir(tmp_path)
    for name in ("ARTICLES", "DATA", "ENGINE", "OPENSEARCH_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def way(osmem_url: str) -> Iterator[Gate]:
    with gate(osmem_url) as way:
        yield way


@pytest.fixture
def store(way: Gate) -> OpenSearchStore:
    return OpenSearchStore(ClusterSettings(way.url, replicas=0, timeout=5.0))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    write_article(folder / "zoo.txt", "zebra")
    write_article(folder / "farm.txt", "yak")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def library(folder: Path, index: Path, store: OpenSearchStore) -> Library:
    sync(IndexedFolder(folder, index, store))
    return open_library(index, store)
