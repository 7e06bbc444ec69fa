"""Who speaks in a sentence: before the cue, after it, in apposition, a person or an organization."""

from __future__ import annotations

import pytest

from tests.support.quotations import quoted, reported


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ada Park said: “It held.”", "It held.", "Ada Park"),
        ('Ada Park said: "It held."', "It held.", "Ada Park"),
        ("Ada Park said: ‘It held.’", "It held.", "Ada Park"),
        ("“It held,” said Ada Park.", "It held,", "Ada Park"),
        ("“It held,” Ada Park said.", "It held,", "Ada Park"),
        ("“It held,” the engineer Ada Park told The Bugle.", "It held,", "Ada Park"),
        ("“It held,” said Ada Park, an engineer from Altena.", "It held,", "Ada Park"),
        ("“It held,” said the town’s engineer, Dr Ada Park.", "It held,", "Dr Ada Park"),
        ("“It held,” Ada Park, chief of the works, said.", "It held,", "Ada Park"),
        ("Ada Park, head of Lenne Works, the builder, has said it is “solid”.", "solid", "Ada Park"),
        ("In Altena, the head of the works, Ada Park, said: “It held.”", "It held.", "Ada Park"),
        ("Ada Park, who built it, described the bridge as “solid”.", "solid", "Ada Park"),
        ("Ada Park left, calling the bridge “a heap of rust”.", "a heap of rust", "Ada Park"),
        ("Ada Park: “It held.”", "It held.", "Ada Park"),
        ("Ada Park: “It held.", "It held.", "Ada Park"),
        ("“It held,” Ada Park Jr. said.", "It held,", "Ada Park Jr"),
        ("Ada Park of the WHO said: “It held.”", "It held.", "Ada Park"),
        ("“It held,” said WHO Director Ada Park.", "It held,", "Ada Park"),
        ("The Bugle shows that Jonas Wirth urged the mayor to leave, calling it “a heap”.", "a heap", "Jonas Wirth"),
        ("Ada Park of Lenne University of Works has described it as “solid”.", "solid", "Ada Park"),
    ],
)  # fmt: skip
def test_the_subject_of_a_cue_speaks(text: str, words: str, who: str | None) -> None:
    assert quoted(text) == [(words, who)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The bridge is “unsafe”, the Lenne Bridge Authority said.", "unsafe", "Lenne Bridge Authority"),
        ("The Ministry of Works said it is “unsafe”.", "unsafe", "Ministry of Works"),
        ("Lenneland’s government said it is “unsafe”.", "unsafe", "Lenneland’s government"),
    ],
)  # fmt: skip
def test_an_organization_speaks_as_well(text: str, words: str, who: str | None) -> None:
    assert quoted(text) == [(words, who)]


@pytest.mark.parametrize(
    ("start", "who"),
    [
        # Offices, parties and places beside a name
        ("Secretary of State Ada Park", "Ada Park"),
        ("Secretary of State for Health Ada Park", "Ada Park"),
        ("Sen. Ada Park, R-Lenne,", "Ada Park"),
        ("Ada Park, D-N.Y.,", "Ada Park"),
        ("Ada Park, MP for Altena,", "Ada Park"),
        ("Chief Superintendent Ada Park of Lenne Constabulary", "Ada Park"),
        ("Ada Park, of the builder, Lenne Works,", "Ada Park"),
        ("Lenne Works’ chief executive, Ada Park,", "Ada Park"),
        ("In neighbouring Altena, Ada Park, no relation,", "Ada Park"),
        ("Ex-minister Ada Park", "Ada Park"),
        # Names with "of", "and", "&" and numbers
        ("The Food and Drug Administration", "Food and Drug Administration"),
        ("The Department of Health and Human Services", "Department of Health and Human Services"),
        ("Pell & Stone", "Pell & Stone"),
        ("Channel 4 News", "Channel 4 News"),
        ("The owner of Salter’s Mill", "owner of Salter’s Mill"),
        ("Mayor Ada Park’s office", "Ada Park’s office"),
        # Words that begin a sentence are no name, and words that are roles may be names.
        ("Whereas Black", "Black"),
        ("Ellie Baker", "Ellie Baker"),
        ("Judge King", "Judge King"),
        # Two speak, or nobody who is named.
        ("Ada Park and her colleague Jonas Wirth", None),
        ("A friend of Ada Park", None),
        ("Residents of Lenne", "Residents of Lenne"),
    ],
)  # fmt: skip
def test_a_name_is_neither_cut_nor_joined(start: str, who: str | None) -> None:
    assert reported(f"It rained.\n\n{start} said that it held.") == [("it held", who)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The Bugle quoted Ada Park as saying that it held.", "it held", "Ada Park"),
        ("Ada Park was quoted as saying it held.", "it held", "Ada Park"),
        ("Jonas Wirth was told by Ada Park that it held.", "it held", "Ada Park"),
        ("Both sides were urged by the mayor, Ada Park, to leave.", "to leave", "Ada Park"),
        ("Asked by Ada Park whether it held, he left.", "whether it held", "Ada Park"),
        ("The bridge, said Ada Park, held.", "The bridge", "Ada Park"),
    ],
)
def test_whoever_is_no_subject_may_speak(text: str, words: str, who: str) -> None:
    assert (words, who) in reported(text)


@pytest.mark.parametrize(
    "text", ["It was built by Ada Park.", "The bridge was praised by Ada Park."]
)
def test_a_passive_without_a_clause_reports_nothing(text: str) -> None:
    assert reported(text) == []
