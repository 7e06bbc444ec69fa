"""Words, numbers and signs, those that a language writes together, and their offsets."""

from __future__ import annotations

import pytest

from retrieval.quotations.tokens import owns, tokens, without_owner


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Ada Park’s “no”.", "en", ["Ada", "Park’s", "“", "no", "”", "."]),
        ("The drivers’ 1,000 votes", "en", ["The", "drivers’", "1,000", "votes"]),
        ("the word ‘rust’", "en", ["the", "word", "‘", "rust"]),
        ("l’OMS d’Altena", "fr", ["le", "OMS", "de", "Altena"]),
        ("lorsqu’elle vint", "fr", ["lorsque", "elle", "vint"]),
        ("aujourd’hui", "fr", ["aujourd’hui"]),
        ("dit-il", "fr", ["dit", "il"]),
        ("affirme-t-elle", "fr", ["affirme", "elle"]),
        ("a-t-il dit", "fr", ["il", "dit"]),
        ("porte-parole", "fr", ["porte-parole"]),
        ("l’OMS nell’acqua", "it", ["il", "OMS", "nella", "acqua"]),
        ("l’OMS", "en", ["l’OMS"]),
    ],
)  # fmt: skip
def test_words_written_together_are_separated_in_their_language(
    text: str, language: str, words: list[str]
) -> None:
    assert [token.text for token in tokens(text, 0, language)] == words


def test_each_token_has_its_place_in_the_article() -> None:
    text = "Hier, l’OMS d’Altena a-t-elle, dit-il, 1,5 ?"
    for token in tokens(text, 100, "fr"):
        written = text[token.start - 100 : token.end - 100]
        assert written == token.text or written.endswith(("’", "a-t-elle"))


@pytest.mark.parametrize(
    ("word", "bare"),
    [("Park’s", "Park"), ("PARK'S", "PARK"), ("drivers’", "drivers"), ("Park", "Park")],
)
def test_a_possessive_is_known_by_its_ending(word: str, bare: str) -> None:
    [token] = tokens(word, 0)
    assert without_owner(word) == bare
    assert owns(token) is (word != bare)
