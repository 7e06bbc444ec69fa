"""Makes the vectors of texts once, and keeps them on disk."""

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

from retrieval.semantic.models import EmbeddingModel

EmbeddingProgress = Callable[[int, int], None]
"""Called with the number of vectors made so far, and the number to make."""

log = logging.getLogger(__name__)

_BATCH = 64
_UNSAVED = 0.1
_LEAST_UNSAVED = 1024
"""Vectors are saved after each tenth of the collection, or this many, whichever is more."""

_KEY = np.dtype("V16")


class Vectors:
    """
    Vectors of texts, by the texts' numbers. Read-only, and safe to share.

    They are kept as integers from -127 to 127, one byte for each dimension. Their scale does not
    matter to the cosine, so it is not kept.
    """

    def __init__(self, rows: NDArray[np.int8], row_of: NDArray[np.int64]) -> None:
        """*rows* has shape `(vectors, dimensions)`; *row_of* gives each text's row."""
        self._rows = rows
        self._row_of = row_of

    @classmethod
    def make(
        cls,
        model: EmbeddingModel,
        texts: Sequence[str],
        folder: Path | None = None,
        progress: EmbeddingProgress | None = None,
    ) -> Vectors:
        """
        Return the vectors of *texts*, numbered from 0.

        Vectors in *folder* are reused, and stay on disk, mapped into memory; the others are made and
        added, so a changed text costs one vector. Each collection needs its own folder, because
        writing drops the vectors of other texts. A file that is damaged or not ours is replaced.
        If this is interrupted, what was saved is used next time. If *folder* cannot be written,
        the log says so once, and the vectors are made again next time: that is no reason to leave
        a question unanswered.
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
        """Return the number of texts."""
        return len(self._row_of)

    def similarity(
        self, question: NDArray[np.float32], numbers: Sequence[int]
    ) -> NDArray[np.float32]:
        """
        Return the cosines of *question*, a unit vector, with the texts *numbers*; shape `(numbers,)`.

        It is 0 for a text without a token that the model knows.
        """
        chosen = self._row_of[np.asarray(numbers, np.int64)]
        return cosines(question, self._rows[chosen])


def cosines(question: NDArray[np.float32], rows: NDArray[np.int8]) -> NDArray[np.float32]:
    """Return the cosine of *question*, a unit vector, with each of *rows*; 0 with one that is all zeros."""
    vectors = rows.astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1)
    shares = np.zeros(len(rows), np.float32)
    np.divide(vectors @ question, lengths, out=shares, where=lengths > 0)
    return shares


Saved = tuple[list[bytes], NDArray[np.int8]]
"""The texts' keys and their vectors, in one order."""


def _complete(
    model: EmbeddingModel,
    wanted: dict[bytes, str],
    saved: Saved | None,
    path: Path | None,
    progress: EmbeddingProgress | None,
) -> NDArray[np.int8]:
    """Return the rows of *wanted* in its order; the file at *path* then has these and no others."""
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
        rows[start:end] = quantize(model.embed([wanted[key] for key in batch]))
        if path and end >= due:
            path = _save(path, order[:end], rows[:end])
            due = end + unsaved
        if progress:
            progress(end - len(kept), len(missing))
    at = {key: row for row, key in enumerate(order)}
    rows = rows[[at[key] for key in wanted]]
    if path:
        _save(path, list(wanted), rows)
    return rows


def _key(model: EmbeddingModel, text: str) -> bytes:
    """Return 16 bytes that name a text and the model that embeds it."""
    return blake2b(
        text.encode(errors="replace"), digest_size=16, key=model.identity.encode()
    ).digest()


def quantize(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Return *vectors* as integers from -127 to 127; each has its own scale, which is not kept."""
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    scaled = np.zeros_like(vectors)
    np.divide(127 * vectors, largest, out=scaled, where=largest > 0)
    np.rint(scaled, out=scaled)
    return scaled.astype(np.int8)


# The file has two arrays in numpy's format, one after the other: the keys and the rows.


def _save(path: Path, keys: list[bytes], rows: NDArray[np.int8]) -> Path | None:
    """Write the file, and return *path*, or None if that failed."""
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
    """Write the file atomically: a reader finds the old one or this one, never a part."""
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
    """Return the keys, and the rows mapped into memory; None without a usable file."""
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
        raise ValueError("numpy writes arrays as small as ours in its format 1.0")
    return npy.read_array_header_1_0(file)
