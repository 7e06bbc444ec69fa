"""Cues, and the clause that each reports."""

from __future__ import annotations

import pytest

from retrieval.quotations.attribution import quotations
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from tests.support.quotations import reported, spoken


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ada Park said that the bridge held.", "the bridge held", "Ada Park"),
        ("Ada Park said on Monday that the bridge held.", "the bridge held", "Ada Park"),
        ("Ada Park said the bridge was safe.", "the bridge was safe", "Ada Park"),
        ("Ada Park told The Bugle that it held.", "it held", "Ada Park"),
        ("The bridge is safe, Ada Park has said.", "The bridge is safe", "Ada Park"),
        ("The bridge is safe, said the Lenne Authority.", "The bridge is safe", "Lenne Authority"),
        ("According to Ada Park, the bridge held.", "the bridge held", "Ada Park"),
        ("According to Ada Park, an engineer, the bridge held.", "the bridge held", "Ada Park"),
        ("The bridge has held, according to the Institute for Iron and Rust Studies.",
         "The bridge has held", "Institute for Iron and Rust Studies"),
        ("Ada Park said, on Monday, in Altena, that it held.", "it held", "Ada Park"),
        ("It was quiet, according to Ada Park, an engineer.", "It was quiet", "Ada Park"),
        ("It was quiet, according to Ada Park, who slept there.", "It was quiet", "Ada Park"),
        ("According to the Bugle, which asked her, the bridge held.", "the bridge held", "Bugle"),
        ("It was quiet, according to the Lennish defence ministry.", "It was quiet", "Lennish defence ministry"),
        ("LENNE, Altena (Bugle) — The bridge held all night, Ada Park said.",
         "The bridge held all night", "Ada Park"),
        ("Ada Park accused the town of hiding rust.", "hiding rust", "Ada Park"),
        ("Ada Park put the number of trains at forty.", "forty", "Ada Park"),
        ("Ada Park pointed out that it held.", "it held", "Ada Park"),
        ("Ada Park called for a new bridge.", "a new bridge", "Ada Park"),
        ("Although Altena declared itself free, Ada Park argued that it held.", "it held", "Ada Park"),
        ("Ada Park is angry, but said the bridge was safe.", "the bridge was safe", "Ada Park"),
        ("Ada Park said that the bridge held; the town was dark.", "the bridge held", "Ada Park"),
        ("The bridge is safe, Ada Park has said this morning.", "The bridge is safe", "Ada Park"),
        ("Ada Park said that the bridge held; that the town was dark.",
         "the bridge held; that the town was dark", "Ada Park"),
        ("The Lenne Fund forecasts that the bridge will hold.", "the bridge will hold", "Lenne Fund"),
        ("The Lenne Fund estimated that it held for years.", "it held for years", "Lenne Fund"),
        # In capitals amid small letters it is no pronoun, explained or not.
        ("WHO said that the winter was mild.", "the winter was mild", "WHO"),
        ("The WHO said that the winter was mild.", "the winter was mild", "WHO"),
        ("The winter was mild, said the WHO.", "The winter was mild", "WHO"),
        ("According to the WHO, the winter was mild.", "the winter was mild", "WHO"),
        ("According to reports, the bridge held.", "the bridge held", None),
        ("Officials said the bridge was safe.", "the bridge was safe", "Officials"),
    ],
)  # fmt: skip
def test_reported_speech_is_the_clause(text: str, words: str, who: str | None) -> None:
    [(found, name)] = reported(text)
    assert (found.rstrip("."), name) == (words, who)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Park is said to be ill.",
        "Ada Park did not say that it rained.",
        "The claims that it rained are many.",
        "Ada Park went to say hello.",
        "Ada Park’s claims that it rained are many.",
        "Ada Park went to find and warn those who would be there.",
        "Some historians endorse the theory, initially proposed by the Lenne Party, that rain was planned and ordered.",
        "The bridge was of iron, and in the letter, Ada Park announced the name.",
    ],
)
def test_a_verb_of_speech_may_report_nothing(text: str) -> None:
    assert all(who is None for _, _, who in spoken(text))


def test_the_words_of_a_cue_are_found_in_the_article() -> None:
    article = make_article(
        "a", "“It held,” Ada Park has said.", Metadata(title="Title", language="en")
    )
    [quotation] = quotations(article)
    assert quotation.cue
    assert article.slice(quotation.cue) == "has said"
