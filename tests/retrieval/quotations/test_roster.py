"""The longest spelling of a name in an article, and what all spellings have in common."""

from __future__ import annotations

import pytest

from retrieval.quotations.roster import speaker_key
from tests.support.quotations import quoted, reported


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Teenage Jonas left. Jonas said that it held.", "Jonas"),
        ("“Hello Jonas” is a song. Later Jonas said that it held.", "Jonas"),
        ("The engineer Ada Park came. Park said that it held.", "Ada Park"),
        ("It was old; according to Ada Park, it held well.", "Ada Park"),
        ("He tells Ada Jonas often slept. Jonas said that it held.", "Jonas"),
    ],
)
def test_a_name_is_completed_only_by_a_name_of_a_person(text: str, who: str) -> None:
    assert reported(text)[-1][1] == who


def test_an_acronym_is_replaced_by_its_words() -> None:
    text = "The World Bridge Organisation (WBO) met. The WBO said: “It held.”"
    assert quoted(text) == [("It held.", "World Bridge Organisation")]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Mr Wirth", "wirth"),
        ("Jonas Wirth", "wirth"),
        ("WIRTH’s", "wirth"),
        ("Jonas Wirth Jr", "wirth"),
        ("Prime Minister Ada Park", "park"),
        ("the Lenne Authority", "lenne authority"),
        ("Ministry of Works", "ministry of works"),
        ("WHO", "who"),
        ("…", "…"),
    ],
)
def test_spellings_of_one_speaker_have_one_key(name: str, key: str) -> None:
    assert speaker_key(name) == key
