"""Whose words an excerpt is."""

from __future__ import annotations

from retrieval.answers.records import Voice
from retrieval.library import Library


def test_an_excerpt_names_everybody_whose_words_stand_there(seeds: Library) -> None:
    first = seeds.ask("what did the WHO say about winter?").excerpts[0]
    assert first.voices == (
        Voice("World Health Organisation", "reported"),
        Voice("Dr Hans Henri P Kluge", "quoted"),
    )


def test_the_words_of_the_reporter_are_nobodys(altena: Library) -> None:
    first = altena.ask("What do the shop owners of Altena hope for?").excerpts[0]
    assert first.voice is None
