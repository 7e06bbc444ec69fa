"""The pieces of a claim: names, words, numbers, times, denials."""

from __future__ import annotations

import pytest

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.claim_pieces import (
    ClaimPieces,
    find_denials,
    find_places,
    is_unsettled,
    take_to_pieces,
)
from retrieval.query.parser import parse

VOCABULARY = Vocabulary.of(["The bridge of Ada Park at Altena fell in 2021."], "en")


def pieces_of(message: str) -> ClaimPieces:
    return take_to_pieces(parse(message, VOCABULARY, "en"))


def words(pieces: ClaimPieces, field: str) -> list[str]:
    """Return the words of the pieces in a *field*, as typed."""
    places = [item[0] for item in getattr(pieces, field)]
    return [pieces.question[start:end] for start, end in places]


def test_a_claim_is_taken_to_pieces() -> None:
    claim = "the old bridge of Ada Park did not cost £2.5m in May 2021"
    pieces = pieces_of(f"Fwd: “{claim}” - is that right?")
    assert pieces.question[slice(*pieces.span)] == claim
    assert words(pieces, "names") == ["Ada", "Park"]
    assert words(pieces, "words") == ["old", "bridge", "cost"]
    assert words(pieces, "values") == ["2.5", "m", "May", "2021"]
    assert [(number.least, number.unit) for number in pieces.quantities] == [(2_500_000, "£")]
    assert [(time.year, time.month) for time in pieces.times] == [(2021, 5)]
    assert [pieces.question[slice(*span)] for span in pieces.negations] == ["not"]
    assert not pieces.unsettled


@pytest.mark.parametrize(
    ("claim", "years"),
    [
        ("the bridge stood since the early 1950s", [1950]),
        ("the bridge fell in 1847 and in 1921", [1847, 1921]),
        ("the bridge cost £1900 and weighed 1847 kg", [1847]),
    ],
)
def test_years_alone_and_decades_are_times(claim: str, years: list[int]) -> None:
    assert [time.year for time in pieces_of(f"Fwd: {claim}").times] == years


@pytest.mark.parametrize(
    ("sentence", "denials"),
    [
        ("She denied that the bridge fell.", ["denied"]),
        ("The council turned down the bridge.", ["turned down"]),
        ("Nobody was hurt, and nothing fell.", ["Nobody", "nothing"]),
        ("The bridge fell.", []),
    ],
)
def test_denials_are_found(sentence: str, denials: list[str]) -> None:
    assert [sentence[slice(*span)] for span in find_denials(sentence, 0, 99, "en")] == denials


def test_what_may_come_is_unsettled() -> None:
    assert is_unsettled("The bridge would close.", 0, 99, "en")
    assert not is_unsettled("The bridge is closed.", 0, 99, "en")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Altena, Ada Park spoke at the Old Bridge.", ["Altena", "Old Bridge"]),
        ("In May it rained near home.", []),
        ("Altena is old.", []),
    ],
)
def test_places_are_names_behind_a_preposition(text: str, places: list[str]) -> None:
    assert [text[slice(*place)] for place in find_places(text, 0, len(text), "en")] == places
