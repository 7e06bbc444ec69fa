"""How much of a question a text holds."""

from __future__ import annotations

import pytest

from retrieval.query.model import Alternative, Query, Word
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.normalization import spaced


def weights_of(*words: Word) -> QuestionWeights:
    return QuestionWeights(
        Query("", None, words), lambda term: float(len(term)), lambda term: term != "gone"
    )


@pytest.mark.parametrize(
    ("present", "share"),
    [
        ({"aa", "bb"}, 1.0),
        ({"aa"}, 0.5),
        ({"cc"}, 0.25),
        ({"cc", "aa"}, 0.75),
        ({"bb", "cc"}, 0.5),
        (set(), 0.0),
    ],
)
def test_a_word_counts_at_its_best(present: set[str], share: float) -> None:
    words = (
        Word("aa", "aa", False),
        Word("bb", "bb", False, alternatives=(Alternative(("cc",), 0.5),)),
    )
    assert weights_of(*words).share(present) == pytest.approx(share)


def test_a_word_that_only_shapes_the_question_is_not_missed_where_no_article_has_it() -> None:
    assert (
        weights_of(Word("aa", "aa", False), Word("gone", "gone", False, 0.2)).share({"aa"}) == 1.0
    )
    assert weights_of(Word("aa", "aa", False), Word("gone", "gone", False)).share({"aa"}) < 0.5


@pytest.mark.parametrize(
    ("sequence", "adjacent", "near"),
    [
        (["aa", "bb"], 1.0, 1.0),
        (["aa", "x", "bb"], 0.0, 0.5),
        (["bb", "aa"], 0.0, 1 / 1.5),
        (["aa", "x"], 0.0, 0.0),
    ],
)
def test_neighbours_in_the_question_are_best_as_neighbours(
    sequence: list[str], adjacent: float, near: float
) -> None:
    words = weights_of(Word("aa", "aa", False), Word("bb", "bb", False))
    assert words.nearness(sequence) == pytest.approx((adjacent, near))


@pytest.mark.parametrize(
    ("word", "text", "share"),
    [
        ("Brücke", "Die Brücke ist zu.", 1.0),
        ("Brücke", "Die Autobahnbrücken sind zu.", 3 / 5),  # rück, ücke and brüc, no edges
        ("Autobahnbrücke", "Eine Brücke", 4 / 13),
        ("ja", "ja, so ist es", 1.0),  # shorter than a piece: as a word
        ("ja", "jahrelang", 0.0),
        ("Kherson's", "in Kherson’s port", 1.0),
        ("rain", "snow", 0.0),
    ],
)
def test_what_stems_leave_apart_meets_by_its_letters(word: str, text: str, share: float) -> None:
    assert weights_of(Word(word, word, False)).letters(spaced(text)) == pytest.approx(share)
