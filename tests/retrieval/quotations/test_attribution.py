"""Who is quoted over whole paragraphs and sections; all offsets; the seeds, read by hand."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.articles import Article, Section
from retrieval.lang.registry import speech
from retrieval.library import Library
from retrieval.quotations.attribution import quotations, quotations_in
from retrieval.quotations.records import Quotation, speaker
from retrieval.quotations.roster import speaker_key
from retrieval.reading.article import make_article
from retrieval.reading.folder import read_collection
from retrieval.reading.metadata import Metadata
from tests.benchmarks.voices import figures, read_voices
from tests.support.paths import DATA, NEWSROOM
from tests.support.quotations import quoted

LABELS = DATA / "seed_quotations.jsonl"
FLOORS = {
    "valley": (0.98, 0.94, 0.87),
    "states": (0.98, 0.93, 0.76),
    "border": (0.97, 0.92, 0.73),
    "arena": (0.97, 0.86, 0.78),
}
"""Of each set the least precision, recall of words in marks, and recall of reported words."""


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The bridge is “not what it was” today.", "not what it was", None),
        ("Somebody said: “It held.”", "It held.", None),
        ("“It held,” a witness said.", "It held,", None),
    ],
)  # fmt: skip
def test_a_quotation_may_have_no_speaker(text: str, words: str, who: str | None) -> None:
    assert quoted(text) == [(words, who)]


def test_a_paragraph_of_speech_alone_is_by_the_speaker_before() -> None:
    assert quoted("“It held,” said Ada Park.\n\n“It is a very old bridge.”") == [
        ("It held,", "Ada Park"),
        ("It is a very old bridge.", "Ada Park"),
    ]


def test_the_quotations_of_a_section_are_the_same_without_the_others(seeds: Library) -> None:
    for article in seeds.articles.values():
        every = quotations(article)
        for paragraph in (piece for section in article.sections for piece in section.paragraphs):
            here = [q for q in every if q.start < paragraph.end and paragraph.start < q.end]
            near = quotations_in(article, paragraph)
            assert [q for q in near if q in here] == here
            assert set(near) <= set(every)


def test_without_a_heading_between_a_section_goes_on_with_who_spoke_last() -> None:
    text = "“It held,” said Ada Park.\n\n“It is a very old bridge.”"
    article = make_article("a", text, Metadata())
    first, last = article.sections[0].paragraphs
    apart = replace(article, sections=(Section(None, (first,)), Section(None, (last,))))
    assert speaker(apart, quotations_in(apart, last)[-1]) == "Ada Park"


def test_an_answer_is_not_by_who_asked() -> None:
    assert (
        quoted("Ada Park asked: “Does it hold?”\n\n“It holds as it has always done.”")[1][1] is None
    )


def test_a_heading_takes_its_speaker_from_beneath() -> None:
    text = (
        "The bridge opened in 1901 and has carried trains since.\n\n"
        "  • Bridge ‘held’ all night\n\n"
        "    Ada Park said: “It held all night, and it was a long one for all of us in the town.”\n\n"
        "  • The ‘Iron Lady’ of Lenne\n\n"
        "    It rained all day on the bridge, on the town, and on the river that runs under it.\n"
    )
    assert quoted(text)[0] == ("held", "Ada Park")
    assert len(quoted(text)) == 2


def _check(article: Article, found: tuple[Quotation, ...]) -> None:
    for form in ("quoted", "reported"):
        end = 0
        for quotation in (quotation for quotation in found if quotation.form == form):
            assert end <= quotation.start < quotation.end <= len(article.text)
            end = quotation.end
    assert list(found) == sorted(found, key=lambda quotation: quotation.start)
    for quotation in found:
        for span in (quotation.name, quotation.cue):
            assert span is None or 0 <= span.start < span.end <= len(article.text)
        speaker_key(speaker(article, quotation) or "")


PIECES = st.sampled_from(
    [
        *"“”\"‘’'«»„‚.,:;?!–—()\n \xa0",
        *[
            "Ada",
            "Park",
            "said",
            "that",
            "he",
            "she",
            "the",
            "mayor",
            "of",
            "Mr",
            "WHO",
            "has",
            "told",
            "saying",
            "and",
            "who",
            "was",
        ],
        *("\n\n", "according to", " – ", "government", "1,000"),
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=60))
@settings(max_examples=150, deadline=None)
def test_offsets_are_right_in_any_text(pieces: list[tuple[str, str]]) -> None:
    article = make_article(
        "a", "".join(piece + gap for piece, gap in pieces), Metadata(title="Title", language="en")
    )
    _check(article, quotations(article))


MARKS_OF_ALL = ["«", "»", "„", "“", "”", "'", '"', "``", "’", ",", ".", "?", ":", "–", ";", "\n\n"]
OF_ALL = ["Ada", "Park", "WHO", "l’", "“a b”", "“a b”", "and", "the", "so", "book", "1901"]


@given(
    st.sampled_from(["cs", "de", "el", "es", "fi", "fr", "it", "nl", "pl", "ru", "sv"]), st.data()
)
@settings(max_examples=150, deadline=None)
def test_offsets_are_right_in_any_language(language: str, data: st.DataObject) -> None:
    table = speech(language)
    words = sorted(
        table.cues | table.conjunctions | table.ands | table.be | table.he | table.fronted
    )
    piece = st.sampled_from([*words, *MARKS_OF_ALL * 3, *OF_ALL * 5])
    pieces = data.draw(st.lists(st.tuples(piece, st.sampled_from(["", " ", " "])), max_size=60))
    text = "".join(piece + gap for piece, gap in pieces)
    article = make_article("a", text, Metadata(title="Title", language=language))
    _check(article, quotations(article))


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    article = make_article("a", text, Metadata(title="Title", language=None))
    _check(article, quotations(article))


@pytest.mark.parametrize(
    "text",
    [
        "“a " * 3_000,
        "‘a “b " * 2_000,
        '"' * 6_000,
        "“Ab c\n\n" * 2_000,
        "he said that " * 2_000,
        "said Ada " * 2_000,
        "Ada " * 2_000 + "said",
        "a, " * 2_000 + "said " * 50,
        "Ada Park said no. " * 1_000,
        "x said “a b c d e” and " * 1_000,
        "It is 'iron'\".\"Ada Park was not here when it was proposed. " * 500,
    ],
)
def test_a_text_of_nothing_but_marks_and_cues_is_read_to_its_end(text: str) -> None:
    article = make_article("a", text, Metadata(title="Title", language="en"))
    _check(article, quotations(article))


def test_the_quotations_of_the_seeds_are_found_with_their_speakers(seeds: Library) -> None:
    """A label is found where a quotation of its form has half of its words or more."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    articles = {article.id.partition("_")[0]: article for article in seeds.articles.values()}
    found = {article.id: quotations(article) for article in articles.values()}
    matched: set[tuple[str, Quotation]] = set()
    named = given_one = right = detected = 0
    for label in labels:
        article = articles[label["article"]]
        start, end = label["start"], label["start"] + len(label["text"])
        assert article.text[start:end] == label["text"]
        named += label["speaker"] is not None
        for one in found[article.id]:
            shared = min(end, one.end) - max(start, one.start)
            if one.form == label["form"] and 2 * shared >= end - start:
                matched.add((article.id, one))
                detected += 1
                who = speaker(article, one)
                given_one += who is not None
                right += who is not None and who == label["speaker"]
                break
    assert len(labels) >= 60
    assert detected / len(labels) >= 0.95
    assert len(matched) / sum(map(len, found.values())) >= 0.95
    assert right / given_one >= 0.95
    assert right / named >= 0.90


@pytest.mark.parametrize("world", ["valley", "states", "border", "arena"])
def test_the_voices_of_newsroom_are_found_and_right(world: str) -> None:
    """The figures of `tests.benchmarks.voices`, a little below those of `docs/explain/measurements.md`."""
    articles = read_collection(NEWSROOM / world / "corpus.jsonl")[0]
    voices = read_voices(NEWSROOM / world / "voices.jsonl")
    found, quoted_words, reported_words = (
        figures(articles, voices, form) for form in (None, "quoted", "reported")
    )
    assert found.precision >= FLOORS[world][0]
    assert quoted_words.recall >= FLOORS[world][1]
    assert reported_words.recall >= FLOORS[world][2]
