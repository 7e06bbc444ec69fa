"""An index that cannot be continued is rebuilt, and the one before is used until then."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from retrieval.articles import StoreError
from retrieval.collection.disk_store import DiskStore
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.disk import writer
from retrieval.index.disk.editions import begin
from retrieval.index.disk.index import StoredIndex
from retrieval.library import Library
from tests.support.indexes import (
    change_article,
    count_changes,
    dump,
    dump_rebuilt,
    find_articles,
    sync_killed,
)
from tests.support.parameters import slow_after


@pytest.fixture
def of_another_version(folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that was made when there was a yak, by a version before this one."""
    with monkeypatch.context() as before:
        before.setattr("retrieval.collection.edition_choice.index_version", lambda: "before")
        sync(IndexedFolder(folder, index))
    change_article(folder)


@pytest.mark.usefixtures("of_another_version")
def test_the_old_index_is_asked_until_the_rebuilt_one_replaces_it(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Library(DiskStore(StoredIndex(index)))
    meanwhile: list[list[str]] = []
    monkeypatch.setattr(writer, "_SLICE", 1)  # a commit an article
    report = sync(
        IndexedFolder(folder, index), lambda _: meanwhile.append(find_articles(index, "yak"))
    )
    assert report.rebuilt == "it was made by another version"
    assert meanwhile == [["b"]]
    assert (find_articles(index, "yak"), find_articles(index, "vole")) == ([], ["b"])
    assert reader.ask("What did the yak eat?").answered
    assert [path.name for path in index.iterdir() if path.is_dir()] == ["edition-2"]
    assert sync(IndexedFolder(folder, index)).rebuilt is None


@pytest.mark.usefixtures("of_another_version")
@pytest.mark.parametrize("name", ["_IndexUpdate._update_statistics", "_report"])
def test_a_rebuild_that_failed_at_its_end_is_not_repeated(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(f"retrieval.collection.index_update.{name}", full)
        with pytest.raises(
            StoreError,
            match=r"cannot be written \(No space left on device\); what it held is still",
        ):
            sync(IndexedFolder(folder, index))
    assert (find_articles(index, "yak"), find_articles(index, "vole")) == (["b"], [])
    report = sync(IndexedFolder(folder, index))
    assert (count_changes(report), report.rebuilt) == (
        (0, 0, 0, 3),
        "it was made by another version",
    )
    assert (find_articles(index, "yak"), find_articles(index, "vole")) == ([], ["b"])


def test_what_remains_of_an_unfinished_rebuild_is_deleted(folder: Path, index: Path) -> None:
    sync(IndexedFolder(folder, index))
    begin(index)
    (index / "index.sqlite").write_text("as it was before there were editions")
    sync(IndexedFolder(folder, index))
    assert sorted(path.name for path in index.iterdir()) == ["current", "edition-1", "writer.lock"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.usefixtures("of_another_version")
@pytest.mark.parametrize(
    "point",
    slow_after(
        1,
        [
            ("editions", "publish", "before"),
            ("editions", "publish", "after"),
            ("candidates", "commit", "after"),
        ],
    ),
    ids="-".join,
)
def test_the_old_index_can_be_asked_after_a_rebuild_was_killed(
    folder: Path, index: Path, point: tuple[str, str, str]
) -> None:
    sync_killed(*point, folder, index)
    swapped = point == ("editions", "publish", "after")
    assert (find_articles(index, "yak"), find_articles(index, "vole")) == (
        ([], ["b"]) if swapped else (["b"], [])
    )
    sync(IndexedFolder(folder, index))
    assert (find_articles(index, "yak"), find_articles(index, "vole")) == ([], ["b"])
    assert dump(index) == dump_rebuilt(folder, index)
