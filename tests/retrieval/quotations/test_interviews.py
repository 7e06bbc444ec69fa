"""The turns of a printed interview."""

from __future__ import annotations

from tests.support.quotations import quoted

_INTRODUCTION = "Dr Ada Park has built bridges since 1990. We met at the river."


def test_answers_are_by_whom_the_interview_introduces() -> None:
    text = (
        f"{_INTRODUCTION}\n\nQ: Does it hold?\n\nA: It holds.\n\nQ: And the town?\n\nA: It is dry."
    )
    assert quoted(text) == [("It holds.", "Dr Ada Park"), ("It is dry.", "Dr Ada Park")]


def test_a_named_interviewer_speaks_as_well() -> None:
    text = (
        f"{_INTRODUCTION}\n\nBugle: Is Jonas Park your brother?\n\nPark: No.\n\n"
        "Bugle: And Kim Park?\n\nPark: My aunt."
    )
    assert quoted(text) == [
        ("Is Jonas Park your brother?", "Bugle"),
        ("No.", "Dr Ada Park"),
        ("And Kim Park?", "Bugle"),
        ("My aunt.", "Dr Ada Park"),
    ]


def test_a_list_with_colons_is_no_interview() -> None:
    text = "Monday: rain.\n\nTuesday: rain.\n\nLenne: dry.\n\nAltena: rain over the whole town."
    assert quoted(text) == []
