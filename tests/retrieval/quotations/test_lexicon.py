"""What words next to names stand for, in all languages at once."""

from __future__ import annotations

import pytest

from retrieval.quotations.lexicon import (
    is_body,
    is_document,
    is_learned,
    is_named_body,
    is_origin,
    is_role,
    is_title,
)


@pytest.mark.parametrize(
    "word",
    ["mayor", "Mayors", "Mr", "former", "geologist", "Bundeskanzlerin", "Finanzminister", "alcaldesa",
     "porte-parole", "sindaca", "woordvoerster", "mluvčí", "δήμαρχος", "президент", "прем’єр"],
)  # fmt: skip
def test_a_role_is_known_in_every_language(word: str) -> None:
    assert is_role(word)


@pytest.mark.parametrize("word", ["bridge", "Park", "Brücke", "ministerial", ""])
def test_another_word_is_no_role(word: str) -> None:
    assert not is_role(word)


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("Ministry of Works", True),
        ("Lenne Council", True),
        ("Lenne government", True),
        ("WHO", True),
        ("Ada Park", False),
        ("A", False),
    ],
)
def test_an_organization_is_known_by_a_word_or_its_capitals(words: str, does: bool) -> None:
    assert is_body(words) is does


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("Treaty of Lenne", True),
        ("Iron Act", True),
        ("Jahresbericht", True),
        ("Author of the Report", False),
        ("Ada Park", False),
    ],
)
def test_a_document_is_known_by_its_noun(words: str, does: bool) -> None:
    assert is_document(words) is does


def test_a_country_and_a_noun_are_an_organization() -> None:
    assert is_named_body(["the", "Japanese", "government"])
    assert not is_named_body(["The", "government"])
    assert not is_named_body(["the", "Japanese", "bridge"])


def test_titles_origins_and_universities_are_known() -> None:
    assert is_title("Dr")
    assert not is_title("dr")
    assert is_origin("Russian")
    assert not is_origin("Park")
    assert is_learned("Lenne University of Works")
    assert not is_learned("Lenne Works")
