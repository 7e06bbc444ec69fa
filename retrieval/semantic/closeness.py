"""What the vectors say of a question's candidates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from retrieval.articles import Article
from retrieval.index.passages import Passage
from retrieval.semantic.models import Model
from retrieval.semantic.vectors import Progress, Vectors
from retrieval.text.sentences import sentences


def passage_texts(article: Article, passage: Passage) -> list[str]:
    """
    What is embedded of *passage*: the article's title on a line with the passage under it, then
    each sentence.

    The first tells what it is about, the others what it says of that; a long passage around an
    answer hides the answer from its own vector.
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


class Meaning:
    """How close a collection's passages are in meaning to a question. Safe to share."""

    def __init__(
        self,
        model: Model,
        passages: Iterable[Sequence[str]],
        folder: Path | None = None,
        progress: Progress | None = None,
    ) -> None:
        """
        Embed *passages*, each as its `passage_texts`, in order of their numbers; those that
        *folder* has are not embedded again (see `Vectors.make`).
        """
        texts: list[str] = []
        firsts = [0]
        for of_passage in passages:
            texts += of_passage
            firsts.append(len(texts))
        self._model = model
        self._texts = [range(start, end) for start, end in pairwise(firsts)]
        self._vectors = Vectors.make(model, texts, folder, progress)

    def closeness(self, question: str, numbers: Sequence[int]) -> list[float]:
        """
        How close each of the passages *numbers* is to *question*, from 0 to 1: the mean of the
        cosine with the whole and of the largest with a sentence.

        A negative cosine says no more than one of 0, so it counts as 0.
        """
        texts = [self._texts[number] for number in numbers]
        flat = [text for of_passage in texts for text in of_passage]
        cosines = self._vectors.similarity(self._model.question(question), flat).clip(0, 1)
        ends = np.cumsum([len(of_passage) for of_passage in texts])
        each = np.split(cosines, ends[:-1]) if texts else []
        return [float(part[0] + part[1:].max(initial=0)) / 2 for part in each]
