"""Where vectors are kept on disk: a folder for each collection, of which the oldest make way."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from retrieval.index.data_folders import folder_name

_KEPT = 16
"""Collections whose vectors are kept; those of a collection not opened for longer are made again."""

_LEFT_BEHIND = 24 * 60 * 60
"""Seconds after which a file that is still being written belongs to a process that was killed."""


def claim(data: Path, collection: Path) -> Path:
    """
    The folder in *data* for the vectors of the *collection* at that path, marked as used now.

    What cannot be made or taken away is left to whoever writes there, who can say so.
    """
    vectors = data / "vectors"
    folder = vectors / folder_name(collection)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        os.utime(folder)
        _make_way(vectors)
    return folder


def drop(data: Path, collection: Path) -> None:
    """Take away the vectors of the *collection*: they can be made again, but for what is forgotten."""
    for file in (data / "vectors" / folder_name(collection)).glob("*.vectors"):
        file.unlink(missing_ok=True)


def _make_way(vectors: Path) -> None:
    """Take away the folders longest unused and what killed processes left; nothing that is not ours."""
    ours = [path for path in vectors.iterdir() if re.fullmatch("[0-9a-f]{32}", path.name)]
    ours.sort(key=lambda path: -path.stat().st_mtime)
    for place, folder in enumerate(ours):
        for file in [*folder.glob("*.vectors"), *folder.glob("*.part")]:
            left = file.suffix == ".part" and time.time() - file.stat().st_mtime > _LEFT_BEHIND
            if place >= _KEPT or left:
                file.unlink(missing_ok=True)
        if place >= _KEPT:
            folder.rmdir()
