"""Closeness in meaning for a collection whose index is on disk."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from retrieval.index.disk.index import StoredIndex
from retrieval.index.disk.vectors import StoredVectors, VectorsError
from retrieval.library import Library
from retrieval.ranking.calibration import judge_by_chance
from retrieval.ranking.ranker import Ranker
from retrieval.semantic.models import load_embedding_model
from retrieval.semantic.stored_closeness import StoredCloseness, open_vectors
from retrieval.semantic.vectors import EmbeddingProgress

log = logging.getLogger(__name__)

_JUDGED = "by_chance"
"""Where, beside the vectors, stands by which code and at which number of passages what was judged."""

_RECALIBRATE = 0.1
"""Share of passages by which a collection grows or shrinks before what chance reaches is judged again."""


class StoredMeaning:
    """
    A model of meaning, and its vectors of the passages of an index on disk.

    What chance reaches is stored beside the vectors. Until all passages have theirs, the confidence
    goes by what is usual in collections.
    """

    def __init__(self, model: str, folder: Path, *, on_demand: bool) -> None:
        """
        Args:
            model: See `semantic.load_embedding_model`.
            folder: The folder of the index.
            on_demand: See `StoredCloseness`.

        Raises:
            ModelError: The model cannot be loaded.
        """
        self._model = load_embedding_model(model)
        self._folder = folder
        self._on_demand = on_demand

    def weigh(self, library: Library, index: StoredIndex) -> None:
        """
        Let closeness in meaning join the evidence of a *library* of that *index*.

        If the vectors cannot be opened, the log says so: words are enough to answer.
        """
        try:
            vectors = open_vectors(self._model, self._folder)
        except VectorsError as error:
            log.warning("%s; until then, words alone decide", error)
            return
        closeness = StoredCloseness(self._model, index, vectors, on_demand=self._on_demand)

        def judge(ranker: Ranker) -> float | None:
            if ranker.model.name != "meaning":
                return library.store.judge_by_chance(ranker)
            with suppress(VectorsError):  # which is logged where closeness is measured
                return _read_judged(vectors, index)
            return None

        library.ranker = Ranker(index, closeness, judge, library.ranker.reader)

    def embed_missing(
        self,
        index: StoredIndex,
        progress: EmbeddingProgress | None = None,
        goes_on: Callable[[], bool] = lambda: True,
    ) -> bool:
        """
        Embed the passages of *index* that have no vectors, then judge what chance reaches with them.

        Args:
            goes_on: Asked often; False stops this, and the next call goes on from there.

        Returns:
            Whether there is nothing left to do for that index.

        Raises:
            EngineError: Vectors cannot be read or written, or the index is damaged.
        """
        with closing(open_vectors(self._model, self._folder)) as vectors, index.reporting_damage():
            closeness = StoredCloseness(self._model, index, vectors)
            if not closeness.embed_missing(progress, goes_on):
                return False
            if not _is_judged(vectors, index):
                by_chance = judge_by_chance(Ranker(index, closeness))
                judged = [index.about["made_by"], index.size, by_chance]
                vectors.write_about({_JUDGED: judged})
            return True


def _is_judged(vectors: StoredVectors, index: StoredIndex) -> bool:
    """Return whether what chance reaches was judged by this code, in a collection of about this size."""
    made_by, size, _ = vectors.read_about().get(_JUDGED) or ("", 0, None)
    return made_by == index.about["made_by"] and abs(index.size - size) <= _RECALIBRATE * size


def _read_judged(vectors: StoredVectors, index: StoredIndex) -> float | None:
    """Return what chance reaches; None if that was not judged yet, or could not be."""
    made_by, _, by_chance = vectors.read_about().get(_JUDGED) or ("", 0, None)
    return by_chance if made_by == index.about["made_by"] else None
