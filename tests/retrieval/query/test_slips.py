from __future__ import annotations

import pytest

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.parser import parse
from retrieval.query.slips import correct_slips

VOCABULARY = Vocabulary.of(
    ["The nurse at Ravensholme flew two planes. Mr Denby said so, and so did Mr Abbot of the mill."]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what did denby sey abuot the nures", "what did denby say about the nurse"),
        ("Waht did Denby sey abot pay", "What did Denby say about pay"),
        ("who wrrote it", "who wrote it"),
        ("who direced the film", "who directed the film"),
        ("is the swmiming pool clsoed", "is the swimming pool closed"),
        ("hwo many weks", "how many weeks"),
        ("how close did the plaens get", "how close did the planes get"),
        ("why wouldnt she", "why wouldn't she"),
        ("whats wrong", "what's wrong"),
    ],
)
def test_a_slip_in_an_everyday_word_is_read_as_that_word(typed: str, meant: str) -> None:
    assert correct_slips(typed, VOCABULARY, "en")[0] == meant


@pytest.mark.parametrize(
    "question",
    [
        "what did lowe, browne and hallam say",  # names without a capital
        "what did the imf say about tesco, lidl and opec",
        "Did Nures meet Wrrote?",
        "two yrs ago",
        "what did abbott say",  # a name that the articles write otherwise
        "ill patients in a shell",
        "a chopper in the wetland",  # words of the dictionary that no article has
        "Wie alt ist der Bürgermeister?",  # taken for English where it is asked
        "Wie viele Panzer?",
        "дімб",
        "",
    ],
)
def test_names_and_words_are_no_slips(question: str) -> None:
    assert correct_slips(question, VOCABULARY, "en") == (question, [])


def test_a_language_without_a_dictionary_has_no_slips() -> None:
    assert correct_slips("who wrrote it", VOCABULARY, "uk") == ("who wrrote it", [])


def test_a_note_says_which_word_was_meant_but_for_words_that_are_not_looked_for() -> None:
    notes = parse("what did denby sey abuot the nures", VOCABULARY, "en").notes
    assert [str(note) for note in notes] == ["Showing “nurse” for “nures”."]


def test_a_corrected_stop_word_is_not_looked_for() -> None:
    assert [w.term for w in parse("abuot the nurse", VOCABULARY, "en").words] == ["nurs"]


def test_the_query_keeps_the_question_as_typed() -> None:
    assert parse("who wrrote it", VOCABULARY, "en").text == "who wrrote it"
