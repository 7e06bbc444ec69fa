"""What a question asks for, held or failed by what an article says."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.ranking.evidence import Verdict
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from tests.support.verdicts import verdicts

MINISTERS = (
    "Norden's defence minister resigned on Monday. Farmers in Altena went on with their work."
)


@pytest.mark.parametrize(
    ("text", "question", "requirement", "held"),
    [
        ("Wirth opened the bridge.", "When did Wirth open the bridge?", "name", True),
        ("The bridge was opened.", "When did Wirth open the bridge?", "name", False),
        ("The Norden Union met.", "When did the Altena Union meet?", "name", False),
        ("The Union met.", "When did the Altena Union meet?", "name", False),
        ("The bridge was opened.", "How long is the bridge in Altena?", "place", False),
        (MINISTERS, "Why did Norden's defence minister resign?", "role", True),
        (MINISTERS, "Why did Altena's defence minister resign?", "role", False),
        (MINISTERS, "Why did the defence minister of Altena resign?", "role", False),
        ("Ada Park warned Wirth of the flood.", "Who warned Wirth?", "role", True),
        ("Wirth warned Ada Park of the flood.", "Who warned Wirth?", "role", False),
        ("Ada Park was warned by Wirth.", "Who warned Wirth?", "role", False),
        ("Wirth was warned by Ada Park.", "Who warned Wirth?", "role", True),
        ("Park lent Wirth a boat.", "When did Wirth lend a boat?", "role", False),
        ("Ada Park sold the mill.", "When did Wirth sell the mill?", "role", False),
        ("Norden's rivers were low.", "Why were the Norden rivers low?", "role", True),
        ("The Altena rivers were low.", "Why were the Norden rivers low?", "role", False),
        ("How Norden fared: guards came.", "How many guards came to Norden?", "kind", False),
        ("The council spent 250 euros on boats.", "Who spent 250 euros on boats?", "number", True),
        ("The council spent 310 euros on boats.", "Who spent 250 euros on boats?", "number", False),
        ("The mill closed in 1912.", "Why did the mill close in 1912?", "time", True),
        ("The mill closed in 1912.", "Why did the mill close in 1931?", "time", False),
        ("The mill closed on 3 May.", "Why did the mill close on 3 June?", "time", False),
        ("The mill closed on 3 May.", "Why did the mill close on 8 May?", "time", False),
        ("The mill closed on 3 June.", "Why did the mill close in June?", "time", True),
        ("The mill closed in June.", "Why did the mill close on 3 June?", "time", True),
        # A year inside a longer number is none.
        ("In 1912 the mill had 19310 spindles.", "Why did the mill close in 1931?", "time", False),
    ],
)
def test_a_requirement_is_held_or_failed(
    text: str, question: str, requirement: str, held: bool
) -> None:
    assert verdicts(text, question)[requirement] is held


@pytest.mark.parametrize(
    ("text", "question", "requirement"),
    [
        # The owner stands in the same sentence, in another place.
        ("In Altena the Norden team won.", "When did the Altena team win?", "role"),
        # A pronoun may be the one who is asked about.
        ("Wirth came at noon. He warned them.", "Whom did Wirth warn?", "role"),
        # Somebody else acts, and the one who is asked about may do so, too.
        ("Park sold Wirth's mill.", "When did Wirth sell the mill?", "role"),
        # Owners stand before and behind things for different reasons.
        ("The team of Norden won in Altena.", "When did the Altena team win?", "role"),
        # The article writes the name in full.
        ("The Altena River Board met.", "When did the ARB meet?", "name"),
        # An owner may stand in another form, or as initials.
        ("Altenarese rivers were low.", "Why were Altena's rivers low?", "role"),
        ("The Altena River Board's rivers were low.", "Why were the ARB's rivers low?", "role"),
        # Most letters of the name are there.
        ("The Transatlantic cable broke.", "When did the Atlantic cable break?", "name"),
    ],
)
def test_what_the_passage_does_not_tell_is_undecided(
    text: str, question: str, requirement: str
) -> None:
    assert verdicts(text, question)[requirement] is None


def test_the_date_of_an_article_is_the_time_of_what_it_says() -> None:
    question = "Why did the mill close in 2019?"
    assert verdicts("The mill closed.", question, "2019-05-02")["time"] is not False
    assert verdicts("The mill closed.", question, "2021-05-02")["time"] is False


def test_a_noun_for_a_measure_may_be_answered_without_a_number() -> None:
    assert "kind" not in verdicts("The lower level is a cellar.", "What is the lower level?")


def test_a_name_is_not_missed_for_a_slip_that_another_article_shares() -> None:
    articles = [
        make_article("a", "Under Groener the old mill was shut.", Metadata(language="en")),
        make_article("b", "Paul Groner paints boats.", Metadata(language="en")),
    ]
    hit = Library.of(articles).rank("Which old mill was shut under Groner?").groups[0].hit
    assert hit.article.id == "a"
    assert not hit.fails


def test_a_small_number_or_one_in_a_name_is_not_required() -> None:
    assert "number" not in verdicts("Lane 4 was shut.", "Why was lane 3 shut?")
    assert "number" not in verdicts("Route Nord was shut.", "Why was Route 66 shut?")


def test_what_the_article_has_instead_is_given_by_its_place() -> None:
    article = make_article("a", MINISTERS, Metadata(language="en"))
    hit = Library.of([article]).rank("Why did Altena's defence minister resign?").groups[0].hit
    failed = next(verdict for verdict in hit.verdicts if verdict.instead)
    assert isinstance(failed, Verdict)
    assert failed.instead
    assert article.slice(failed.instead) == "Norden's defence minister"
