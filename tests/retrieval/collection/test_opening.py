"""Which engine keeps a collection."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.collection.opening import CollectionOptions
from tests.support.indexes import write_zoo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_zoo(tmp_path / "articles")


@pytest.mark.parametrize(
    ("engine", "semantic", "size", "stored"),
    [
        ("auto", None, 100, False),
        ("auto", None, 3_000_000, True),
        ("auto", "wordllama", 100, False),
        ("auto", "wordllama", 3_000_000, True),
        ("rank-bm25", None, 3_000_000, False),
        ("tantivy", None, 100, True),
    ],
)
def test_large_collections_are_kept_on_disk(
    folder: Path, engine: str, semantic: str | None, size: int, stored: bool
) -> None:
    (folder / "large.txt").write_bytes(b"x" * size)
    options = CollectionOptions(folder, engine=engine, semantic=semantic)
    assert options.resolved().is_stored == stored


def test_a_limit_can_be_given(folder: Path) -> None:
    assert CollectionOptions(folder, memory_passages=0).is_large()
