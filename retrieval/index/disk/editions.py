"""
Editions of a stored index, each in a folder of its own: one that is asked, and perhaps one that is
being made to take its place. Which one is asked stands in a file, so that it changes at once.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from retrieval.index.candidates.tantivy import TERMS
from retrieval.index.disk.database import FILE

_NAMED = "current"
_EDITION = "edition-"
_EDITIONS = f"{_EDITION}[0-9]*"


def current(folder: Path) -> Path:
    """The edition of the index in *folder* that is asked; *folder* itself where it names none."""
    try:
        return folder / (folder / _NAMED).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return folder


def others(folder: Path) -> Iterator[Path]:
    """Editions that are not asked, or not yet."""
    asked = current(folder)
    return (path for path in sorted(folder.glob(_EDITIONS)) if path != asked)


def begin(folder: Path) -> Path:
    """A new edition, still empty; nobody asks it before `publish`."""
    # No name is used again: who reads one tells by it that another took its place.
    last = max((_number(path) for path in folder.glob(_EDITIONS)), default=0)
    edition = folder / f"{_EDITION}{last + 1}"
    edition.mkdir()
    return edition


def _number(edition: Path) -> int:
    return int(edition.name.removeprefix(_EDITION))


def publish(edition: Path) -> None:
    """Let *edition* be asked from now on; who reads another goes on with that."""
    written = edition.parent / f"{_NAMED}.part"
    with written.open("w", encoding="ascii") as file:
        file.write(edition.name)
        file.flush()
        os.fsync(file.fileno())
    written.replace(edition.parent / _NAMED)


def sweep(folder: Path) -> None:
    """Take away all but the edition that is asked; what a system does not give yet stays for the next time."""
    for path in others(folder):
        shutil.rmtree(path, ignore_errors=True)
    if current(folder) != folder:  # before there were editions the index stood in the folder itself
        shutil.rmtree(folder / TERMS, ignore_errors=True)
        for path in folder.glob(f"{FILE}*"):
            with suppress(OSError):
                path.unlink()
