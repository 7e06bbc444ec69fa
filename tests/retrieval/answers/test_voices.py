"""Whose words an excerpt is."""

from __future__ import annotations

from retrieval.library import Library


def test_an_excerpt_names_everybody_whose_words_stand_there(seeds: Library) -> None:
    first = seeds.ask("what did the WHO say about winter?").excerpts[0]
    assert [(voice.name, voice.form) for voice in first.voices] == [
        ("World Health Organisation", "reported"),
        ("Dr Hans Henri P Kluge", "quoted"),
    ]


def test_the_words_of_a_voice_stand_inside_the_excerpt(seeds: Library) -> None:
    first = seeds.ask("what did the WHO say about winter?").excerpts[0]
    for voice in first.voices:
        assert voice.spans
        assert all(first.start <= start < end <= first.end for start, end in voice.spans)
    assert first.voice
    assert {voice.name for voice in first.voices} >= {first.voice.name}


def test_the_words_of_the_reporter_are_nobodys(altena: Library) -> None:
    first = altena.ask("What do the shop owners of Altena hope for?").excerpts[0]
    assert first.voice is None
