"""/reload: what is said of changes, and of files that cannot be read."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from retrieval.collection.in_memory import InMemoryCollection
from retrieval.receipts.versions import versions_of
from tests.support.admin_desk import ADMIN, FLOOD, Desk


def test_what_changed_is_counted_and_what_cannot_be_read_is_named(desk: Desk) -> None:
    assert desk.say("/reload") == "Nothing has changed. Articles: 2."
    (desk.folder / "flood.txt").write_bytes(FLOOD)
    (desk.folder / "rain.txt").write_bytes(FLOOD + b"\n\nIt rained.")
    (desk.folder / "bad.txt").write_bytes(b"\0\1")
    assert desk.say("/reload").splitlines() == [
        "Added: 2. Changed: 0. Removed: 0. Articles now: 4.",
        "Left out: bad.txt: is a binary file, not text",
    ]
    (desk.folder / "flood.txt").write_bytes(FLOOD + b"\n\nIt rained on.")
    (desk.folder / "rain.txt").unlink()
    assert desk.say("/reload").startswith("Added: 0. Changed: 1. Removed: 1. Articles now: 3.")


def test_that_old_wordings_cannot_be_kept_is_said(folder: Path) -> None:
    data = folder.with_name("<data>")
    data.write_text("no folder")
    desk = Desk(folder, InMemoryCollection(folder, versions=versions_of(data, folder)), ADMIN, None)
    trouble = f"Earlier versions of articles in {data}{os.sep}"
    assert desk.say("/reload").splitlines()[1].startswith(trouble)
    assert desk.say("/stats").splitlines()[-1].startswith(trouble)


def test_many_files_that_cannot_be_read_are_counted_in_one_message(desk: Desk) -> None:
    for number in range(30):
        (desk.folder / f"{'long' * 40}{number}.txt").write_bytes(b"\0")
    assert desk.say("/reload").endswith("Also left out: 20 more.")


def test_a_folder_that_is_away_leaves_the_articles_as_they_were(desk: Desk) -> None:
    desk.folder.rename(desk.folder.with_name("away") / "articles")
    reply = desk.say("/reload")
    assert reply.startswith("The articles stay as they were: ")
    assert len(desk.collection.library.articles) == 2
    shutil.rmtree(desk.folder.with_name("away") / "articles")
