"""What a pipe gets."""

from __future__ import annotations

from typing import Any

import pytest

from retrieval.output import plain_text, sentences
from tests.support.articles import answer_with


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("One.", "> One.\n"),
        ("One.\n\n\n    Two.", "> One.\n>\n> Two.\n"),
        ("One.\r\nTwo.", "> One.\n>\n> Two.\n"),
        ("A \x1b[31mred\x1b[0m word\x07", "> A \ufffd[31mred\ufffd[0m word\ufffd\n"),
    ],
)
def test_an_excerpt_is_quoted_as_in_a_mail(text: str, quoted: str) -> None:
    given = answer_with(text)
    receipt = f"receipt {given.excerpts[0].receipt}"
    assert plain_text.format_answer(given) == f"1.\n{quoted}Title\nparagraph 1\n{receipt}\n"


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
    assert sentences.lines_under(excerpt) == [*lines, f"receipt {excerpt.receipt}"]
