"""One writer at a time, also among processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.articles import StoreError


@contextmanager
def lock_for_writing(folder: Path) -> Iterator[None]:
    """
    Hold the lock for writing in *folder*; the system releases it if the process dies.

    Raises:
        StoreError: Another writer holds it.
    """
    with (folder / "writer.lock").open("a+b") as file:
        if not _lock(file.fileno()):
            raise StoreError(
                f"Another process is writing the index in {folder}: wait for it, or stop it"
            )
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> bool:
        try:
            os.lseek(file, 0, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
