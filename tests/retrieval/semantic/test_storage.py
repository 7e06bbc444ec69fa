"""Folders for vectors: one for each collection, and which are deleted."""

from __future__ import annotations

import os
from pathlib import Path

from retrieval.semantic.storage import claim_folder


def test_each_collection_has_its_folder_and_the_longest_unused_make_way(tmp_path: Path) -> None:
    (tmp_path / "vectors").mkdir()
    (tmp_path / "vectors" / "of somebody else").mkdir()
    folders = []
    for number in range(20):
        folder = claim_folder(tmp_path, tmp_path / f"collection {number}")
        (folder / "model.vectors").write_bytes(b"")
        os.utime(folder, (number, number))
        folders.append(folder)
    again = claim_folder(tmp_path, tmp_path / "collection 6")

    assert len(set(folders)) == 20
    assert again == folders[6]
    assert [folder.exists() for folder in folders] == [False] * 4 + [True] * 16
    assert (tmp_path / "vectors" / "of somebody else").exists()


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    folder = claim_folder(tmp_path, tmp_path)
    old, new = folder / "old.part", folder / "new.part"
    for file in (old, new):
        file.write_bytes(b"")
    os.utime(old, (0, 0))
    claim_folder(tmp_path, tmp_path)

    assert (old.exists(), new.exists()) == (False, True)
