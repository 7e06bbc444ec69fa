"""Words between quotation marks of all kinds: mixed, nested, misplaced, over several paragraphs."""

from __future__ import annotations

import pytest

from tests.support.quotations import quoted


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ada Park said: “It held.\"", "It held.", "Ada Park"),
        ("Ada Park said: “They call it ‘the rust’ now.”", "They call it ‘the rust’ now.", "Ada Park"),
        ("Ada Park said: “The town’s ‘rust’ held.”", "The town’s ‘rust’ held.", "Ada Park"),
        ("”It held for a year,” Ada Park said.", "It held for a year,", "Ada Park"),
        ("Ada Park said: ” It held for a year.”", "It held for a year.", "Ada Park"),
        ("Ada Park said: „It held, ‚they say‘.“", "It held, ‚they say‘.", "Ada Park"),
        ("Ada Park said: «It held.»", "It held.", "Ada Park"),
        ("Ada Park said the bridge’s 6' pillars held “for long”.", "for long", "Ada Park"),
    ],
)  # fmt: skip
def test_marks_may_be_mixed_nested_or_misplaced(text: str, words: str, who: str | None) -> None:
    assert quoted(text) == [(words, who)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ada Park said : `` It held . ''", "It held .", "Ada Park"),
        ("`` It held , '' Ada Park said .", "It held ,", "Ada Park"),
        ("``It held,'' said Ada Park.", "It held,", "Ada Park"),
        ("``They call it `the rust' now,'' said Ada Park.", "They call it `the rust' now,", "Ada Park"),
    ],
)  # fmt: skip
def test_marks_of_the_penn_treebank_and_of_tex_are_read(
    text: str, words: str, who: str | None
) -> None:
    assert quoted(text) == [(words, who)]


def test_paragraphs_that_begin_with_a_mark_continue_the_quotation() -> None:
    text = (
        "Ada Park said: “It held.\n\n“It was old, but it held.\n\n“And it holds.”\n\n"
        "“We are glad of it,” said Jonas Wirth."
    )
    assert quoted(text) == [
        ("It held.\n\n“It was old, but it held.\n\n“And it holds.", "Ada Park"),
        ("We are glad of it,", "Jonas Wirth"),
    ]
