"""Vectors of texts, made once and kept on disk."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from retrieval.semantic.models import Model

Progress = Callable[[int, int], None]
"""Called with how many vectors were made so far, and how many there are to make."""

log = logging.getLogger(__name__)

_BATCH = 64
_UNSAVED = 0.1
_LEAST_UNSAVED = 1024
"""What is made is saved when it is a tenth of the collection, or this many, whichever is more."""

_KEY = np.dtype("V16")


class Vectors:
    """
    Vectors of texts, by the texts' numbers. Read-only, and safe to share.

    Kept as whole numbers from -127 to 127, a byte a dimension. The cosine does not ask for their
    scale, so that is not kept.
    """

    def __init__(self, rows: NDArray[np.int8], row_of: NDArray[np.int64]) -> None:
        """*rows* has shape `(vectors, dimensions)`; *row_of* gives each text's row."""
        self._rows = rows
        self._row_of = row_of

    @classmethod
    def make(
        cls,
        model: Model,
        texts: Sequence[str],
        folder: Path | None = None,
        progress: Progress | None = None,
    ) -> Vectors:
        """
        The vectors of *texts*, numbered from 0.

        Those that *folder* has are taken from it, and stay on disk, mapped into memory; the others
        are made and added. So one changed text costs one vector. Give each collection its own
        folder: vectors of other texts are dropped when it is written. A file that is damaged or
        not ours is replaced. When this is stopped half-way, what was saved is used next time. When
        *folder* cannot be written the log says so once, and they will be made again next time:
        somebody is waiting for an answer, and none of it is at stake.
        """
        keys = [_key(model, text) for text in texts]
        wanted = dict(zip(keys, texts, strict=True))
        row = {key: number for number, key in enumerate(wanted)}
        row_of = np.array([row[key] for key in keys], np.int64)
        path = folder / f"{model.identity}.vectors" if folder else None
        saved = _read(path, model.dimensions) if path else None
        if saved and saved[0] == list(wanted):
            return cls(saved[1], row_of)
        rows = _complete(model, wanted, saved, path, progress)
        written = _read(path, model.dimensions) if path else None
        # Another process may have put its own in place since.
        ours = written is not None and written[0] == list(wanted)
        return cls(written[1] if written and ours else rows, row_of)

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._row_of)

    def similarity(
        self, question: NDArray[np.float32], numbers: Sequence[int]
    ) -> NDArray[np.float32]:
        """
        The cosines of *question*, a unit vector, and the texts *numbers*; shape `(numbers,)`.

        0 for a text without a token that the model knows.
        """
        chosen = self._row_of[np.asarray(numbers, np.int64)]
        rows = self._rows[chosen].astype(np.float32)
        lengths = np.linalg.norm(rows, axis=1)
        cosines = np.zeros(len(rows), np.float32)
        np.divide(rows @ question, lengths, out=cosines, where=lengths > 0)
        return cosines


Saved = tuple[list[bytes], NDArray[np.int8]]
"""The texts' keys and their vectors, in one order."""


def _complete(
    model: Model,
    wanted: dict[bytes, str],
    saved: Saved | None,
    path: Path | None,
    progress: Progress | None,
) -> NDArray[np.int8]:
    """The rows of *wanted* in its order; all are in the file at *path* in the end, and no others."""
    known = {key: row for row, key in enumerate(saved[0])} if saved else {}
    kept = [key for key in wanted if key in known]
    missing = [key for key in wanted if key not in known]
    rows = np.empty((len(wanted), model.dimensions), np.int8)
    if saved:
        rows[: len(kept)] = saved[1][[known[key] for key in kept]]
    order = kept + missing
    unsaved = max(_LEAST_UNSAVED, int(_UNSAVED * len(wanted)))
    due = len(kept) + unsaved
    for start in range(len(kept), len(order), _BATCH):
        batch = order[start : start + _BATCH]
        end = start + len(batch)
        rows[start:end] = _bytes(model.embed([wanted[key] for key in batch]))
        if path and end >= due:
            path = _saved(path, order[:end], rows[:end])
            due = end + unsaved
        if progress:
            progress(end - len(kept), len(missing))
    at = {key: row for row, key in enumerate(order)}
    rows = rows[[at[key] for key in wanted]]
    if path:
        _saved(path, list(wanted), rows)
    return rows


def _key(model: Model, text: str) -> bytes:
    """Names a text and the model that reads it, in 16 bytes."""
    return blake2b(
        text.encode(errors="replace"), digest_size=16, key=model.identity.encode()
    ).digest()


def _bytes(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    scaled = np.zeros_like(vectors)
    np.divide(127 * vectors, largest, out=scaled, where=largest > 0)
    np.rint(scaled, out=scaled)
    return scaled.astype(np.int8)


# The file: two arrays as numpy writes them, the keys and the rows, one after the other.


def _saved(path: Path, keys: list[bytes], rows: NDArray[np.int8]) -> Path | None:
    """*path*, or None when it cannot be written."""
    try:
        _write(path, keys, rows)
    except OSError as error:
        log.warning(
            "Vectors cannot be kept in %s (%s): they are made each time.",
            path.parent,
            error.strerror or error,
        )
        return None
    return path


def _write(path: Path, keys: list[bytes], rows: NDArray[np.int8]) -> None:
    """Put the file in place at once: a reader finds the one before or this one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        temporary = Path(file.name)
        try:
            npy.write_array(file, np.frombuffer(b"".join(keys), _KEY), allow_pickle=False)
            npy.write_array(file, rows, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _read(path: Path, dimensions: int) -> Saved | None:
    """The keys, and the rows mapped into memory; None where there is no file, or not such a one."""
    try:
        with path.open("rb") as file:
            keys = npy.read_array(file, allow_pickle=False)
            shape, column_order, dtype = _header(file)
            start = file.tell()
    except (OSError, ValueError, EOFError):
        return None
    expected = (len(keys), dimensions)
    if keys.dtype != _KEY or (shape, column_order, dtype) != (expected, False, np.dtype(np.int8)):
        return None
    if path.stat().st_size != start + len(keys) * dimensions:
        return None
    rows: NDArray[np.int8] = (
        np.memmap(path, np.int8, "r", start, expected) if len(keys) else np.empty(expected, np.int8)
    )
    return [key.tobytes() for key in keys], rows


def _header(file: BinaryIO) -> tuple[tuple[int, ...], bool, np.dtype[np.generic]]:
    version = npy.read_magic(file)
    if version != (1, 0):
        raise ValueError("numpy writes arrays as small as ours in its first format")
    return npy.read_array_header_1_0(file)
