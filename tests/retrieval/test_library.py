"""A question's whole way through a small collection in plain sight."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.spelling import dictionary
from tests.support.lenne import FERRY, FLOOD


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
    lenne: Library, question: str, words: str, article: str, paragraph: int
) -> None:
    best = lenne.ask(question).excerpts[0]
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


def test_the_version_changes_with_the_articles_and_only_then() -> None:
    def version(*texts: str) -> str:
        return Library.of(
            [make_article(str(n), t, Metadata()) for n, t in enumerate(texts)]
        ).version

    assert version(FLOOD, FERRY) == version(FLOOD, FERRY)
    assert len({version(FLOOD), version(FERRY), version(FLOOD, FERRY), version(FLOOD + " ")}) == 4


def test_suggestions_are_headings_when_nobody_wrote_any(lenne: Library) -> None:
    assert lenne.suggestions == ("Old bridge lost to the flood", "Ferry to carry commuters")


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


def test_a_warm_library_loads_nothing_more_for_a_misspelt_word(lenne: Library) -> None:
    dictionary.cache_clear()
    lenne.warm()
    assert dictionary.cache_info().misses == 1
    assert lenne.ask("Who is Jonas Wirht?").notes
    assert dictionary.cache_info().misses == 1


def test_retrieval_does_not_load_telegram() -> None:
    code = "import sys, retrieval.library, retrieval.cli; print('telegram' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
