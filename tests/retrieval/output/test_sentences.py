"""Sentences and lines that every form of output has."""

from __future__ import annotations

from typing import Any

import pytest

from retrieval.answers.records import Coverage, NoAnswer
from retrieval.output.sentences import lines_under, searched_line, unknown_words
from tests.support.articles import answer_with


@pytest.mark.parametrize(
    ("cited", "lines"),
    [
        ({}, ["Title", "paragraph 1"]),
        (
            {"publisher": "Post", "author": "Ada Park", "published": "2022-11-09", "paragraph": 3},
            ["Title", "Post, by Ada Park, 9 November 2022, paragraph 3"],
        ),
        (
            {"published": "2022-11", "dated_by": "text", "section": "Flood", "url": "https://x.y"},
            [
                "Title",
                "November 2022 (inferred from the text), paragraph 1 under “Flood”",
                "https://x.y",
            ],
        ),
    ],
)
def test_a_citation_says_what_is_known_and_no_more(cited: dict[str, Any], lines: list[str]) -> None:
    excerpt = answer_with("One.", **cited).excerpts[0]
    assert lines_under(excerpt) == [*lines, f"receipt {excerpt.receipt}"]


@pytest.mark.parametrize(
    ("since", "until", "line"),
    [
        (None, None, "Searched: 1,200 articles"),
        ("2022-11", None, "Searched: 1,200 articles, November 2022"),
        ("2022", "2022", "Searched: 1,200 articles, 2022"),
        ("2022-11", "2025", "Searched: 1,200 articles, from November 2022 to 2025"),
    ],
)
def test_what_was_searched_is_counted_and_dated(
    since: str | None, until: str | None, line: str
) -> None:
    assert searched_line(Coverage(1200, 9000, since, until)) == line


def test_a_word_of_any_length_that_no_article_has_takes_one_line() -> None:
    refusal = NoAnswer("unknown-words", ("ferry", "a" * 1000), Coverage(1, 1, None, None), ())
    assert unknown_words(refusal) == f"Not in the articles: ferry, {'a' * 39}…"
