"""Excerpts that begin where a reader can, and whom "he" refers to in them."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from retrieval.answers.excerpts import extract_choice, find_paragraphs_around
from retrieval.answers.records import Answer
from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import MAX_EXCERPT, sentences_at, spans_of
from retrieval.index.passages import split, split_at_skipped
from retrieval.library import Library
from retrieval.output import json_output, plain_text, terminal
from retrieval.query.model import Query, Word
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.sentence_choice import choose, extend
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.analyzer import analyze
from tests.support.texts import TEXTS

FILLER = (
    "The river stood at the third step of the old stairs beside the mill all through the night. "
)


def paragraphs(*lines: str) -> Library:
    return Library.of(
        [make_article("a", "Title\n\n" + "\n\n".join(lines), Metadata(language="en"))]
    )


def test_the_sentence_that_an_excerpt_depends_on_is_added_from_the_passage_before() -> None:
    spoken = "Jonas Wirth, the mayor, spoke to reporters."
    library = paragraphs(FILLER * 4 + spoken, "He announced lottery winners. " + FILLER * 5)
    index = library.index
    _, second = [index.passages[number] for number in index.numbers]
    assert library.articles["a"].text[second.start :].startswith("He announced")
    best = library.ask("Who announced lottery winners?").excerpts[0]
    assert best.text.startswith(spoken)
    assert "He announced lottery winners." in best.text
    assert best.citation.paragraph == 1
    assert best.reference is None
    assert {best.article.slice(mark) for mark in best.highlights} == {
        "announced",
        "lottery",
        "winners",
    }


def test_nothing_is_added_from_beyond_what_is_skipped() -> None:
    spoken = "Jonas Wirth, the mayor, spoke to reporters."
    library = paragraphs(spoken, "Photo: Ada Park", "He announced lottery winners.")
    assert library.articles["a"].skipped
    best = library.build_excerpts(library.rank("Who announced lottery winners?"))[0]
    assert best.text.startswith("He announced")
    assert best.reference is None


@pytest.fixture(scope="module")
def winners() -> Answer:
    """Return an answer whose first excerpt begins with "He", too far from the name to show it."""
    spoken = "Jonas Wirth, the mayor, spoke to reporters" + ", who stood in the rain" * 25 + "."
    library = paragraphs(spoken, "He announced lottery winners. " + FILLER)
    return library.ask("Who announced lottery winners?")


def test_a_person_is_named_where_the_sentence_before_does_not_fit(winners: Answer) -> None:
    best = winners.excerpts[0]
    assert best.text.startswith("He announced")
    assert best.reference is not None
    assert best.article.slice(best.reference.words) == "He"
    assert best.article.slice(best.reference.name) == "Jonas Wirth"


def test_the_name_stands_in_brackets_outside_the_quotation(winners: Answer) -> None:
    assert "1.\n[He: Jonas Wirth]\n> He announced" in plain_text.format_answer(winners)
    console = Console(file=StringIO(), width=80)
    terminal.print_answer(winners, console=console)
    assert isinstance(console.file, StringIO)
    lines = console.file.getvalue().splitlines()
    assert lines[0].split() == ["1", "[He:", "Jonas", "Wirth]"]
    assert lines[1].strip().startswith("▎ He announced")


def test_the_name_and_its_place_stand_in_the_json(winners: Answer) -> None:
    best = winners.excerpts[0]
    [excerpt] = json.loads(json.dumps(json_output.export_answer(winners)))["excerpts"]
    assert excerpt["leans_on"].pop("words") == "He"
    assert excerpt["leans_on"].pop("name") == "Jonas Wirth"
    assert best.article.text[slice(*excerpt["leans_on"].values())] == "Jonas Wirth"


LINES = st.sampled_from(
    ["Mr Wirth said no.", "He left. He came back.", "She said: “It is over.” But he stayed.", "Most Read",
     "• A heading for this", "Photo: Ada Park", "The mayor said no. He added: " + "yes, " * 60 + "no.",
     "word " * 130 + "end.", "Ada Park, 34, saw it.", "It rained. " * 20, "x" * 700]
)  # fmt: skip


@given(
    st.lists(LINES, min_size=1, max_size=8).map("\n\n".join),
    st.lists(st.sampled_from(["left", "said", "rained", "x", "end", "word"]), max_size=3),
)
def test_an_excerpt_and_its_reference_stay_in_one_run_of_sentences(
    text: str, words: list[str]
) -> None:
    article = make_article("a", text, Metadata(language="en"))
    weights = QuestionWeights(
        Query("", None, tuple(Word(word, word, name=False) for word in words)),
        lambda _: 1.0,
        lambda _: True,
    )
    for passage in split(article):
        analyzed = analyze(article.text, article.language, passage.start, passage.end)
        whole = sentences_at(analyzed.terms, analyzed.places, spans_of(article, passage))
        chosen = choose(article, whole, weights)
        shown = extract_choice(article, passage, whole, chosen, weights)
        assert 0 < shown.span.end - shown.span.start <= MAX_EXCERPT
        assert shown.span.start <= chosen.least.start
        assert chosen.least.end <= shown.span.end <= passage.end
        assert in_one_run(article, passage.section, shown.span)
        for mark in shown.highlights:
            assert shown.span.start <= mark.start < mark.end <= shown.span.end
        if shown.reference:
            assert (
                shown.span.start
                <= shown.reference.words.start
                < shown.reference.words.end
                <= shown.span.end
            )
            assert shown.reference.name.end <= shown.span.start
            assert in_one_run(
                article, passage.section, Span(shown.reference.name.start, shown.span.end)
            )


def in_one_run(article: Article, section: int, span: Span) -> bool:
    return any(
        run[0][1].start <= span.start and span.end <= run[-1][1].end
        for run in split_at_skipped(article, article.sections[section])
    )


@given(TEXTS, st.lists(st.sampled_from(["river", "word", "he", "水位", "x"]), max_size=3))
def test_an_excerpt_is_a_short_slice_of_its_passage_and_its_marks_are_inside(
    text: str, words: list[str]
) -> None:
    article = make_article("a", text, Metadata())
    for passage in split(article):
        query = Query("", None, tuple(Word(word, word, name=False) for word in words))
        weights = QuestionWeights(query, lambda _: 1.0, lambda _: True)
        analyzed = analyze(article.text, article.language, passage.start, passage.end)
        whole = sentences_at(analyzed.terms, analyzed.places, spans_of(article, passage))
        choice = choose(article, whole, weights)
        wide = extend(article, whole, choice)
        assert passage.start <= wide.start <= choice.least.start
        assert choice.least.start < choice.least.end <= wide.end <= passage.end
        assert wide.end - wide.start <= MAX_EXCERPT
        shown = extract_choice(article, passage, whole, choice, weights)
        bounds = [
            shown.span.start,
            *(edge for mark in shown.highlights for edge in mark),
            shown.span.end,
        ]
        assert bounds == sorted(bounds)


def test_an_acronym_finds_its_full_name_and_marks_it(bridges: Library) -> None:
    best = bridges.ask("What did the WMC warn of?").excerpts[0]
    assert {"WMC", "World", "Centre"} <= {best.article.slice(mark) for mark in best.highlights}


def test_around_an_excerpt_are_its_whole_paragraphs(lenne: Library) -> None:
    excerpt = lenne.ask("What did Jonas Wirth say about rebuilding?").excerpts[0]
    wide = excerpt.article.slice(find_paragraphs_around(excerpt, 2000))
    assert wide.startswith("The Lenne rose")
    assert wide.endswith("two years.”")  # and no further: a picture credit follows
    assert find_paragraphs_around(excerpt, 10) == (excerpt.start, excerpt.end)
