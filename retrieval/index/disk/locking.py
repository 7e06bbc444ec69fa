"""One writer at a time, also among processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.articles import StoreError


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """
    Hold the right to write in *folder*; the system takes it back from a process that dies.

    Raises:
        StoreError: Another has it.
    """
    with (folder / "writer.lock").open("a+b") as file:
        if not _locked(file.fileno()):
            raise StoreError(
                f"Another process is writing the index in {folder}: wait for it, or stop it"
            )
        yield


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int) -> bool:
        try:
            os.lseek(file, 0, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
