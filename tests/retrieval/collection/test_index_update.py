"""An update that is killed at any moment leaves the last commit, and the next sync finishes it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.disk.index import StoredIndex
from tests.support.indexes import (
    add_article,
    change_article,
    dump,
    dump_rebuilt,
    find_articles,
    sync_killed,
)
from tests.support.parameters import slow_after


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_sync_killed_before_calibration_is_calibrated_by_the_next(
    folder: Path, index: Path
) -> None:
    sync_killed("update", "judge_by_chance", "before", folder, index)
    assert StoredIndex(index).about["judged_at"] == 0
    sync(IndexedFolder(folder, index))
    assert StoredIndex(index).about["judged_at"] == StoredIndex(index).size


POINTS = [
    ("candidates", "commit", "after"),
    ("sql", "write_about", "after"),
    ("candidates", "add", "after"),
    ("candidates", "commit", "before"),
    ("writer", "_write_definitions", "after"),
    ("writer", "sweep", "before"),
    ("candidates", "remove_articles", "after"),
    ("forward", "write", "after"),
    ("forward", "note_removed", "after"),
    ("forward", "copy", "before"),
    ("forward", "copy", "after"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("point", slow_after(2, POINTS), ids="-".join)
def test_after_a_kill_at_any_moment_the_index_opens_and_the_next_sync_finishes(
    folder: Path, index: Path, point: tuple[str, str, str]
) -> None:
    sync(IndexedFolder(folder, index))
    change_article(folder)
    add_article(folder)
    sync_killed(*point, folder, index)
    assert (find_articles(index, "yak"), find_articles(index, "vole")) in [
        (["b"], []),
        ([], ["b", "d"]),
    ]
    sync(IndexedFolder(folder, index))
    assert (find_articles(index, "yak"), find_articles(index, "vole")) == ([], ["b", "d"])
    assert dump(index) == dump_rebuilt(folder, index)
