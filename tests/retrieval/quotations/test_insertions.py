"""Words that say who speaks, among the words between marks."""

from __future__ import annotations

import pytest

from tests.support.quotations import spoken

TABLE = [
    # Between dashes, as in Ukrainian and Russian
    ("uk", "«Міст стоїть, — сказала Ада Парк. — Але вода йде».", ["Міст стоїть", "Але вода йде"]),
    ("uk", "«Міст стоїть? — спитала Ада Парк. — Так».", ["Міст стоїть?", "Так"]),
    ("uk", "«Міст, — сказала Ада Парк, — стоїть і досі».", ["Міст", "стоїть і досі"]),
    # The insertion may have commas of its own
    (
        "uk",
        "«Міст стоїть, — сказала Ада Парк біля млина, де чекали люди. — Тримаємось».",
        ["Міст стоїть", "Тримаємось"],
    ),
]


@pytest.mark.parametrize(("language", "text", "parts"), TABLE)
def test_words_around_an_insertion_are_two_parts_of_one_speaker(
    language: str, text: str, parts: list[str]
) -> None:
    assert [(words, name) for _, words, name in spoken(text, language)] == [
        (part, "Ада Парк") for part in parts
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "«Міст — старий, але міцний — стоїть», — сказала Ада Парк."),
        ("uk", "«Міст, збудований давно, стоїть і досі», — сказала Ада Парк."),
        ("en", "“The bridge, said to be old, still stands,” said Ada Park."),
    ],
)
def test_other_words_between_dashes_or_commas_divide_nothing(language: str, text: str) -> None:
    assert [name for _, _, name in spoken(text, language)] == [
        "Ада Парк" if language == "uk" else "Ada Park"
    ]
