"""The shipped articles: what is found in them, word for word."""

from __future__ import annotations

import json

import pytest

from retrieval.library import Library
from tests.support.paths import ROOT

LIVE_BLOG, REPORT = "000_fd4d650591058ab2", "002_a0a4c0049b460e1f"
QUESTIONS = [
    json.loads(line) for line in (ROOT / "tests/data/seed_questions.jsonl").read_text().splitlines()
]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open(ROOT / "seeds")


def test_the_who_on_winter_is_answered_in_dr_kluges_words(library: Library) -> None:
    best = library.ask("what did the WHO say about winter?").excerpts[0]
    assert (
        "“This winter will be life-threatening for millions of people in Ukraine,” said WHO"
        in best.text
    )
    assert (
        best.citation.section
        == "Ukrainians facing their ‘darkest days’ warns World Health Organisation"
    )
    assert (best.citation.publisher, best.citation.published, best.citation.dated_by) == (
        "The Sun",
        "2022-11",
        "text",
    )
    marked = {best.article.slice(mark) for mark in best.highlights}
    assert marked == {"World", "Health", "Organisation", "WHO", "WHO’s", "winter"}


def test_most_questions_show_their_answer_first_and_all_in_the_first_three(
    library: Library,
) -> None:
    answerable = [q for q in QUESTIONS if q["answers"]]
    ranks = {}
    for entry in answerable:
        excerpts = library.ask(entry["question"], top=3).excerpts
        ranks[entry["id"]] = [
            rank
            for rank, e in enumerate(excerpts, 1)
            if any(gold in e.text for gold in entry["answers"])
        ][:1]
    assert [key for key, rank in ranks.items() if not rank] == []
    assert sum(rank == [1] for rank in ranks.values()) == 15


def test_questions_without_an_answer_are_refused(library: Library) -> None:
    unanswerable = [q["question"] for q in QUESTIONS if not q["answers"]]
    assert [q for q in unanswerable if library.ask(q).answered] == []


@pytest.mark.parametrize(
    ("article", "sections", "paragraphs"), [(LIVE_BLOG, 23, 74), (REPORT, 1, 22)]
)
def test_the_structure_of_the_seeds(
    library: Library, article: str, sections: int, paragraphs: int
) -> None:
    found = library.articles[article]
    assert (len(found.sections), len(list(found.paragraphs()))) == (sections, paragraphs)


@pytest.mark.parametrize(
    "words",
    [
        "In this article, you will get all information",
        "Read our Ukraine-Russia live blog",
        "For more visit",
        "Latest News by",
        "هجده",
        "Don't Miss",
        "Most Read",
        "Trending on GB News",
        "| GETTY",
        "|REUTERS",
        "READ THE LATEST",
        "Former MI5 chief",
        "PICTURED: Vladimir Putin",
        "The GB News Editorial Charter",
    ],
)
def test_what_is_not_the_story_is_skipped(library: Library, words: str) -> None:
    texts = [a.slice((s.start, s.end)) for a in library.articles.values() for s in a.skipped]
    paragraphs = [a.slice(p) for a in library.articles.values() for _, _, p in a.paragraphs()]
    assert any(words in text for text in texts)
    assert not any(words in text for text in paragraphs)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kremlin has also warned that peace cannot be agreed until",
        "Russia's mandatory conscription requires all men aged 18-30",
        "The US Envoy for Ukraine and Russia, Keith Kellogg, has now indicated",
        "On Monday, the Russian Defence Ministry claimed",
    ],
)
def test_a_sentence_behind_a_picture_credit_is_a_paragraph(library: Library, sentence: str) -> None:
    report = library.articles[REPORT]
    assert any(report.slice(p).startswith(sentence) for _, _, p in report.paragraphs())


def test_a_sentence_that_the_live_blog_repeats_is_shown_once(library: Library) -> None:
    shown = [e.text for e in library.ask("Who is Sergei Surovikin, General Armageddon?").excerpts]
    assert sum("dubbed “General Armageddon”" in text for text in shown) == 1
