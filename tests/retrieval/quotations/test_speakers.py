"""Whom a pronoun or a role means, and where nobody is named."""

from __future__ import annotations

import pytest

from tests.support.quotations import quoted, spoken


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Park left. She said: “It held.”", "Ada Park"),
        ("Mr Wirth said it was old. He added: “It held.”", "Mr Wirth"),
        ("Jonas Wirth said it was old.\n\nMr Wirth said: “It held.”", "Jonas Wirth"),
        ("It has no use, spokesman Jonas Wirth said.\n\nPark “is right”, he told The Bugle.", "Jonas Wirth"),
        ("According to Ada Park, an engineer, it held.\n\nTaking to Twitter, she said: “It held.”", "Ada Park"),
        ("Jonas Wirth said it was old. The mayor added: “It held.”", "Jonas Wirth"),
        ("Mayor Jonas Wirth came. It rained. The mayor said: “It held.”", "Jonas Wirth"),
        ("The Lenne mayor, Jonas Wirth, met Altena mayor Ada Park. The Altena mayor said: “It held.”", "Ada Park"),
        ("The Lenneland government has spoken.\n\nThe Lenneland government said: “It held.”", "Lenneland government"),
        # Somebody else may be meant.
        ("Mrs Park left. He said: “It held.”", None),
        ("Sister Park left. He said: “It held.”", None),
        ("At talks with Ada Park, she said: “It held.”", None),
        ("A friend urges Ada Park to come where, she claims, it is “safe”.", None),
        ("Without Ada Park nothing held. She said: “It held.”", None),
        ("According to Ada Park it held. The mayor of Altena came. “It held for years.”", None),
        ("It rained. He said: “It held.”", None),
        ("Jonas Wirth met Ada Park. They said: “It held.”", None),
        ("Jonas Wirth is mayor of Lenne. Ada Park is mayor of Altena. The mayor said: “It held.”", None),
    ],
)  # fmt: skip
def test_a_pronoun_or_a_role_means_the_only_person_that_fits(text: str, who: str | None) -> None:
    assert quoted(text)[-1][1] == who


@pytest.mark.parametrize(
    "text",
    [
        "The Bridge Act states that the bridge is old.",
        "According to Lennish custom, the bridge was never to be painted.",
        "Increasingly, states have to build bridges.",
        "Things that the song Ada Park said, are old.",
        "Altena, Lenne, and Park said that it held.",
        "Colonial Rust argued that all is colonial.",
        "Europeans claimed that it held.",
        "The serial, Iron Child, shows that the doctor is old. Later the doctor said that it held.",
        "Quincy Wirth met Robin Park at the bridge. He said that it held.",
        "The mayor left. Later the rain of Lenne stopped. He said that it held.",
        "Ada Park left. The driver stayed. She said that it held.",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert all(who is None for _, _, who in spoken(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Opponents claimed that it held.", "Opponents"),
        ("Two diplomats said that it held.", "Two diplomats"),
        ("Police said that it held.", "Police"),
        ("Lennish authorities said that it held.", "Lennish authorities"),
        ("Former inmates interviewed by the Bugle say that it held.", "Former inmates interviewed by the Bugle"),
        ("Analysts at the Bank of Lenne say that it held.", "Analysts at the Bank of Lenne"),
        ("Although Lenne Park declared itself free, critics argue that it was not.", "critics"),
        ("Its makers say that it held.", "makers"),
        ("It rained.\n\nA farmer said that it held.\n\nA neighbour said that it rained.", "neighbour"),
        ("It rained.\n\nOfficials said that it rained. They said that it held.", "Officials"),
    ],
)  # fmt: skip
def test_people_without_a_name_speak_by_the_words_for_them(text: str, who: str) -> None:
    assert spoken(text)[-1][2] == who


@pytest.mark.parametrize(
    "text",
    [
        "“It held,” Ada Park said.\n\n“It rained,” said the Spaniard.",
        "“It held,” Ada Park said.\n\n“It rained,” said the Dutchwoman.",
    ],
)
def test_what_somebody_is_by_origin_means_who_spoke_last(text: str) -> None:
    assert quoted(text)[-1] == ("It rained,", "Ada Park")
