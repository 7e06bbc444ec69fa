"""Whose number a sentence gives, and of which time."""

from __future__ import annotations

import pytest

from retrieval.answers.claim_subjects import are_apart
from retrieval.answers.records import Answer
from retrieval.library import Library
from retrieval.output import plain_text
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

NORTH = "Northland fought on. The army of Northland has lost 4,000 soldiers since the war with Southland began."
NORTHERN = "Southland reports that Northland’s army lost 9,000 soldiers in the war."
SOUTHERN = (
    "Southland buried its dead. Southland has lost 700 soldiers since the war with Northland began."
)
IN_NORTH = "Southland lost 1,900 soldiers in Northland, and gave up the war."


def ask(question: str, *dated: tuple[str, str | None]) -> Answer:
    """Ask articles with these texts, each with the date of its publication."""
    return Library.of(
        make_article(f"a{n}", text, Metadata(title="The war", published=date, language="en"))
        for n, (text, date) in enumerate(dated)
    ).ask(question)


def claimed(answer: Answer) -> list[str]:
    return [side.excerpt.article.slice(side.said) for side in answer.sides]


@pytest.mark.parametrize(
    ("question", "texts", "expected"),
    [
        ("How many soldiers has Northland lost?", (NORTH, NORTHERN), ["4,000", "9,000"]),
        ("How many soldiers has Northland lost?", (NORTH, SOUTHERN), []),
        ("How many soldiers has Northland lost?", (NORTH, IN_NORTH), []),
        ("How many soldiers has Southland lost?", (SOUTHERN, NORTHERN), []),
    ],
)
def test_the_losses_of_one_do_not_conflict_with_those_of_another(
    question: str, texts: tuple[str, ...], expected: list[str]
) -> None:
    answer = ask(question, *((text, "2021") for text in texts))
    assert answer.answered
    assert claimed(answer) == expected


def test_what_is_counted_of_another_is_no_answer() -> None:
    text = (
        "Southern losses in the war with Northland have passed 4,000, the army of Northland says."
    )
    answer = ask(
        "How many losses has Northland suffered?", (text + " The Southern army is tired.", "2021")
    )
    assert answer.no_answer
    assert answer.no_answer.reason == "other-subject"
    [failed] = answer.no_answer.failed
    assert str(failed.note) == "The nearest excerpt speaks of “Southern”, not of “Northland”."


@pytest.mark.parametrize(
    ("dates", "apart"),
    [
        (("2021-07-15", "2021-08"), True),
        (("2021-07", "2021-07-20"), False),
        (("2021-07-15", "2021-07-15"), False),
        (("2021-07-15", None), False),
    ],
)
def test_claims_of_different_dates_may_each_have_been_right(
    dates: tuple[str | None, str | None], *, apart: bool
) -> None:
    texts = (
        "Twelve people were killed by the flood in Altena.",
        "The flood in Altena killed 31 people, as the mayor says.",
    )
    answer = ask("How many people were killed in Altena?", *zip(texts, dates, strict=True))
    assert len(answer.sides) == 2
    assert answer.at_different_dates is apart
    head = "Reported at different dates:" if apart else "The articles say different things:"
    assert plain_text.format_answer(answer).startswith(head)


def test_when_something_happened_does_not_change_with_the_date_of_the_report() -> None:
    answer = ask(
        "When was the bridge at Altena destroyed?",
        ("The bridge at Altena was destroyed on 14 July 2021, the police say.", "2021"),
        ("The old bridge at Altena was destroyed on July 15, as its keeper recalls.", "2022"),
    )
    assert len(answer.sides) == 2
    assert not answer.at_different_dates


@pytest.mark.parametrize(
    ("time", "other", "apart"),
    [
        ("2021-07", "2021-08", True),
        ("2021", "2021-08", False),
        ("2021-08-01", "2021-08", False),
        (None, "2021", False),
    ],
)
def test_times_are_apart_if_neither_is_part_of_the_other(
    time: str | None, other: str | None, *, apart: bool
) -> None:
    assert are_apart(time, other) is apart
