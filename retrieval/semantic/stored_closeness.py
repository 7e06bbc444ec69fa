"""Measures closeness in meaning for an index on disk, whose vectors are made as time allows."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np

from retrieval.index.disk import database, editions
from retrieval.index.disk.database import ORDINALS
from retrieval.index.disk.index import StoredIndex
from retrieval.index.disk.vectors import (
    PassageKey,
    PassageVectors,
    Rows,
    StoredVectors,
    VectorsError,
)
from retrieval.semantic.closeness import combine, passage_texts
from retrieval.semantic.models import EmbeddingModel
from retrieval.semantic.vectors import EmbeddingProgress, cosines, quantize

TEXTS = 1
"""The version of `passage_texts`: a vector is of no use to code that embeds other texts. Raise it then."""

log = logging.getLogger(__name__)

_ORDINAL = (1 << ORDINALS) - 1

_BATCH = 32
"""Passages that are embedded and stored together: what a kill loses, and how long a stop may take."""


class _Texts(NamedTuple):
    """The texts of a passage, and their hash."""

    number: int
    key: PassageKey
    texts: list[str]
    hash: bytes


class StoredCloseness:
    """See `Closeness`. What it knows is what has been embedded so far, also by other processes."""

    def __init__(
        self,
        model: EmbeddingModel,
        index: StoredIndex,
        vectors: StoredVectors,
        *,
        on_demand: bool = False,
    ) -> None:
        """
        Args:
            vectors: See `open_vectors`.
            on_demand: Whether to embed what a question needs and has no vectors yet.
        """
        self._model = model
        self._index = index
        self._vectors = vectors
        self._on_demand = on_demand
        self._reported = ""
        self._made_by: str = index.about["made_by"]

    def measure_closeness(self, question: str, numbers: Sequence[int]) -> list[float | None]:
        """See `Closeness`."""
        rows = self._find(numbers)
        known = [each for each in rows if each is not None]
        if not known:
            return [None] * len(rows)
        shares = cosines(self._model.question(question), np.concatenate(known))
        parts = iter(np.split(shares, np.cumsum(list(map(len, known)))[:-1]))
        return [None if each is None else combine(next(parts)) for each in rows]

    def _find(self, numbers: Sequence[int]) -> list[Rows | None]:
        """Return what vectors there are; trouble with them is logged, and a question answered all the same."""
        rows: list[Rows | None] = [None] * len(numbers)
        try:
            rows = self._vectors.find(list(map(self._key, numbers)))
            missing = [number for number, each in zip(numbers, rows, strict=True) if each is None]
            if self._on_demand and missing:
                made = self._make(missing)
                rows = [made.get(number, each) for number, each in zip(numbers, rows, strict=True)]
        except VectorsError as error:
            if str(error) != self._reported:
                log.warning("%s; until then, words alone decide", error)
            self._reported = str(error)
        return rows

    @property
    def is_current(self) -> bool:
        """Whether the index has had no other edition since it was opened."""
        edition = self._index.commit.edition
        return edition == editions.find_current(edition.parent)

    def embed_missing(
        self,
        progress: EmbeddingProgress | None = None,
        goes_on: Callable[[], bool] = lambda: True,
    ) -> bool:
        """
        Embed the passages that have no vectors, article by article. Each batch is stored at once.

        Args:
            progress: Is given passages instead of vectors.
            goes_on: Asked before each batch.

        Returns:
            Whether all passages of the index have vectors.

        Raises:
            VectorsError: Vectors cannot be read or written.
        """
        known = self._vectors.count_passages(self._made_by)
        short = {state: count for _, state, count in self._index.states()}
        short = {state: n - known.get(state, 0) for state, n in short.items()}
        total, done = sum(short.values()), 0
        batch: list[int] = []
        for number in self._missing({state for state, lacks in short.items() if lacks > 0}):
            batch.append(number)
            if len(batch) < _BATCH:
                continue
            if not (goes_on() and self.is_current):
                return False
            self._make(batch)
            done += len(batch)
            batch = []
            if progress:
                progress(done, total)
        if batch:
            self._make(batch)
            if progress:
                progress(total, total)
        self._vectors.drop_other_versions(self._made_by)
        return self.is_current

    def _missing(self, states: set[bytes]) -> Iterator[int]:
        """Yield the passages without vectors of articles in these *states*."""
        for key, state, count in self._index.states():
            if state not in states:
                continue
            states.discard(state)  # another article may be the same
            there = self._vectors.find_ordinals(state, self._made_by)
            yield from (key << ORDINALS | place for place in range(count) if place not in there)

    def _make(self, numbers: Sequence[int]) -> dict[int, Rows]:
        """Embed passages, store their vectors, and return them."""
        passages = list(map(self._texts, numbers))
        rows = self._embed(passages)
        self._store(
            passages,
            [PassageVectors(one.key, one.hash, rows[one.hash]) for one in passages],
        )
        return {one.number: rows[one.hash] for one in passages}

    def _embed(self, passages: Sequence[_Texts]) -> dict[bytes, Rows]:
        """Return the vectors of *passages* by the hash of their texts, of which some may be stored."""
        rows = self._vectors.find_texts({one.hash for one in passages})
        new = {one.hash: one.texts for one in passages if one.hash not in rows}
        made = quantize(self._model.embed([text for texts in new.values() for text in texts]))
        ends = accumulate(map(len, new.values()))
        for hash_, end in zip(new, ends, strict=True):
            rows[hash_] = made[end - len(new[hash_]) : end]
        return rows

    def _store(self, passages: Sequence[_Texts], vectors: Sequence[PassageVectors]) -> None:
        """Store *vectors*, except those of articles that the last commit of the index no longer has."""
        keys = {each.key.state: each.number >> ORDINALS for each in passages}

        def exists(state: bytes) -> bool:
            edition = self._index.commit.edition
            if not self.is_current:
                return False
            with closing(database.open_to_read(edition)) as last:
                row = last.execute("SELECT state FROM articles WHERE key = ?", (keys[state],))
                return row.fetchall() == [(state,)]

        self._vectors.add(vectors, exists)

    def _texts(self, number: int) -> _Texts:
        article = self._index.articles[self._index.article_of[number]]
        texts = passage_texts(article, self._index.passages[number])
        hash_ = blake2b(json.dumps(texts).encode(), digest_size=16).digest()
        return _Texts(number, self._key(number), texts, hash_)

    def _key(self, number: int) -> PassageKey:
        state = self._index.state_of(number >> ORDINALS)
        return PassageKey(state, self._made_by, number & _ORDINAL)


def open_vectors(model: EmbeddingModel, folder: Path) -> StoredVectors:
    """
    Open the vectors of *model* for the index in *folder*.

    Raises:
        VectorsError: They cannot be opened or written.
    """
    return StoredVectors(folder, f"{model.identity}-{TEXTS}", model.dimensions)
