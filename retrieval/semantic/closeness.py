"""Measures how close passages are in meaning to a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import Article
from retrieval.index.passages import Passage
from retrieval.semantic.models import EmbeddingModel
from retrieval.semantic.vectors import EmbeddingProgress, Vectors
from retrieval.text.sentences import sentences


def passage_texts(article: Article, passage: Passage) -> list[str]:
    """
    Return the texts to embed for *passage*: the passage under a line with the article's title, then
    each of its sentences.

    The first text shows what the passage is about, the others what it says about it; in the vector
    of a long passage, one sentence that answers gets lost.
    """
    whole = f"{article.title}\n{article.slice((passage.start, passage.end))}"
    bounds = [
        (max(paragraph.start, passage.start), min(paragraph.end, passage.end))
        for _, paragraph in passage.paragraphs(article)
    ]
    spans = [
        span
        for start, end in bounds
        for span in sentences(article.text, start, end, article.language)
    ]
    return [whole, *map(article.slice, spans)]


class Closeness(Protocol):
    """Measures closeness in meaning. Safe to share between threads."""

    def measure_closeness(self, question: str, numbers: Sequence[int]) -> Sequence[float | None]:
        """
        Return how close each of the passages *numbers* is to *question*, from 0 to 1: the mean of its
        cosine with the whole passage and its largest cosine with a sentence. None where that is unknown yet.

        A negative cosine counts as 0: it says no more than that.
        """
        ...


def combine(cosines: NDArray[np.float32]) -> float:
    """Return the closeness of a passage, given its cosines; see `Closeness`."""
    positive = cosines.clip(0, 1)
    return float(positive[0] + positive[1:].max(initial=0)) / 2


class SemanticIndex:
    """The vectors of a collection's passages. Safe to share between threads."""

    def __init__(
        self,
        model: EmbeddingModel,
        passages: Iterable[Sequence[str]],
        folder: Path | None = None,
        progress: EmbeddingProgress | None = None,
    ) -> None:
        """
        Embed *passages*, each given as its `passage_texts`, in order of their numbers. Vectors that
        are in *folder* are reused; see `Vectors.make`.
        """
        texts: list[str] = []
        firsts = [0]
        for passage in passages:
            texts += passage
            firsts.append(len(texts))
        self._model = model
        self._texts = [range(start, end) for start, end in pairwise(firsts)]
        self._vectors = Vectors.make(model, texts, folder, progress)

    def measure_closeness(self, question: str, numbers: Sequence[int]) -> list[float]:
        """See `Closeness`."""
        texts = [self._texts[number] for number in numbers]
        flat = [text for passage in texts for text in passage]
        cosines = self._vectors.similarity(self._model.question(question), flat)
        ends = np.cumsum(list(map(len, texts)))
        by_passage = np.split(cosines, ends[:-1]) if texts else []
        return list(map(combine, by_passage))
