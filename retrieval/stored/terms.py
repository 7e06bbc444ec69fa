"""The terms of some articles, read together, and how often those of a query stand where."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.stored import records
from retrieval.stored.database import ORDINALS

Numbers = NDArray[np.int64]


class Row(NamedTuple):
    """Of an article, as the table `terms` has them."""

    key: int
    shape: bytes
    common: bytes
    rare: bytes


class Spans(NamedTuple):
    """Where stretches of terms start and end: two arrays of one length."""

    starts: Numbers
    ends: Numbers

    @property
    def lengths(self) -> Numbers:
        return self.ends - self.starts


class Terms:
    """
    The terms of some articles as numbers of words, one after the other: of each article those of its
    title, then by turns those of a passage's heading and those of the passage.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._ids = records.unpack_ids(
            b"".join([row.common for row in rows]), b"".join([row.rare for row in rows])
        )
        lengths = np.frombuffer(b"".join([row.shape for row in rows]), np.uint32)
        self._bounds = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
        # Of each article, which of the bounds are its title's start and its last passage's end.
        self._of: dict[int, tuple[int, int]] = {}
        first = 0
        for row in rows:
            last = first + len(row.shape) // 4
            self._of[row.key] = first, last
            first = last

    def __contains__(self, key: object) -> bool:
        return key in self._of

    def titles(self, passages: Sequence[int]) -> Spans:
        """Of the articles of these passages."""
        first = self._firsts(passages)
        return Spans(self._bounds[first], self._bounds[first + 1])

    def passages(self, passages: Sequence[int]) -> Spans:
        """Of these passages and their headings."""
        places = np.array([number & _ORDINAL for number in passages], np.int64)
        heading = self._firsts(passages) + 1 + 2 * places
        return Spans(self._bounds[heading], self._bounds[heading + 2])

    def articles(self, keys: Collection[int]) -> Spans:
        """Of these whole articles."""
        bounds = self._bounds[np.array([self._of[key] for key in keys], np.int64)]
        return Spans(bounds[:, 0], bounds[:, 1])

    def counts(self, word: int, of: Spans) -> Numbers:
        """How often a *word* stands in each."""
        where = np.flatnonzero(self._ids == word)
        counts: Numbers = np.searchsorted(where, of.ends) - np.searchsorted(where, of.starts)
        return counts

    def _firsts(self, passages: Sequence[int]) -> Numbers:
        return np.array([self._of[number >> ORDINALS][0] for number in passages], np.int64)


_ORDINAL = (1 << ORDINALS) - 1
