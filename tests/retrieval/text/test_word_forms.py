"""English word forms that a stemmer does not bring together."""

from __future__ import annotations

import pytest

from retrieval.text.word_forms import (
    american,
    demonyms,
    forms,
    other_names,
    peoples,
    respelled,
    spellings,
)


@pytest.mark.parametrize(
    ("british", "us"),
    [
        ("mobilisation", "mobilization"),
        ("organised", "organized"),
        ("analyse", "analyze"),
        ("colour", "color"),
        ("neighbours", "neighbors"),
        ("centre", "center"),
        ("theatres", "theaters"),
        ("defence", "defense"),
        ("catalogue", "catalog"),
    ],
)
def test_british_and_american_spellings_are_found_from_each_other(british: str, us: str) -> None:
    assert us in respelled(british)
    assert british in respelled(us)
    assert american(british) == american(us) == us


@pytest.mark.parametrize("word", ["rise", "noise", "four", "prize", "size", "more", "sense", "dog"])
def test_most_words_are_spelled_alike(word: str) -> None:
    assert word == american(word)


@pytest.mark.parametrize(
    ("place", "people"),
    [
        ("Russia", "Russian"),
        ("Japan", "Japanese"),
        ("China", "Chinese"),
        ("Ukraine", "Ukrainians"),
        ("Iran", "Iranian"),
        ("Italy", "Italian"),
        ("Mexico", "Mexicans"),
        ("Belgium", "Belgian"),
        ("Israel", "Israelis"),
        ("Crimea", "Crimean"),
        ("Chile", "Chilean"),
    ],
)
def test_regular_endings_make_the_people_of_a_place(place: str, people: str) -> None:
    assert people.casefold().removesuffix("s") in demonyms(place)
    assert place.casefold() in demonyms(people)


@pytest.mark.parametrize(
    ("term", "others"),
    [("franc", "french"), ("germani", "german"), ("netherland", "dutch"), ("serb", "serbia")],
)
def test_irregular_peoples_are_known_both_ways(term: str, others: str) -> None:
    assert others in peoples(term)
    assert term in peoples(others)


@pytest.mark.parametrize(
    ("term", "other"),
    [
        ("won", "win"),
        ("gave", "given"),
        ("invad", "invas"),
        ("decid", "decis"),
        ("growth", "grow"),
        ("12", "twelv"),
    ],
)
def test_irregular_forms_are_known_both_ways(term: str, other: str) -> None:
    assert 0 < forms(term)[other] <= 1
    assert forms(other)[term] == forms(term)[other]


@pytest.mark.parametrize(
    ("term", "other"),
    [("tyre", "tire"), ("nov", "novemb"), ("children", "child"), ("midwiv", "midwif")],
)
def test_the_same_word_in_two_spellings_or_numbers_is_worth_as_much(term: str, other: str) -> None:
    assert spellings(term)[other] == spellings(other)[term] == 1


def test_renamed_places_are_known_both_ways() -> None:
    assert "kyiv" in other_names("kiev")
    assert "kiev" in other_names("kyiv")
