"""
The table of sketches: which passages have a hash; see `near_copies`.

A row has the passages whose hashes share their upper bits, in the order in which they were added. Each
takes eight bytes: the lower bits of the hash, the passage's place in its article, the article's key.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import StoreError
from retrieval.index.disk.database import ORDINALS

Rows = NDArray[np.int64]

_HASH = 32
_LOWER = _HASH - ORDINALS
"""Bits of a hash that are stored beside those of a place in an article."""

_HALF, _WHOLE = np.dtype("<u4"), np.dtype("<u8")


def add(connection: sqlite3.Connection, sketched: Rows) -> None:
    """
    Add passages.

    Args:
        sketched: In each row, a hash and the number of a passage that has it.
    """
    for bucket, entries in _buckets(sketched):
        connection.execute(
            "INSERT INTO sketches VALUES (?, ?) ON CONFLICT (bucket) DO UPDATE"
            " SET packed = CAST(packed || excluded.packed AS BLOB)",
            (bucket, entries.tobytes()),
        )


def remove(connection: sqlite3.Connection, sketched: Rows) -> None:
    """Remove what was given to `add`."""
    for bucket, entries in _buckets(sketched):
        before = _entries(connection, bucket)
        after = before[~np.isin(before, entries)]
        if len(after):
            query = "UPDATE sketches SET packed = ? WHERE bucket = ?"
            connection.execute(query, (after.tobytes(), bucket))
        else:
            connection.execute("DELETE FROM sketches WHERE bucket = ?", (bucket,))


def find_passages(connection: sqlite3.Connection, hash_: int, most: int) -> list[int]:
    """
    Return the first *most* passages with that hash.

    Raises:
        StoreError: The row is damaged.
    """
    entries = _entries(connection, hash_ >> _LOWER).view(_HALF).reshape(-1, 2).astype(np.int64)
    lower, keys = entries.T
    matches = (lower >> ORDINALS) == (hash_ & ((1 << _LOWER) - 1))
    numbers = (keys << ORDINALS) | (lower & ((1 << ORDINALS) - 1))
    passages: list[int] = numbers[matches][:most].tolist()
    return passages


def _entries(connection: sqlite3.Connection, bucket: int) -> NDArray[np.uint64]:
    query = "SELECT packed FROM sketches WHERE bucket = ?"
    row = connection.execute(query, (bucket,)).fetchone()
    try:
        return np.frombuffer(row[0] if row else b"", _WHOLE)
    except (TypeError, ValueError) as error:
        raise StoreError("a sketch is not what was stored") from error


def _buckets(sketched: Rows) -> Iterator[tuple[int, NDArray[np.uint64]]]:
    """Yield the rows that *sketched* belongs to, in order, and the entries for each, sorted."""
    if not len(sketched):
        return
    hashes, numbers = np.unique(sketched, axis=0).T
    halves = np.empty((len(hashes), 2), _HALF)
    halves[:, 0] = (hashes & ((1 << _LOWER) - 1)) << ORDINALS | numbers & ((1 << ORDINALS) - 1)
    halves[:, 1] = numbers >> ORDINALS
    buckets = hashes >> _LOWER
    cuts = np.flatnonzero(np.diff(buckets)) + 1
    entries: Iterable[NDArray[np.uint64]] = np.split(halves.view(_WHOLE).ravel(), cuts)
    yield from zip(buckets[[0, *cuts]].tolist(), entries, strict=True)
