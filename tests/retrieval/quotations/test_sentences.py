"""Where a sentence ends after a quotation, so that a cue belongs to the right one."""

from __future__ import annotations

import pytest

from tests.support.quotations import quoted


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("They sing “it held for years.” Ada Park claimed that it fell.", "it held for years.", None),
        ("Jonas Wirth comments: “It held.” Ada Park urges Kim to leave.", "It held.", "Jonas Wirth"),
        ("U.S. Judge Ada Park closed it, calling it “a heap”.", "a heap", "Ada Park"),
    ],
)  # fmt: skip
def test_a_cue_belongs_to_the_quotation_of_its_sentence(
    text: str, words: str, who: str | None
) -> None:
    assert quoted(text) == [(words, who)]


def test_a_quotation_before_another_is_not_by_the_same_speaker() -> None:
    found = quoted("They sing “it held for years.” Ada Park told Kim, “No.”")
    assert found == [("it held for years.", None), ("No.", "Ada Park")]
