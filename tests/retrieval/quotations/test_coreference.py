"""Excerpts that begin where a reader can: what they lean on, and whom "he" is."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from retrieval.answers.excerpts import extract_choice
from retrieval.answers.records import Answer
from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import MAX_EXCERPT, sentences_at, spans_of
from retrieval.index.passages import split, split_at_skipped
from retrieval.library import Library
from retrieval.output import json_output, plain_text, terminal
from retrieval.query.model import Query, Word
from retrieval.quotations.coreference import referent
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.sentence_choice import choose
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.analyzer import analyze
from retrieval.text.context_dependence import depends_on_context
from retrieval.text.sentences import sentences


@pytest.mark.parametrize(
    ("sentence", "language", "does"),
    [
        ("He added that it rained.", "en", True),
        ("“We left,” she said.", "en", True),
        ("In July 1943 she moved to Altena.", "en", True),
        ("From 1943 she lived in a flat.", "en", True),
        ("However, the bridge held.", "en", True),
        ("The mayor said no.", "en", True),
        ("The mayor of Altena said no.", "en", False),
        ("Hedwig Park added that it rained.", "en", False),
        ("In Altena she was at home.", "en", False),  # it may name whom it speaks of
        ("He added that it rained.", None, True),
    ],
)
def test_a_sentence_that_points_back_is_known_by_its_beginning(
    sentence: str, language: str | None, does: bool
) -> None:
    assert depends_on_context(sentence, 0, language) is does


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
def test_whom_the_last_sentence_means_is_told_only_when_it_is_certain(
    text: str, named: str | None
) -> None:
    article = make_article("a", text, Metadata(language="en"))
    [*before, last] = sentences(text, 0, len(text), "en")
    found = referent(article, last.start, reversed(before))
    told = f"{article.slice(found.words)}: {article.slice(found.name)}" if found else None
    assert told == named


def test_a_pronoun_inside_a_quotation_is_its_speakers() -> None:
    text = "Mr Wirth said: “It rained. He left.”"
    article = make_article("a", text, Metadata(language="en"))
    assert referent(article, text.index("He left"), [Span(0, text.index(" He left"))]) is None


FILLER = (
    "The river stood at the third step of the old stairs beside the mill all through the night. "
)


def paragraphs(*lines: str) -> Library:
    return Library.of(
        [make_article("a", "Title\n\n" + "\n\n".join(lines), Metadata(language="en"))]
    )


def test_what_an_excerpt_leans_on_is_taken_in_from_the_passage_before() -> None:
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


def test_nothing_is_taken_in_from_beyond_what_is_skipped() -> None:
    spoken = "Jonas Wirth, the mayor, spoke to reporters."
    library = paragraphs(spoken, "Photo: Ada Park", "He announced lottery winners.")
    assert library.articles["a"].skipped
    best = library.build_excerpts(library.rank("Who announced lottery winners?"))[0]
    assert best.text.startswith("He announced")
    assert best.reference is None


@pytest.fixture(scope="module")
def winners() -> Answer:
    """One whose first excerpt begins with "He", too far from his name to show that."""
    spoken = "Jonas Wirth, the mayor, spoke to reporters" + ", who stood in the rain" * 25 + "."
    library = paragraphs(spoken, "He announced lottery winners. " + FILLER)
    return library.ask("Who announced lottery winners?")


def test_who_is_named_when_the_sentence_that_says_so_does_not_fit(winners: Answer) -> None:
    best = winners.excerpts[0]
    assert best.text.startswith("He announced")
    assert best.reference is not None
    assert best.article.slice(best.reference.words) == "He"
    assert best.article.slice(best.reference.name) == "Jonas Wirth"


def test_who_is_named_stands_in_brackets_outside_the_quotation(winners: Answer) -> None:
    assert "1.\n[He: Jonas Wirth]\n> He announced" in plain_text.format_answer(winners)
    console = Console(file=StringIO(), width=80)
    terminal.print_answer(winners, console=console)
    assert isinstance(console.file, StringIO)
    lines = console.file.getvalue().splitlines()
    assert lines[0].split() == ["1", "[He:", "Jonas", "Wirth]"]
    assert lines[1].strip().startswith("▎ He announced")


def test_who_is_named_is_told_to_programs_with_its_place(winners: Answer) -> None:
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
def test_an_excerpt_and_who_it_names_stay_in_their_section_and_out_of_what_is_skipped(
    text: str, words: list[str]
) -> None:
    article = make_article("a", text, Metadata(language="en"))
    weights = QuestionWeights(
        Query("", None, tuple(Word(word, word, name=False) for word in words)),
        lambda _: 1.0,
        lambda _: True,
    )
    for passage in split(article):
        found = analyze(article.text, article.language, passage.start, passage.end)
        whole = sentences_at(found.terms, found.places, spans_of(article, passage))
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
