"""An index on disk is brought up to date before an answer, if that is little work."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.collection import on_disk as on_disk_module
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.disk.locking import lock_for_writing
from tests.support.articles import write_article
from tests.support.indexes import can_answer, empty_folder, on_disk, write_zoo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_zoo(tmp_path / "articles")


def test_a_small_change_is_indexed_before_an_answer(folder: Path) -> None:
    collection = on_disk(folder)
    write_article(folder / "farm.txt", "vole")
    write_article(folder / "sea.txt", "walrus")
    (folder / "zoo.txt").unlink()
    assert collection.catch_up() is None
    assert [can_answer(collection, a) for a in ("vole", "walrus", "yak", "zebra")] == [
        True,
        True,
        False,
        False,
    ]


def much(folder: Path) -> None:
    (folder / "sea.txt").write_text("The walrus ate pears. " * 50_000)


def many(folder: Path) -> None:
    for number in range(101):
        (folder / f"{number}.txt").write_text("The walrus ate pears.")


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder)


BEHIND = [
    (much, {}, "1 file changed since {} was indexed: `cuttings index` brings the index up to date"),
    (empty_folder, {}, "{}: holds no file to read any more (is it mounted?), so the index keeps what it has; if that is meant, `cuttings index --rebuild` empties it"),
    (many, {"_PATIENCE": 0}, "Checking {} for changes takes too long, so this answers from the last index: `cuttings index` brings it up to date"),
    (remove_folder, {}, "{}: does not exist; name a folder of articles or a file; this answers from the last index"),
]  # fmt: skip


@pytest.mark.parametrize(("happens", "patched", "sentence"), BEHIND)
def test_an_answer_says_so_if_the_index_is_out_of_date(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    happens: Callable[[Path], None],
    patched: dict[str, float],
    sentence: str,
) -> None:
    collection = on_disk(folder)
    happens(folder)
    for name, value in patched.items():
        monkeypatch.setattr(on_disk_module, name, value)
    assert collection.catch_up() == sentence.format(folder)
    assert can_answer(collection, "zebra")


def test_an_index_of_another_version_is_not_rebuilt_before_an_answer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = on_disk(folder)
    write_article(folder / "sea.txt", "walrus")
    monkeypatch.setattr("retrieval.collection.edition_choice.index_version", lambda: "after")
    assert str(collection.catch_up()).startswith("1 file changed")


def test_an_index_that_another_process_writes_is_left_alone(folder: Path) -> None:
    collection = on_disk(folder)
    write_article(folder / "sea.txt", "walrus")
    with lock_for_writing(folder.with_name("index")):
        assert str(collection.catch_up()).startswith("Another process is writing the index in")
    assert can_answer(collection, "zebra")


def test_a_commit_of_another_process_is_used(folder: Path) -> None:
    collection = on_disk(folder)
    write_article(folder / "sea.txt", "walrus")
    sync(IndexedFolder(folder, folder.with_name("index")))
    assert collection.sync()
    assert can_answer(collection, "walrus")
