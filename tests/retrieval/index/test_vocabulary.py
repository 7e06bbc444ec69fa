"""The words of a collection: corrections, transliterations and acronyms."""

from __future__ import annotations

from functools import cache

import pytest

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.parser import parse
from retrieval.reading.folder import read_collection
from retrieval.text.analyzer import bag, terms
from tests.support.paths import SEEDS


@cache
def seeds() -> Vocabulary:
    return Vocabulary.of((article.text for article in read_collection(SEEDS)[0]), "en")


def shown(word: str, vocabulary: Vocabulary) -> list[str]:
    """Return what the articles are searched for when a question has *word*, as they write it."""
    return [
        written
        for read in parse(f"and the {word}", vocabulary, "en").words
        for written in (
            # A slip in an everyday word is mended before the question is read.
            [vocabulary.written(read.term)]
            if read.text != word and read.term in vocabulary
            else [vocabulary.written(other.terms[0]) for other in read.alternatives]
        )
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("surovkin", "Surovikin"),
        ("zaporizhia", "Zaporizhzhia"),
        ("zaporizhzia", "Zaporizhzhia"),
        ("zelenskiy", "Zelensky"),
        ("gerashenko", "Gerashchenko"),
        ("kudritskyi", "Kudrytskyi"),
        ("garchevic", "Garčević"),
        ("kelogg", "Kellogg"),
        ("shandriholove", "Shandryholove"),
        ("dobropilia", "Dobropillia"),
        ("sevastapol", "Sevastopol"),
        ("medditerranean", "Mediterranean"),
        ("khersson", "Kherson"),
        ("casulties", "casualties"),
        ("mobilzation", "mobilization"),
        ("infrastucture", "infrastructure"),
        ("presidnet", "President"),
        ("goverment", "government"),
        ("missles", "missiles"),
        ("blackouuts", "blackouts"),
    ],
)
def test_a_slip_is_corrected_to_a_word_of_the_articles(typed: str, meant: str) -> None:
    notes = parse(f"and the {typed}", seeds(), "en").notes
    assert [note.words["shown"].casefold() for note in notes] == [meant.casefold()]


@pytest.mark.parametrize(
    "word",
    [
        *("pensions", "polio", "cup", "son", "micron", "vaccines", "borscht", "tanker", "rain", "score"),
        *("wart", "cattle", "mistletoe", "pardon", "dream", "bantam", "rusty", "straits", "marine"),
        *("trumpet", "musketeer", "starling", "solo", "energetic", "plank", "watery", "posers", "solid"),
        *("Merkel", "Biden", "Boris", "Obama", "Sunak", "Johnson", "Rome", "Madrid", "Brexit", "Covid"),
        *("Schulz", "bitcoin", "tiktok", "parrot", "camping", "lagoon", "hearing", "belting", "stain"),
    ],
)  # fmt: skip
def test_a_word_that_is_merely_absent_stays(word: str) -> None:
    assert not any(term in seeds() for term in terms(word, "en"))
    assert shown(word, seeds()) == []


@pytest.mark.parametrize(
    ("word", "name"),
    [("surovikin", True), ("kherson", True), ("japanes", True), ("WHO", True), ("water", False)],
)
def test_names_have_a_capital_wherever_they_stand(word: str, name: bool) -> None:
    assert (word in seeds().names) is name


def test_capitals_of_a_headline_make_no_names() -> None:
    vocabulary = Vocabulary()
    headline = "The Water Is Cold"
    vocabulary.add(bag(headline, None, 0, len(headline)), headline=True)
    assert "water" in vocabulary
    assert "water" not in vocabulary.names


def test_names_come_before_other_words_and_frequent_before_rare() -> None:
    vocabulary = Vocabulary.of(["In Marlowe a marloxe and a marloye and a marloye stood."])
    for as_name, meant in ((False, ["Marlowe", "marloye", "marloxe"]), (True, ["Marlowe"])):
        corrections = vocabulary.corrections("marloze", "en", as_name=as_name)
        assert [vocabulary.written(term) for term in corrections] == meant


def test_an_acronym_stands_for_what_most_articles_say() -> None:
    texts = ["The Big Bird Club (BBC) met."] * 3 + ["The Blue Bird Club (BBC) met."] * 2
    texts += ["The Bad Bird Club (BBC) met.", "The Bold Bird Club (BBC) met."]
    meanings = Vocabulary.of(texts).meanings("bbc")
    assert [name.terms[0] for name in meanings[:2]] == ["big", "blue"]
    assert len(meanings) == 3


def test_a_word_is_shown_without_its_possessive() -> None:
    vocabulary = Vocabulary.of(["It was Surovikin’s plan."])
    assert vocabulary.written("surovikin") == "Surovikin"


def test_an_empty_collection_has_no_words() -> None:
    vocabulary = Vocabulary.of([])
    assert len(vocabulary) == 0
    assert shown("surovkin", vocabulary) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Selensky", ["Zelensky"]), ("Zelenskii", ["Zelensky"]), ("Park", []), ("Zel", [])],
)
def test_a_name_may_be_misspelt_in_its_first_letter_too(typed: str, meant: list[str]) -> None:
    vocabulary = Vocabulary.of(["Then Mr Zelensky came, who is not a zealot."], "en")
    assert vocabulary.similar_names(typed) == meant
