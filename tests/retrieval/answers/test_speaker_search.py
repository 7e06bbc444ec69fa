"""Who is quoted in a collection, and what they said."""

from __future__ import annotations

import pytest

from retrieval.answers import speaker_search
from retrieval.answers.records import Voice
from retrieval.answers.speaker_directory import name_words
from retrieval.articles import Span
from retrieval.library import Library
from tests.support.altena import FERRY, FLOOD, OTHER, dated_library


def test_speakers_are_listed_with_how_often_they_are_quoted(altena: Library) -> None:
    counts = [(one.name, one.quoted) for one in altena.list_speakers() if one.quoted]
    assert counts == [("Jonas Wirth", 3), ("Ada Park", 1)]


def test_the_words_of_a_speaker_come_oldest_first_and_are_exact(altena: Library) -> None:
    excerpts = altena.find_quotations("Wirth").excerpts
    assert [one.text.partition(",")[0].rstrip(".") for one in excerpts] == [
        "The bridge was 140 years old",
        "It will be rebuilt within the year",
        "The ferry costs nothing",
    ]
    for one in excerpts:
        assert one.article.text[one.start : one.end] == one.text
        said = (Span(one.start, one.end),)
        assert one.voice == Voice("Jonas Wirth", "quoted", said, said)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ("wirth", 3),
        ("Mayor Wirth", 3),
        ("Jonas Wirth", 3),
        ("Wirth about the ferry", 1),
        ("Wirth ferry", 1),
        ("Wirth pensions", 0),
        ("Ada", 1),
        ("Merkel", 0),
        ("", 0),
    ],
)
def test_a_name_and_a_topic_say_whose_words_are_wanted(
    wanted: str, count: int, altena: Library
) -> None:
    assert len(altena.find_quotations(wanted).excerpts) == count


def test_a_long_text_is_not_searched_for_names_again_and_again(
    altena: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    split: list[str] = []

    def count(name: str) -> frozenset[str]:
        split.append(name)
        return name_words(name)

    monkeypatch.setattr(speaker_search, "name_words", count)
    found = altena.find_quotations("Wirth about the ferry " + "and the river " * 200)
    assert [one.name for one in found.speakers] == ["Jonas Wirth"]
    assert len(split) < 20


def test_two_people_of_one_family_name_are_told_apart() -> None:
    library = dated_library((FERRY, "2021-09"), (FLOOD, "2021-07-15"), (OTHER, "2022"))
    assert {"Jonas Wirth", "Boris Wirth"} <= {one.name for one in library.list_speakers()}
    assert {one.speaker for one in library.find_quotations("Boris Wirth").excerpts} == {
        "Boris Wirth"
    }
    assert len(library.find_quotations("Wirth").speakers) == 2


def test_an_acronym_names_what_it_stands_for(seeds: Library) -> None:
    assert [one.name for one in seeds.find_quotations("WHO").speakers] == [
        "World Health Organisation"
    ]


def test_reported_words_are_listed_and_marked() -> None:
    library = dated_library(("Ada Park said that the ferry was late. It rained.", "2021"))
    [reported] = library.find_quotations("Park").excerpts
    assert reported.voice
    assert (reported.voice.form, reported.text) == ("reported", "the ferry was late")


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("the mayor", "Jonas Wirth"),
        ("mayor of Altena", "Jonas Wirth"),
        ("the mayor about the ferry", "Jonas Wirth"),
    ],
)
def test_a_role_stands_for_whoever_has_it(wanted: str, name: str, altena: Library) -> None:
    found = altena.find_quotations(wanted)
    assert [one.name for one in found.speakers] == [name]
    assert found.excerpts


@pytest.mark.parametrize(
    ("wanted", "topic", "count", "others"),
    [
        ("mayor ferry", "ferry", 1, 2),
        ("mayor of Altena ferry", "ferry", 1, 2),
        ("Wirth ferry", "ferry", 1, 2),
        ("Wirth pensions", "pensions", 0, 3),
        ("the mayor of Altena", "", 3, 0),
    ],
)
def test_what_bears_on_a_topic_is_listed_and_the_rest_counted(
    wanted: str, topic: str, count: int, others: int, altena: Library
) -> None:
    found = altena.find_quotations(wanted)
    assert (found.topic, len(found.excerpts), found.others) == (topic, count, others)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("head of the Lenne Bank", ["Ada Park"]),
        ("head of research", ["Bo Lind"]),
        ("head of the army", []),
        ("head of Farland", []),
    ],
)
def test_what_is_joined_to_a_role_is_no_topic(wanted: str, names: list[str]) -> None:
    text = (
        "The head of the Lenne Bank, Ada Park, said: “It is late.” "
        "The head of research, Bo Lind, said: “It rains.”"
    )
    found = dated_library((text, "2021")).find_quotations(wanted)
    assert [one.name for one in found.speakers] == names


def test_a_name_and_a_topic_mean_nobody_who_is_only_close_to_the_name() -> None:
    text = "Nina Holt, an adviser to Carl Berg, said: “The bridge is late.” “It rains,” said Carl Berg."
    found = dated_library((text, "2021")).find_quotations("Berg bridge")
    assert [one.name for one in found.speakers] == ["Carl Berg"]


@pytest.mark.parametrize("wanted", ["the abbot", "der Abt"])
def test_an_article_before_a_name_is_not_a_word_of_another_name(wanted: str) -> None:
    text = "“It is late,” said the Office of the Auditor. “So it is,” said Ursula von der Mark."
    found = dated_library((text, "2021")).find_quotations(wanted)
    assert found.speakers == ()


def test_a_name_in_another_alphabet_means_nobody_who_stands_beside_it(
    seeds: Library,
) -> None:
    found = seeds.find_quotations("Зеленский")
    assert [one.name for one in found.speakers] == ["Volodymyr Zelensky"]


def test_a_misspelt_name_is_offered_in_its_right_spelling(altena: Library) -> None:
    assert altena.find_quotations("Jirth").suggestions == ("Jonas Wirth",)
    assert altena.find_quotations("Merkel").suggestions == ()


def test_the_counts_of_the_list_are_those_of_what_is_listed(seeds: Library) -> None:
    for speaker in seeds.list_speakers():
        forms = [
            one.voice.form
            for one in seeds.find_quotations(speaker.name).excerpts
            if one.voice and one.voice.name in speaker.names
        ]
        assert (forms.count("quoted"), forms.count("reported")) == (
            speaker.quoted,
            speaker.reported,
        ), speaker.name
