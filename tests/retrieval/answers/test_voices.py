"""Whose words an excerpt is."""

from __future__ import annotations

import pytest

from retrieval.answers.voices import beginning, find_core_voices, find_main_voice, find_voices
from retrieval.articles import Article, Span
from retrieval.library import Library
from retrieval.quotations.attribution import quotations
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

NARRATED = "The bridge was closed for nine weeks while divers looked at its piers."
QUOTED = "“It held all night, and it will hold for years,” said Ada Park."
REPORTED = "Jonas Wirth said that the bridge had been closed too late for his shop."
SCARE = "The bridge, which Ada Park calls “a heap of rust”, has stood over the river since 1901."
TWO = "“It held all night,” said Ada Park, but Jonas Wirth said it had been closed too late."


def _article(*sentences: str) -> Article:
    text = " ".join(sentences)
    return make_article("a", text, Metadata(title="Title", language="en"))


def _span(article: Article, sentence: str) -> Span:
    start = article.text.index(sentence)
    return Span(start, start + len(sentence))


@pytest.mark.parametrize(
    ("core", "names"),
    [
        (NARRATED, []),
        (QUOTED, ["Ada Park"]),
        (REPORTED, ["Jonas Wirth"]),
        (SCARE, []),
        (TWO, ["Ada Park", "Jonas Wirth"]),
    ],
)
def test_only_who_speaks_in_the_core_is_named_over_an_excerpt(core: str, names: list[str]) -> None:
    article = _article(QUOTED, NARRATED, REPORTED, SCARE, TWO)
    voices = find_core_voices(article, quotations(article), [_span(article, core)])
    assert [voice.name for voice in voices] == names


@pytest.mark.parametrize(
    ("core", "name"),
    [(NARRATED, None), (QUOTED, "Ada Park"), (REPORTED, "Jonas Wirth"), (SCARE, None)],
)
def test_the_main_voice_of_narration_is_nobody(core: str, name: str | None) -> None:
    article = _article(QUOTED, NARRATED, REPORTED, SCARE)
    voice = find_main_voice(article, quotations(article), [_span(article, core)])
    assert (voice.name if voice else None) == name


def test_the_words_of_each_voice_are_their_own() -> None:
    article = _article(TWO)
    found = quotations(article)
    [ada, jonas] = find_voices(article, found, _span(article, TWO))
    assert [article.slice(span) for span in ada.spans] == ["It held all night,"]
    assert [article.slice(span) for span in jonas.spans] == ["it had been closed too late"]
    assert (beginning(article, ada), beginning(article, jonas)) == (
        "It held all night,",
        "it had been closed…",
    )


def test_of_the_words_of_a_voice_only_those_in_marks_are_marked() -> None:
    article = _article("Ada Park said it would stay. “My mother came back to mud,” she said.")
    [ada] = find_voices(article, quotations(article), Span(0, len(article.text)))
    assert [article.slice(span) for span in ada.spans] == [
        "it would stay",
        "My mother came back to mud,",
    ]
    assert [article.slice(span) for span in ada.marked] == ["My mother came back to mud,"]


def test_the_words_around_the_core_are_no_voice_of_it() -> None:
    article = _article(QUOTED, NARRATED)
    excerpt = Span(0, len(article.text))
    assert [voice.name for voice in find_voices(article, quotations(article), excerpt)] == [
        "Ada Park"
    ]
    assert find_core_voices(article, quotations(article), [_span(article, NARRATED)]) == ()


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
