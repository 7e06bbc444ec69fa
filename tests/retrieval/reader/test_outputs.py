"""The outputs of a model: which words they point to, and what is made of each kind."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from retrieval.articles import Span
from retrieval.reader.inputs import ReaderInput
from retrieval.reader.outputs import MOST_TOKENS, choose_interpreter, find_best_span
from retrieval.reader.records import Reading

# [CLS] why [SEP] On . the cat sat [SEP]
INPUT = ReaderInput(tuple(range(9)), 3, 5, (Span(0, 3), Span(4, 7), Span(8, 11)))
LOW = -5.0


def peak(place: int, height: float) -> NDArray[np.float32]:
    """Return logits that are low except at one *place*."""
    logits = np.full(9, LOW, np.float32)
    logits[place] = height
    return logits


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (5, 5, (0, 3)),
        (6, 7, (4, 11)),
        (3, 4, (0, 3)),  # the context does not answer: the first of equally good words do
        (0, 0, (0, 3)),
    ],
)
def test_the_best_words_are_those_of_the_passage_alone(
    start: int, end: int, span: tuple[int, int]
) -> None:
    found, _ = find_best_span(peak(start, 9), peak(end, 9), INPUT)

    assert found == span


def test_words_do_not_end_before_they_start() -> None:
    found, score = find_best_span(peak(7, 9), peak(5, 8), INPUT)

    assert found == (8, 11)
    assert score == 9 + LOW


@given(st.integers(1, 80), st.randoms(use_true_random=False))
def test_no_other_words_have_a_higher_sum(count: int, random: np.random.Generator) -> None:
    offsets = tuple(Span(place, place + 1) for place in range(count))
    made = ReaderInput(tuple(range(count + 4)), 2, 3, offsets)
    starts, ends = (
        np.array([random.random() for _ in range(count + 4)], np.float32) for _ in range(2)
    )
    span, score = find_best_span(starts, ends, made)

    sums = {
        (first, last + 1): float(starts[3 + first]) + float(ends[3 + last])
        for first in range(count)
        for last in range(first, min(count, first + MOST_TOKENS))
    }
    assert span in sums
    assert sums[span] == score == max(sums.values())


def test_a_passage_without_tokens_has_no_words() -> None:
    nothing = ReaderInput((1, 2, 3), 2, 2, ())

    assert find_best_span(peak(0, 1), peak(0, 1), nothing) == (None, 0.0)


@pytest.mark.parametrize(
    ("outputs", "reading"),
    [
        (
            {"answers": [1.5], "starts": [peak(6, 2)], "ends": [peak(6, 2)]},
            Reading(1.5, Span(4, 7)),
        ),
        (
            {"start_logits": [peak(6, 4)], "end_logits": [peak(7, 3)]},
            Reading(4 + 3 - LOW - LOW, Span(4, 11)),
        ),
        (
            {"start_logits": [peak(0, 4)], "end_logits": [peak(0, 3)]},
            Reading(LOW + LOW - 4 - 3, Span(0, 3)),
        ),
        ({"logits": [[-2.5]]}, Reading(-2.5, None)),
        ({"logits": [-2.5]}, Reading(-2.5, None)),
        ({"logits": [[1.0, 3.0]]}, Reading(2.0, None)),
    ],
)
def test_each_kind_of_model_gives_log_odds_and_perhaps_words(
    outputs: dict[str, list[object]], reading: Reading
) -> None:
    interpret = choose_interpreter(outputs)
    assert interpret

    assert interpret({name: np.array(one) for name, one in outputs.items()}, INPUT) == reading


def test_a_model_of_three_classes_is_refused() -> None:
    interpret = choose_interpreter(["logits"])
    assert interpret

    with pytest.raises(ValueError, match="tells 3 classes apart"):
        interpret({"logits": np.zeros((1, 3))}, INPUT)


def test_other_outputs_are_no_reader() -> None:
    assert choose_interpreter(["last_hidden_state", "pooler_output"]) is None
