"""Which words between marks are a quotation, and which a name, a title or a gloss."""

from __future__ import annotations

import pytest

from tests.support.quotations import quoted, spoken


@pytest.mark.parametrize(
    "text",
    [
        "Ada Park, known as “the Rivet”, left.",
        "It was dubbed “the Rust” by the press.",
        "The so-called “bridge” fell.",
        "The drivers’ union met the owners’ club.",
        "The 6' 2\" door was shut.",
        "Ada Park, who calls her “Kim”, left.",
        "The paradox of “The rust” described Ada Park’s work.",
        "Her aunt “G.G.” urges Ada Park to leave.",
        "Type ``make'' twice.",
        'Type ```make``` or "all", then `x`.',
        "It rained.",
    ],
)
def test_a_name_or_a_measure_is_no_quotation(text: str) -> None:
    assert spoken(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Park announced the Lenne Rivet (“the rust”), a club.",
        "In “The Iron Lady” (1901), Ada Park said that it held.",
        "Ada Park warned “Old Rust” again.",
        "Ada Park wrote the novel “It rains in Lenne”.",
    ],
)
def test_a_title_or_a_gloss_is_no_quotation(text: str) -> None:
    assert quoted(text) == []
