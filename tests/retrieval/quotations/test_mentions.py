"""Mentions of people in English prose, and what shows that they are people."""

from __future__ import annotations

import pytest

from retrieval.quotations.mentions import has_somebody, is_place, mentions, without_quotations


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ada Park, 34, saw it.", ["Ada Park: person, subject"]),
        ("It was said by Dr. Ada Park.", ["Dr. Ada Park: person"]),
        ("It was the mayor, Jonas Wirth.", ["Jonas Wirth: person"]),
        ("It was seen by Mr Wirth’s friend.", ["Mr Wirth: person, possessive, he"]),
        ("Mrs Park left.", ["Mrs Park: person, subject, she"]),
        ("It rained and Moscow said no.", ["Moscow: subject"]),
        ("The bank is Goldman Sachs.", ["Goldman Sachs:"]),
        ("“Ada Park is gone.” It rained.", []),
        ("It was NATO in May.", []),
        ("It was the Lenne Bridge.", []),
    ],
)
def test_a_mention_says_what_is_known_of_the_person(text: str, written: list[str]) -> None:
    described = [
        f"{text[slice(*mention.span)]}: "
        + ", ".join(
            word
            for word, holds in (
                ("person", mention.person),
                ("subject", mention.subject),
                ("possessive", mention.owns),
                (mention.gender or "", mention.gender),
            )
            if holds
        )
        for mention in mentions(text, 0, len(text))
    ]
    assert [line.strip() for line in described] == written


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("He met the driver.", True),
        ("His son left.", True),
        ("The mayor, Jonas Wirth, left.", False),
        ("Jonas Wirth is the mayor.", False),
        ("It rained. “The driver left.”", False),
    ],
)
def test_somebody_may_be_meant_without_a_name(text: str, does: bool) -> None:
    assert has_somebody(text, 0, len(text)) is does


def test_a_place_is_somewhere_in_the_text() -> None:
    assert is_place("Altena", "It rained in Altena.")
    assert not is_place("Altena", "It rained in Altena’s streets.")


def test_a_quotation_is_replaced_by_as_many_spaces() -> None:
    assert without_quotations("He said “no” twice.") == "He said      twice."
