"""Whom a sentence refers to that begins with a pronoun or a role."""

from __future__ import annotations

import pytest

from retrieval.articles import Span
from retrieval.quotations.coreference import referent
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.sentences import sentences

WIRTH = "The mayor, Jonas Wirth, was at home. "


@pytest.mark.parametrize(
    ("text", "named"),
    [
        # Named beside a title, an age, a role or an introduction.
        ("Mr Wirth said no. He added that it rained.", "He: Mr Wirth"),
        ("Dr. Ada Park said no. She added that it rained.", "She: Dr. Ada Park"),
        ("“No,” said Prime Minister Ada Park. “Never.” She left.", "She: Prime Minister Ada Park"),
        ("Ada Park, 34, saw it. She ran.", "She: Ada Park"),
        ("Ada Park, a nurse, saw it. Her answer was no.", "Her: Ada Park"),
        ("Ada Park (1856–1943) built it. In 1901 she sold it.", "she: Ada Park"),
        ("“It held,” said the engineer Ludwig van Elst. He was glad.", "He: Ludwig van Elst"),
        (
            "“It held,” said WHO’s director for Europe, Dr Hans Kluge. But he left.",
            "he: Dr Hans Kluge",
        ),
        # By the family name alone, introduced before.
        (WIRTH + "It rained. Wirth said no. He left.", "He: Wirth"),
        # Through sentences that go on about the same person.
        ("Mr Wirth said no. He was tired. He left.", "He: Mr Wirth"),
        # A place is no second person.
        ("It rained in Altena. Mr Wirth left Altena. He was sad.", "He: Mr Wirth"),
        # By the role that goes with the name.
        (WIRTH + "It rained. The mayor said no.", "The mayor: Jonas Wirth"),
        # Somebody else may be meant.
        ("Mr Wirth met Mr Park. He left.", None),
        ("Mr Wirth saw Park. He left.", None),
        ("Mr Wirth saw the driver. He left.", None),
        ("Mr Wirth and Mrs Wirth said no. He left.", None),
        ("Mr Wirth died. His son said no. He left.", None),
        ("Mr Wirth’s father said no. He left.", None),
        ("“No,” they told Mr Wirth. He left.", None),
        ("Mr Wirth said no. She was glad. He left.", None),
        ("Mr Wirth said no. She left.", None),
        ("Mrs Park said no. He left.", None),
        ("Mr Wirth said no. The river rose. He left.", None),
        ("“Mr Wirth is gone.” He left.", None),
        ("The mayor, Jonas Wirth, met the mayor of Lenne, Ada Park. The mayor said no.", None),
        # Nobody is shown to be a person.
        ("Goldman Sachs said no. He left.", None),
        ("Moscow said no. He left.", None),
        ("NATO said no. He left.", None),
        ("The White House said no. He left.", None),
        # Not a pronoun, or not about one person.
        ("Mr Wirth said no. He Jiankui left.", None),
        ("Mr Wirth said no. They left.", None),
        ("Mr Wirth said no. “He left,” it was told.", None),
        ("Mr Wirth said no. It rained.", None),
    ],
)
def test_the_last_sentence_refers_to_somebody_only_where_that_is_certain(
    text: str, named: str | None
) -> None:
    article = make_article("a", text, Metadata(language="en"))
    [*before, last] = sentences(text, 0, len(text), "en")
    reference = referent(article, last.start, reversed(before))
    spans = (reference.words, reference.name) if reference else ()
    assert (": ".join(map(article.slice, spans)) or None) == named


def test_a_pronoun_inside_a_quotation_refers_to_nobody_outside() -> None:
    text = "Mr Wirth said: “It rained. He left.”"
    article = make_article("a", text, Metadata(language="en"))
    assert referent(article, text.index("He left"), [Span(0, text.index(" He left"))]) is None
