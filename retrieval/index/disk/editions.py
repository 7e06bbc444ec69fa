"""
Editions of an index on disk, each in a folder of its own: the current one, which answers questions, and
perhaps one being built to replace it. A file names the current one, so that it changes at once.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from retrieval.index.candidates.tantivy import TERMS
from retrieval.index.disk.database import FILE

_CURRENT = "current"
_EDITION = "edition-"
_EDITIONS = f"{_EDITION}[0-9]*"


def find_current(folder: Path) -> Path:
    """Return the current edition of the index in *folder*; *folder* itself if no file names one."""
    try:
        return folder / (folder / _CURRENT).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return folder


def list_others(folder: Path) -> Iterator[Path]:
    """Yield the editions that are not current, or not yet."""
    current = find_current(folder)
    return (path for path in sorted(folder.glob(_EDITIONS)) if path != current)


def begin(folder: Path) -> Path:
    """Create a new, empty edition; nothing reads it before `publish`."""
    # A name is never used twice: readers compare names to notice that the edition changed.
    last = max((_number(path) for path in folder.glob(_EDITIONS)), default=0)
    edition = folder / f"{_EDITION}{last + 1}"
    edition.mkdir()
    return edition


def _number(edition: Path) -> int:
    return int(edition.name.removeprefix(_EDITION))


def publish(edition: Path) -> None:
    """Make *edition* the current one; readers of another keep reading that."""
    part = edition.parent / f"{_CURRENT}.part"
    with part.open("w", encoding="ascii") as file:
        file.write(edition.name)
        file.flush()
        os.fsync(file.fileno())
    part.replace(edition.parent / _CURRENT)


def sweep(folder: Path) -> None:
    """Delete all editions but the current one. What the system will not delete now stays until later."""
    for path in list_others(folder):
        shutil.rmtree(path, ignore_errors=True)
    if (
        find_current(folder) != folder
    ):  # before there were editions, the index was in the folder itself
        shutil.rmtree(folder / TERMS, ignore_errors=True)
        for path in folder.glob(f"{FILE}*"):
            with suppress(OSError):
                path.unlink()
