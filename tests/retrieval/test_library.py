"""A question's whole way through a small collection in plain sight."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answers.excerpts import find_paragraphs_around
from retrieval.library import Library
from retrieval.query.parser import MAX_QUESTION
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.spelling import dictionary

FLOOD = """Old bridge lost to the flood

The Lenne rose by four metres on Monday night and tore away the old bridge at Altena.

“We heard it go at three in the morning,” said Ada Park, who lives beside the river.

The mayor, Jonas Wirth, said: “Nobody was hurt. We will rebuild it within two years.”

Photo: Ada Park

The World Meteorological Centre (WMC) counted 180 millimetres of rain in two days.
"""
FERRY = """Ferry to carry commuters

A ferry will carry commuters across the Lenne until a new bridge stands.

It costs two euros and leaves every ten minutes, the operator Kahn said.
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.of(
        [
            make_article("flood", FLOOD, Metadata(publisher="Bugle", published="1997-07-08")),
            make_article("ferry", FERRY, Metadata(published="1997-09")),
        ]
    )


@pytest.mark.parametrize(
    ("question", "words", "article", "paragraph"),
    [
        ("What rose by four metres?", "rose by four metres", "flood", 1),
        ("What does the ferry cost?", "It costs two euros", "ferry", 1),
        ("What did Jonas Wirth say about rebuilding?", "We will rebuild it", "flood", 1),
        ("How much rain did the WMC count?", "180 millimetres", "flood", 4),
    ],
)
def test_a_question_gets_the_words_that_answer_it(
    library: Library, question: str, words: str, article: str, paragraph: int
) -> None:
    best = library.ask(question).excerpts[0]
    assert words in best.text
    assert (best.article.id, best.citation.paragraph) == (article, paragraph)


def test_an_excerpt_shows_a_repeated_report_once() -> None:
    wire = "The Lenne rose by four metres on Monday night and tore away the old bridge at Altena. "
    library = Library.of(
        [
            make_article(n, f"Title {n}\n\n{wire}{wire.replace('tore', 'swept')}", Metadata())
            for n in "abc"
        ]
    )
    assert len(library.ask("What rose by four metres?").excerpts) == 1


@pytest.mark.parametrize(
    ("question", "reason", "unknown"),
    [
        ("", "empty", ()),
        ("  \n", "empty", ()),
        ("?! 😀", "empty", ()),
        ("x" * (MAX_QUESTION + 1), "too-long", ()),
        ("Who won the lottery?", "unknown-words", ("won", "lottery")),
        ("مرحبا بالعالم", "unknown-words", ("مرحبا", "بالعالم")),
        ("“bridge at Lenne”", "filtered-out", ()),
        ("old bridge from:Gazette", "filtered-out", ()),
        ("old bridge since:2030", "filtered-out", ()),
    ],
)
def test_the_no_says_why(
    library: Library, question: str, reason: str, unknown: tuple[str, ...]
) -> None:
    answer = library.ask(question)
    assert not answer.answered
    assert answer.excerpts == ()
    assert answer.no_answer is not None
    assert (answer.no_answer.reason, answer.no_answer.unknown_terms) == (reason, unknown)
    assert answer.no_answer.coverage.articles == 2
    assert (answer.no_answer.coverage.since, answer.no_answer.coverage.until) == (
        "1997-07-08",
        "1997-09",
    )


def test_the_no_shows_the_nearest_there_is(library: Library) -> None:
    answer = library.ask("Did the flood reach the cathedral library in Cologne?")
    assert answer.no_answer is not None
    assert answer.no_answer.unknown_terms == ("reach", "cathedral", "library", "Cologne")


@pytest.mark.parametrize("limit", ["“bridge at Lenne”", "from:Gazette", "until:1990"])
def test_the_nearest_is_shown_when_the_limits_of_a_question_leave_nothing(
    library: Library, limit: str
) -> None:
    refusal = library.ask(f"What tore away the old bridge? {limit}").no_answer
    assert refusal is not None
    assert "tore away the old bridge" in refusal.nearest[0].text
    without = library.ask(f"What tore away the old bridge? {limit} -Monday").no_answer
    assert without is not None
    assert all("Monday" not in excerpt.text for excerpt in without.nearest)


@given(st.text(max_size=80), st.integers(1, 5))
def test_any_text_gets_an_answer_of_slices(question: str, top: int) -> None:
    library = Library.of(
        [make_article("flood", FLOOD, Metadata()), make_article("ferry", FERRY, Metadata())]
    )
    answer = library.ask(question, top)
    assert 0 <= answer.confidence <= 1
    assert len(answer.excerpts) <= top
    assert bool(answer.excerpts) == answer.answered
    for excerpt in answer.excerpts:
        assert excerpt.text in (FLOOD if excerpt.article.id == "flood" else FERRY)


def test_around_an_excerpt_are_its_whole_paragraphs(library: Library) -> None:
    excerpt = library.ask("What did Jonas Wirth say about rebuilding?").excerpts[0]
    wide = excerpt.article.slice(find_paragraphs_around(excerpt, 2000))
    assert wide.startswith("The Lenne rose")
    assert wide.endswith("two years.”")  # and no further: a picture credit follows
    assert find_paragraphs_around(excerpt, 10) == (excerpt.start, excerpt.end)


def test_the_version_changes_with_the_articles_and_only_then() -> None:
    def version(*texts: str) -> str:
        return Library.of(
            [make_article(str(n), t, Metadata()) for n, t in enumerate(texts)]
        ).version

    assert version(FLOOD, FERRY) == version(FLOOD, FERRY)
    assert len({version(FLOOD), version(FERRY), version(FLOOD, FERRY), version(FLOOD + " ")}) == 4


def test_suggestions_are_headings_when_nobody_wrote_any(library: Library) -> None:
    assert library.suggestions == ("Old bridge lost to the flood", "Ferry to carry commuters")


def test_one_that_takes_the_place_of_another_offers_the_same_where_it_answers_that_too() -> None:
    def articles(*texts: str) -> Library:
        return Library.of([make_article(str(n), t, Metadata()) for n, t in enumerate(texts)])

    before, same, other = articles(FLOOD, FERRY), articles(FERRY, FLOOD), articles(FERRY)
    before.warm()
    same.warm(before)
    other.warm(before)
    assert same.suggestions == before.suggestions != articles(FERRY, FLOOD).suggestions
    assert other.suggestions == articles(FERRY).suggestions != before.suggestions
    later = articles(FERRY)
    later.warm(articles(FLOOD))  # which was never asked for any
    assert "suggestions" not in vars(later)


def test_a_warm_library_loads_nothing_more_for_a_misspelt_word(library: Library) -> None:
    dictionary.cache_clear()
    library.warm()
    assert dictionary.cache_info().misses == 1
    assert library.ask("Who is Jonas Wirht?").notes
    assert dictionary.cache_info().misses == 1


def test_retrieval_does_not_load_telegram() -> None:
    code = "import sys, retrieval.library, retrieval.cli; print('telegram' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
