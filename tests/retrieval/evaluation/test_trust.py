"""Grades of answers, and the shares made of them, against figures computed by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retrieval.answers.records import Excerpt
from retrieval.evaluation.outcomes import Outcome
from retrieval.evaluation.question_sets import JudgedQuery
from retrieval.evaluation.trust import (
    Grade,
    KindCounts,
    Speaking,
    count_by_kind,
    grade,
    is_named,
    measure_far,
    measure_trust,
    measure_twins,
)
from tests.support.evaluations import excerpt_of, shown

PRICE = JudgedQuery("price", "What does it cost?", True, ("five crowns",), kind="how-many")
NO_PRICE = replace(PRICE, answerable=False, answers=())
SAID = JudgedQuery(
    "said",
    "What did Ada Lenz say?",
    True,
    ("it holds",),
    kind="who-said",
    speaker="Ada Lenz",
    also=("the Bridge Board",),
)
RIGHT, WRONG = "It costs five crowns.", "It costs a lot."
OURS = excerpt_of("“It holds.”", speaker="Lenz")
THEIRS = excerpt_of("“It holds.”", speaker="Otto Brandt")
NOBODYS = excerpt_of("It holds.")


@pytest.mark.parametrize(
    ("query", "excerpts", "expected", "in_three", "speaking"),
    [
        (PRICE, [RIGHT], "first", True, None),
        (PRICE, ["It costs Five\n crowns."], "first", True, None),
        (PRICE, [WRONG, WRONG, RIGHT], "wrong", True, None),
        (PRICE, [WRONG, WRONG, WRONG, RIGHT], "wrong", False, None),
        (PRICE, [], "refused", False, None),
        (replace(PRICE, article="b"), [RIGHT], "wrong", False, None),
        (replace(PRICE, article="b"), [excerpt_of(RIGHT, "b")], "first", True, None),
        (replace(PRICE, answers=("Ada's price",)), ["ADA’S price"], "first", True, None),
        (NO_PRICE, [], "no", False, None),
        (NO_PRICE, [WRONG], "answered", False, None),
        (SAID, [OURS], "first", True, "asked"),
        (SAID, [THEIRS, OURS], "first", True, "other"),
        (SAID, [NOBODYS], "first", True, "nobody"),
        (SAID, [], "refused", False, None),
        (replace(SAID, kind="why"), [THEIRS], "first", True, None),
        (replace(SAID, speaker=None), [THEIRS], "first", True, None),
    ],
)
def test_an_answer_is_graded_by_what_it_shows(
    query: JudgedQuery,
    excerpts: list[Excerpt | str],
    expected: Grade,
    in_three: bool,
    speaking: Speaking | None,
) -> None:
    graded = grade(shown(query, excerpts))

    assert (graded.grade, graded.in_three, graded.speaking) == (expected, in_three, speaking)


@pytest.mark.parametrize(
    ("asked", "speaker", "same"),
    [
        (["Ada Lenz"], "Lenz", True),
        (["Ada Lenz"], "Lenz, the mayor", True),
        (["Lenz"], "Mayor Ada Lenz", True),
        (["Ada Lenz", "Bridge Board"], "the Bridge Board of Altena", True),
        (["World Health Organization"], "the world health organization’s office", True),
        (["Ada Lenz"], "Ada Brandt", False),
        (["the"], "the mayor", False),
    ],
)
def test_a_speaker_goes_by_the_last_word_of_a_name(
    asked: list[str], speaker: str, same: bool
) -> None:
    assert is_named(asked, speaker) is same


ANSWERS = [
    shown(PRICE, [RIGHT], 0.9),
    shown(PRICE, [WRONG, RIGHT], 0.7),
    shown(PRICE, [], 0.3),
    shown(SAID, [OURS], 0.8),
    shown(SAID, [THEIRS], 0.6),
    shown(NO_PRICE, [WRONG], 0.8),
    shown(NO_PRICE, [WRONG], 0.7),
    shown(NO_PRICE, [], 0.1),
    shown(NO_PRICE, [], 0.1),
]


def test_the_shares_are_those_computed_by_hand() -> None:
    assert measure_trust([grade(answer) for answer in ANSWERS]) == pytest.approx(
        {
            "first": 3 / 5,
            "three": 4 / 5,
            "wrong": 1 / 5,
            "refused": 1 / 5,
            "no": 2 / 4,
            "harm": 1 / 4,
            "trust": (3 / 5 + 2 / 4) / 2,
            "precision": 3 / 6,
            # Above 0.8, 0.7, 0.1, 0.1 are, in pairs: 4 of 0.9's, 2 + 1/2 of 0.7's, 2 of 0.3's,
            # 3 + 1/2 of 0.8's, and 2 of 0.6's.
            "auroc": 14 / 20,
            "speaker": 1 / 2,
            "other": 1 / 2,
        }
    )


@pytest.mark.parametrize(
    ("answers", "names"),
    [
        (ANSWERS[:3], ["first", "three", "wrong", "refused", "precision"]),
        (ANSWERS[5:], ["no", "harm", "precision"]),
        (ANSWERS[7:], ["no", "harm"]),
        ([], []),
    ],
)
def test_shares_that_do_not_apply_are_left_out(answers: list[Outcome], names: list[str]) -> None:
    assert list(measure_trust([grade(answer) for answer in answers])) == names


def test_twins_are_right_together_and_the_text_that_answers_is_the_surer_one() -> None:
    own = [
        shown(PRICE, [RIGHT], 0.9),
        shown(PRICE, [RIGHT], 0.6),
        shown(PRICE, [], 0.2),
        shown(NO_PRICE, [], 0.3),
    ]
    mirrored = [
        shown(NO_PRICE, [], 0.1),  # both right
        shown(NO_PRICE, [WRONG], 0.6),  # right over one text, as sure of either
        shown(NO_PRICE, [], 0.4),  # surer of the wrong text
        shown(PRICE, [RIGHT], 0.7),  # both right, and this side is the one that answers
    ]

    assert measure_twins(list(map(grade, own)), list(map(grade, mirrored))) == {
        "both": 2 / 4,
        "higher": (1 + 1 / 2 + 0 + 1) / 4,
    }


def test_over_other_articles_every_answer_is_one_too_many() -> None:
    graded = [grade(shown(PRICE, [RIGHT], 0.9)), grade(shown(NO_PRICE, [], 0.0))]
    far = [shown(PRICE, [WRONG], 0.9), shown(PRICE, [], 0.1)]

    assert measure_far(graded, far) == {"far": 1 / 2, "farauroc": (1 / 2 + 1) / 2}
    assert measure_far(graded, []) == {}


def test_grades_are_counted_by_kind_and_answerable_kinds_come_first() -> None:
    assert list(count_by_kind(map(grade, ANSWERS))) == [
        KindCounts("how-many", True, 3, {"first": 1, "three": 2, "wrong": 1, "refused": 1}),
        KindCounts("who-said", True, 2, {"first": 2, "three": 2, "wrong": 0, "refused": 0}),
        KindCounts("how-many", False, 4, {"no": 2, "answered": 2, "harm": 1}),
    ]
