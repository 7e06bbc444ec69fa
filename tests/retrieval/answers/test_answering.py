"""An answer, or a no that says why."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.query.parser import MAX_QUESTION


@pytest.mark.parametrize(
    ("question", "reason", "unknown"),
    [
        ("", "empty", ()),
        ("  \n", "empty", ()),
        ("?! 😀", "empty", ()),
        ("x" * (MAX_QUESTION + 1), "too-long", ()),
        ("Who won the lottery?", "unknown-words", ("won", "lottery")),
        ("مرحبا بالعالم", "other-language", ()),
        ("“bridge at Lenne”", "filtered-out", ()),
        ("old bridge from:Gazette", "filtered-out", ()),
        ("old bridge since:2030", "filtered-out", ()),
    ],
)
def test_the_no_says_why(
    lenne: Library, question: str, reason: str, unknown: tuple[str, ...]
) -> None:
    answer = lenne.ask(question)
    assert not answer.answered
    assert answer.excerpts == ()
    assert answer.no_answer is not None
    assert (answer.no_answer.reason, answer.no_answer.unknown_terms) == (reason, unknown)
    assert answer.no_answer.coverage.articles == 2
    assert (answer.no_answer.coverage.since, answer.no_answer.coverage.until) == (
        "1997-07-08",
        "1997-09",
    )


def test_the_no_shows_the_nearest_there_is(lenne: Library) -> None:
    answer = lenne.ask("Did the flood reach the cathedral library in Cologne?")
    assert answer.no_answer is not None
    assert answer.no_answer.unknown_terms == ("reach", "cathedral", "library", "Cologne")


@pytest.mark.parametrize("limit", ["“bridge at Lenne”", "from:Gazette", "until:1990"])
def test_the_nearest_is_shown_when_the_limits_of_a_question_leave_nothing(
    lenne: Library, limit: str
) -> None:
    refusal = lenne.ask(f"What tore away the old bridge? {limit}").no_answer
    assert refusal is not None
    assert "tore away the old bridge" in refusal.nearest[0].text
    without = lenne.ask(f"What tore away the old bridge? {limit} -Monday").no_answer
    assert without is not None
    assert all("Monday" not in excerpt.text for excerpt in without.nearest)


def test_an_answer_says_what_filtered_it(bridges: Library) -> None:
    assert [*map(str, bridges.ask("old bridge Altena from:herald").notes)] == ["Only from Herald."]


def test_a_corrected_word_is_told(bridges: Library) -> None:
    answer = bridges.ask("Engineers in Altenna")
    assert [*map(str, answer.notes)] == ["Showing “Altena” for “Altenna”."]


def test_a_word_that_stands_nowhere_is_told_where_somebody_is_asked_of_it(altena: Library) -> None:
    why = altena.ask("What did Jonas Wirth say about pensions?").no_answer
    assert why
    assert (why.reason, why.unknown_terms) == ("not-quoted", ("pensions",))
