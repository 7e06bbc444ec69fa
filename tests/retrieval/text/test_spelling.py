from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.spelling import dictionary, everyday, fold, key, nearest
from retrieval.text.word_forms import (
    demonyms,
    respelled,
)


@pytest.mark.parametrize(
    "names",
    [
        ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenski", "zelenskij", "Зеленський", "Зеленский"],
        ["Scholz", "Шольц"],
        ["Macron", "Макрон"],
        ["Kharkiv", "Харків"],
        ["Zaporizhzhia", "zaporizhia", "Zaporizhzhya"],
        ["Garčević", "Garcevic", "GARCEVIC"],
        ["Yermak", "Jermak"],
        ["Khrushchev", "Hrushchev"],
        ["Medvedev", "Medwedew"],
        ["Philippe", "Filipe"],
        ["Shoigu's", "Schoigu"],
    ],
)
def test_transliterations_of_a_name_share_a_key(names: list[str]) -> None:
    assert len({key(name) for name in names}) == 1
    assert key(names[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [("Macron", "Micron"), ("Kherson", "Person"), ("Scholz", "Schulz"), ("Baker", "Barker")],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize("name", ["Kyiv", "Li", "2023", "MI5", "", "'"])
def test_what_is_short_or_no_word_has_no_key(name: str) -> None:
    assert key(name) is None


@pytest.mark.parametrize(
    ("word", "among", "meant"),
    [
        ("surovkin", ["surovikin", "kherson"], ["surovikin"]),
        ("presidnet", ["president", "precedent"], ["president"]),
        ("helth", ["health", "helm"], ["health"]),
        ("zaporizhia", ["zaporizhzhia"], ["zaporizhzhia"]),  # two letters of ten
        ("kherzon", ["kherson"], ["kherson"]),
        ("scholz", ["schulz"], []),  # a short name with a letter changed is another's
        ("cup", ["cap", "cut"], []),
        ("polio", ["police"], []),
        ("tensions", ["pensions"], []),  # slips are rare in a first letter
        ("macron", ["moron"], []),
        ("mayfield", ["mansfield"], []),  # nor two letters of which one is another
    ],
)
def test_a_slip_means_the_nearest_word(word: str, among: list[str], meant: list[str]) -> None:
    assert nearest(word, among) == meant


@pytest.mark.parametrize(
    ("word", "name", "meant"),
    [
        ("pairs", "paris", True),
        ("kellog", "kellogg", True),
        ("cheng", "chen", False),
        ("geary", "gary", False),
        ("zhuang", "zhang", False),
        ("ronaldo", "ronald", False),
        ("hippolyta", "hippolyte", False),
        ("surovkin", "surovikin", True),
    ],
)
def test_a_name_with_another_ending_or_a_short_one_with_another_letter_is_another_name(
    word: str, name: str, meant: bool
) -> None:
    assert bool(nearest(word, [name], {name})) is meant


def test_a_language_without_a_list_of_words_has_none() -> None:
    assert not dictionary("uk")
    assert "pensions" in dictionary("en")
    assert "pensions" in dictionary(None)


@given(st.text())
def test_any_word_is_folded_and_keyed_the_same_in_capitals(word: str) -> None:
    assert fold(fold(word)) == fold(fold(fold(word)))
    assert key(word) is None or len(key(word) or "") >= 5
    assert all(other for other in itertools.chain(respelled(word), demonyms(word)))


@pytest.mark.parametrize("word", ["film", "kids", "Chopper", "died", "striking", "the", "boss's"])
def test_a_word_that_people_use_every_day_is_an_everyday_word(word: str) -> None:
    assert everyday(word, "en") > 0.8


@pytest.mark.parametrize("word", ["acquitted", "dissertation", "reservoir", "redundancies"])
def test_a_less_common_word_is_somewhat_of_an_everyday_word(word: str) -> None:
    assert 0.1 < everyday(word, "en") < 0.6


@pytest.mark.parametrize(
    "word", ["ombudsman", "culvert", "supervolcano", "Zelensky", "Crimea", "2023", "€", "fouder"]
)
def test_rare_words_names_numbers_and_slips_are_no_everyday_words(word: str) -> None:
    assert everyday(word, "en") == 0


def test_other_languages_have_everyday_words_too_if_they_have_a_dictionary() -> None:
    assert everyday("huelga", "es") == 1
    assert everyday("вертолет", "ru") > 0.8
    assert everyday("гелікоптер", "uk") == 0
    assert everyday("film", None) == 1
