"""The terms of some articles, read together, and how often those of a query stand where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.stored.database import ORDINALS
from retrieval.stored.records import COMMON

Numbers = NDArray[np.int64]


class Spans(NamedTuple):
    """
    Some texts, each of one or more stretches of terms that lie apart: where these start and end, a row
    for the first stretch of each text, and so on.
    """

    starts: Numbers
    ends: Numbers

    @property
    def lengths(self) -> Numbers:
        """Of each text, in terms."""
        lengths: Numbers = (self.ends - self.starts).sum(axis=0)
        return lengths


class Terms:
    """
    The terms of some articles as numbers of words, one after the other: of each article those of its
    title, then by turns those of a passage's heading and those of the passage.
    """

    def __init__(
        self,
        keys: Sequence[int],
        shapes: Sequence[bytes],
        common: Sequence[bytes],
        rare: Sequence[bytes],
    ) -> None:
        """
        Args:
            keys: Of the articles, in order.
            shapes, common, rare: Of each, as the table `terms` has them.
        """
        self._keys = np.array(keys, np.int64)
        # Of each article, which of the bounds is its title's start; its last passage's end is the
        # next one's.
        sizes = [len(shape) // _SIZE for shape in shapes]
        self._firsts = np.concatenate([_NONE, np.cumsum(sizes, dtype=np.int64)])
        lengths = np.frombuffer(b"".join(shapes), np.uint32)
        self._bounds = np.concatenate([_NONE, np.cumsum(lengths, dtype=np.int64)])
        # As `records.pack_ids` has them.
        self._common = np.frombuffer(b"".join(common), "<u2")
        self._rare = np.frombuffer(b"".join(rare), "<u4")
        self._where: dict[int, Numbers] = {}

    def has(self, keys: Numbers) -> NDArray[np.bool_]:
        """Whether the articles with these keys are among them."""
        if not len(self._keys):
            return np.zeros(len(keys), np.bool_)
        found: NDArray[np.bool_] = (
            self._keys[np.minimum(self._of(keys), len(self._keys) - 1)] == keys
        )
        return found

    def passages(self, numbers: Numbers) -> Spans:
        """These passages, each with its heading and its article's title."""
        title = self._firsts[self._of(numbers >> ORDINALS)]
        heading = title + 1 + 2 * (numbers & _ORDINAL)
        return Spans(self._bounds[[title, heading]], self._bounds[[title + 1, heading + 2]])

    def articles(self, keys: Numbers) -> Spans:
        """These whole articles."""
        of = self._of(keys)
        return Spans(self._bounds[self._firsts[[of]]], self._bounds[self._firsts[[of + 1]]])

    def counts(self, word: int, of: Spans) -> Numbers:
        """How often a *word* stands in each."""
        where = self._where.get(word)
        if where is None:
            where = self._where[word] = self._places(word)
        counts: Numbers = (where.searchsorted(of.ends) - where.searchsorted(of.starts)).sum(axis=0)
        return counts

    def _places(self, word: int) -> Numbers:
        if word < COMMON:
            return np.flatnonzero(self._common == word)
        places: Numbers = np.flatnonzero(self._common == COMMON)[self._rare == word]
        return places

    def _of(self, keys: Numbers) -> Numbers:
        """The places of articles."""
        return self._keys.searchsorted(keys)


_NONE = np.zeros(1, np.int64)
_SIZE = np.dtype(np.uint32).itemsize
_ORDINAL = (1 << ORDINALS) - 1
