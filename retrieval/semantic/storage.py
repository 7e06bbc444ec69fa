"""Manages folders for vectors: one for each collection, deleting those unused for longest."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from retrieval.index.data_folders import folder_name

_KEPT = 16
"""Collections whose vectors are kept: the most recently opened."""

_LEFT_BEHIND = 24 * 60 * 60
"""Seconds after which an unfinished file must be from a process that was killed."""


def claim_folder(data: Path, collection: Path) -> Path:
    """
    Return the folder in *data* for the vectors of the *collection* at that path, marked as used now.

    Errors are ignored: whoever writes to the folder will meet and report them.
    """
    vectors = data / "vectors"
    folder = vectors / folder_name(collection)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        os.utime(folder)
        _delete_unused(vectors)
    return folder


def drop_vectors(data: Path, collection: Path) -> None:
    """Delete the vectors of the *collection*, as some may be of a forgotten article."""
    for file in (data / "vectors" / folder_name(collection)).glob("*.vectors"):
        file.unlink(missing_ok=True)


def _delete_unused(vectors: Path) -> None:
    """Delete the folders unused for longest, and what killed processes left; only files of ours."""
    ours = [path for path in vectors.iterdir() if re.fullmatch("[0-9a-f]{32}", path.name)]
    ours.sort(key=lambda path: -path.stat().st_mtime)
    for place, folder in enumerate(ours):
        for file in [*folder.glob("*.vectors"), *folder.glob("*.part")]:
            stale = file.suffix == ".part" and time.time() - file.stat().st_mtime > _LEFT_BEHIND
            if place >= _KEPT or stale:
                file.unlink(missing_ok=True)
        if place >= _KEPT:
            folder.rmdir()
