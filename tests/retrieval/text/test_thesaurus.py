from __future__ import annotations

import pytest

from retrieval.text.analyzer import term
from retrieval.text.thesaurus import FILES, related, related_to_verb


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("chopper", "helicopter"),
        ("film", "movie"),
        ("thesis", "dissertation"),
        ("kids", "child"),
        ("bosses", "chief"),
        ("shut", "closed"),
        # a verb and its noun
        ("acquitted", "acquittal"),
        ("injuries", "injured"),
        # what is more general or more special
        ("sedans", "car"),
        ("metal", "zinc"),
        # words that differ from their stems in the last letter
        ("happy", "blissful"),
        ("baking", "cooking"),
        ("disability", "handicap"),
    ],
)
def test_words_close_in_meaning_are_related(word: str, other: str) -> None:
    assert 0 < related(word, "en")[term(other, "en")] < 1


def test_a_synonym_is_closer_than_what_is_more_general() -> None:
    close = related("films", "en")
    assert close[term("movie")] > close[term("product")]


@pytest.mark.parametrize(
    ("verb", "other"), [("let off", "excuse"), ("turned down", "rejected"), ("put off", "delay")]
)
def test_a_verb_of_several_words_has_a_meaning_of_its_own(verb: str, other: str) -> None:
    first, *behind = verb.split()
    assert term(other) in related_to_verb(first, [*behind, "again"], "en")
    assert term(other) not in related_to_verb(first, ["again", *behind], "en")
    assert related_to_verb(first, [], "en") == {}


@pytest.mark.parametrize("word", ["ravensholm", "2023", "€", "x", "крим"])
def test_what_is_no_word_of_the_language_has_no_relations(word: str) -> None:
    assert related(word, "en") == {}


def test_a_word_does_not_have_the_relations_of_another_with_its_stem() -> None:
    assert term("prepare") in related("winterize", "en")
    assert term("prepare") not in related("winters", "en")
    assert term("boating") in related("yachting", "en")
    assert (
        related("yacht", "en").get(term("boating"), 0) < related("yachting", "en")[term("boating")]
    )


def test_a_language_without_a_thesaurus_has_no_relations() -> None:
    assert related("film", "en") == related("film", None)
    assert related("film", "de") == {}


def test_the_file_is_sorted_and_names_no_word_twice() -> None:
    words = [line.split()[0] for line in FILES["en"].read_text().splitlines()]
    assert words == sorted(set(words))


def test_every_word_of_the_file_is_found() -> None:
    words = [line.split()[0] for line in FILES["en"].read_text().splitlines()]
    assert [word for word in words[::211] if "_" not in word and not related(word, "en")] == []
