"""What a pipe gets."""

from __future__ import annotations

import pytest

from retrieval.output import plain_text
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
