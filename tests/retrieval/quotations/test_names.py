"""Names among the words of a sentence, and what stands in capitals before them."""

from __future__ import annotations

import pytest

from retrieval.quotations.names import name_of, runs
from retrieval.quotations.tokens import text_of, tokens


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("it was Ada Park who met Jonas Wirth", ["Ada Park", "Jonas Wirth"]),
        ("it was Ludwig van der Elst", ["Ludwig van der Elst"]),
        ("it was Dr. A. Park Jr.", ["Dr . A . Park Jr"]),
        ("on Monday Ada Park left", ["Ada Park"]),
        ("it was Ada Park’s Bridge", ["Ada Park’s", "Bridge"]),
        ("it rained", []),
    ],
)
def test_words_in_capitals_make_a_name_together(text: str, written: list[str]) -> None:
    words = tokens(text, 0)
    assert [text_of(words[first : last + 1]) for first, last in runs(words)] == written


@pytest.mark.parametrize(
    ("run", "language", "name", "title"),
    [
        ("Ada Park", "en", "Ada Park", None),
        ("Dr Ada Park", "en", "Dr Ada Park", "Dr"),
        ("President Ada Park", "en", "Ada Park", "President"),
        ("President Park", "en", "President Park", "President"),
        ("French President Ada Park", "en", "Ada Park", "President"),
        ("Meanwhile Ada Park", "en", "Ada Park", None),
        ("Recently Ada Park’s", "en", "Ada Park", None),
        ("Will Park", "en", "Will Park", None),
        ("Russian Defence Ministry", "en", "Russian Defence Ministry", None),
        ("WHO", "en", "WHO", None),
        ("Bürgermeisterin Ada Park", "de", "Ada Park", None),
        ("A Ada Park", "pt", "Ada Park", None),
        ("A Park", "en", "A Park", None),
    ],
)  # fmt: skip
def test_a_name_is_without_its_role_and_its_opening(
    run: str, language: str, name: str, title: str | None
) -> None:
    found = name_of(tokens(run, 0, language), language)
    assert found
    assert (run[slice(*found.span)], found.title) == (name, title)


@pytest.mark.parametrize("run", ["The", "Officials", "President", "Prime Minister"])
def test_a_role_or_an_opening_alone_is_no_name(run: str) -> None:
    assert name_of(tokens(run, 0), "en") is None
