"""Who speaks in a sentence: before the cue, after it, in apposition, a person or an organization."""

from __future__ import annotations

import pytest

from tests.support.quotations import quoted


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
