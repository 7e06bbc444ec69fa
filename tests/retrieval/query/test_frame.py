"""Names of a question in their roles, its numbers and its times."""

from __future__ import annotations

import pytest

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.model import Query
from retrieval.query.parser import parse

VOCABULARY = Vocabulary.of(
    [
        "The mayor of Altena, Jonas Wirth, met Ada Park of Norden. Mr Wirth said Norden and Altena agree."
    ]
)


def read(question: str, language: str = "en") -> Query:
    return parse(question, VOCABULARY, language)


def words_of(query: Query, places: tuple[int, ...]) -> str:
    return " ".join(query.words[place].text for place in places)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who met Jonas Wirth in Altena?", ["Jonas Wirth", "Altena"]),
        ("who met jonas wirth in altena", ["jonas wirth", "altena"]),
        ("What did the University of Norden find?", ["University Norden"]),
        ("Who met the mayor?", []),
    ],
)
def test_neighbouring_words_with_capitals_are_one_name(question: str, names: list[str]) -> None:
    query = read(question)
    assert [words_of(query, name) for name in query.frame.names][-len(names) or None :] == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Wer traf den Bürgermeister von Altena?", ["Altena"]),
        ("Was kostet die alte Mühle?", []),
        ("Wie viele Boote hat die Feuerwehr?", []),
        ("Was sagte Mirova zum Streik?", ["Mirova"]),
        ("Wann wurde Mirova gewählt?", ["Mirova"]),
        ("Wer regiert die Ukraine?", ["Ukraine"]),
    ],
)
def test_where_every_noun_has_a_capital_one_behind_an_article_is_no_name(
    question: str, names: list[str]
) -> None:
    query = read(question, "de")
    assert [words_of(query, name) for name in query.frame.names] == names


@pytest.mark.parametrize(
    ("question", "owner", "thing", "follows"),
    [
        ("Who is Norden's defence minister?", "Norden's", "minister", False),
        ("Who is the Norden trainer?", "Norden", "trainer", False),
        ("Who is the minister of Norden?", "Norden", "minister", True),
        ("How many rescues in Altena?", "Altena", "rescues", True),
    ],
)
def test_a_thing_is_read_with_its_owner_or_place(
    question: str, owner: str, thing: str, follows: bool
) -> None:
    query = read(question)
    owned = query.frame.owned[-1]
    assert words_of(query, query.frame.names[owned.owner]) == owner
    assert query.words[owned.thing].text == thing
    assert owned.follows is follows


def test_what_somebody_does_is_no_thing_of_theirs() -> None:
    assert read("When did Jonas Wirth resign?").frame.owned == ()


def test_only_an_ending_says_that_a_name_before_a_thing_owns_it() -> None:
    assert read("Who is Norden's trainer?").frame.owned[-1].possessive
    assert not read("Who is the Norden trainer?").frame.owned[-1].possessive


@pytest.mark.parametrize(
    ("question", "asked"),
    [("How many wells are there?", "how-many"), ("What level did it reach?", "what")],
)
def test_words_that_ask_tell_the_kind_and_nouns_do_not(question: str, asked: str) -> None:
    assert read(question).frame.asked == asked


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What's the name of the old hotel they met in?", "old hotel"),
        ("name of the hotel Ada Park built", "hotel"),
        ("Which two bridges fell?", "bridges fell"),
        ("Who named the hotel?", ""),
    ],
)
def test_a_thing_whose_name_is_asked_for_stands_behind_name_of(question: str, thing: str) -> None:
    query = read(question)
    assert words_of(query, query.frame.named) == thing


def test_a_name_behind_a_preposition_of_place_is_a_place() -> None:
    frame = read("Did Ada Park meet Jonas Wirth in Altena?").frame
    assert frame.places == {2}


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("How many bridges fell?", "bridges"),
        ("number of wells in Altena", "wells"),
        ("How many people came?", None),
        ("How many did Ada Park see?", None),
        ("Who came?", None),
    ],
)
def test_what_is_to_be_counted_is_the_noun_behind_how_many(
    question: str, counted: str | None
) -> None:
    query = read(question)
    assert words_of(query, query.frame.counted) == (counted or "")


@pytest.mark.parametrize(
    ("question", "numbers", "times"),
    [
        ("Who paid 250 euros in 2019?", [250.0], [(2019, None, None)]),
        ("What happened on 5 March 2021?", [], [(2021, 3, 5)]),
        ("Did 40% agree?", [40.0], []),
        ("Who came?", [], []),
    ],
)
def test_numbers_and_times_are_told_apart(
    question: str, numbers: list[float], times: list[tuple[int | None, ...]]
) -> None:
    frame = read(question).frame
    assert [number.least for number in frame.numbers] == numbers
    assert [(time.year, time.month, time.day) for time in frame.times] == times
