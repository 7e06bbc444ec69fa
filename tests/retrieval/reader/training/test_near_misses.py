"""Near misses made by rule hold the words of the passage, and no longer what answers."""

from __future__ import annotations

from random import Random

from retrieval.articles import Span
from retrieval.reader.training.examples import Example
from retrieval.reader.training.near_misses import exchanged, without_answer

TEXT = (
    "The strike was called by Ana Dreyer in May. It was ended by Tom Halvorsen in June. "
    "Nobody was paid."
)


def example(answer: str) -> Example:
    start = TEXT.index(answer)
    return Example("", TEXT, answers=True, answer=Span(start, start + len(answer)))


def test_the_sentence_that_answers_is_left_out() -> None:
    made = without_answer(example("Tom Halvorsen"))
    assert made
    assert not made.answers
    assert made.passage == "The strike was called by Ana Dreyer in May. Nobody was paid."


def test_nothing_is_left_out_of_a_single_sentence() -> None:
    assert without_answer(Example("", "All of it.", answers=True, answer=Span(0, 3))) is None


def test_a_name_of_the_question_changes_places_with_another() -> None:
    made = exchanged("What did Tom Halvorsen do?", example("ended"), Random(0))
    assert made
    assert not made.answers
    assert sorted(made.passage.replace(".", "").split()) == sorted(TEXT.replace(".", "").split())
    assert made.passage != TEXT


def test_nothing_is_exchanged_if_the_question_names_nothing_of_the_passage() -> None:
    assert exchanged("What was the end?", example("ended"), Random(0)) is None
