"""
Turns the outputs of a model into a reading. Three kinds of models are told apart by their outputs:

- ours, with `answers`, the log odds of each input, and `starts` and `ends` for each token;
- those trained on SQuAD 2.0, with `start_logits` and `end_logits`, where the first token stands for "no answer";
- classifiers of pairs of texts, such as rerankers, with `logits`, one or two for each input.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import Span
from retrieval.reader.inputs import ReaderInput
from retrieval.reader.records import Reading

Outputs = Mapping[str, NDArray[np.floating[Any]]]
"""The outputs of a model for one input, by name; each has a first dimension of 1."""

Interpreter = Callable[[Outputs, ReaderInput], Reading]
"""Returns the reading of an input; the span counts in the text of its passage."""

MOST_TOKENS = 30
"""Tokens of the words that answer."""


def choose_interpreter(names: Collection[str]) -> Interpreter | None:
    """Return what interprets the outputs of these *names*; None if nothing does."""
    return next((make for needed, make in _INTERPRETERS.items() if needed <= set(names)), None)


def _read_ours(outputs: Outputs, given: ReaderInput) -> Reading:
    span, _ = find_best_span(outputs["starts"][0], outputs["ends"][0], given)
    return Reading(float(outputs["answers"].reshape(-1)[0]), span)


def _read_squad(outputs: Outputs, given: ReaderInput) -> Reading:
    starts, ends = outputs["start_logits"][0], outputs["end_logits"][0]
    span, score = find_best_span(starts, ends, given)
    return Reading(score - float(starts[0] + ends[0]), span)


def _read_classifier(outputs: Outputs, _: ReaderInput) -> Reading:
    """
    Return the reading of a classifier: its only logit, or by how much the second is above the first.

    Raises:
        ValueError: It tells more than two classes apart.
    """
    logits = outputs["logits"].reshape(-1)
    if len(logits) > 2:
        raise ValueError(f"tells {len(logits)} classes apart, not answers from the rest")
    return Reading(float(logits[-1] - logits[0] if len(logits) == 2 else logits[0]), None)


_INTERPRETERS: Mapping[frozenset[str], Interpreter] = {
    frozenset({"answers", "starts", "ends"}): _read_ours,
    frozenset({"start_logits", "end_logits"}): _read_squad,
    frozenset({"logits"}): _read_classifier,
}


def find_best_span(
    starts: NDArray[np.floating[Any]], ends: NDArray[np.floating[Any]], given: ReaderInput
) -> tuple[Span | None, float]:
    """
    Return the words of the passage with the highest sum of a start and an end, and that sum.

    Args:
        starts, ends: Shape `(tokens,)`.
    """
    count = len(given.offsets)
    if not count:
        return None, 0.0
    part = slice(given.first, given.first + count)
    sums = starts[part, None].astype(np.float64) + ends[None, part]
    sums[~_may_span(count)] = -np.inf
    first, last = divmod(int(sums.argmax()), count)
    span = given.locate(given.first + first, given.first + last)
    return span if span.start < span.end else None, float(sums[first, last])


def _may_span(count: int) -> NDArray[np.bool_]:
    """Return which pairs of a first and a last of *count* tokens are words, shape `(count, count)`."""
    length = np.arange(count)[None, :] - np.arange(count)[:, None]
    return np.asarray((length >= 0) & (length < MOST_TOKENS))
