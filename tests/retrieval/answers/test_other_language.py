"""Questions in a language that no article is in."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from tests.support.altena import FLOOD, OTHER, dated_library

LIBRARY = dated_library((FLOOD, "2024-05-06"), (OTHER, "2024-05-07"))


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("Was sagte Jonas Wirth zu den Renten?", "Jonas Wirth"),
        ("Що сказав Йонас Вірт про пенсії?", None),
        ("Was kostet die Reise nach Bremen?", None),
        ("Wie alt ist Jonas Wirth?", "Jonas Wirth"),
    ],
)
def test_such_a_question_is_told_the_languages_there_are(
    question: str, nearest: str | None
) -> None:
    answer = LIBRARY.ask(question)
    assert answer.no_answer
    assert answer.no_answer.reason == "other-language"
    assert not answer.no_answer.unknown_terms
    [failed] = answer.no_answer.failed
    assert (failed.requirement, str(failed.note)) == ("language", "The articles are in English.")
    texts = [excerpt.text for excerpt in answer.no_answer.nearest]
    assert bool(texts) == bool(nearest)
    assert all(nearest in text for text in texts if nearest)


@pytest.mark.parametrize("question", ["Wer ist Jonas Wirth?", "Was sagte Jonas Wirth?"])
def test_a_question_that_is_no_more_than_a_name_is_answered(question: str) -> None:
    assert "Jonas Wirth" in LIBRARY.ask(question).excerpts[0].text


def test_a_word_that_the_language_of_the_articles_uses_otherwise_is_no_empty_question() -> None:
    spanish = (
        "El puente de Altena se ha caído por la noche, y la mayor parte de la gente lo ha visto."
    )
    library = Library.of([make_article("es", spanish, Metadata(language="es"))])
    refusal = library.ask("What did the mayor say?").no_answer
    assert refusal
    assert refusal.reason == "other-language"


def test_the_languages_of_several_articles_are_listed() -> None:
    german = "Die Brücke von Altena ist in der Nacht gefallen, und niemand wurde dabei verletzt."
    articles = [*LIBRARY.articles.values(), make_article("de", german, Metadata(language="de"))]
    refusal = Library.of(articles).ask("¿Cuándo se abre el museo de los barcos?").no_answer
    assert refusal
    assert str(refusal.failed[0].note) == "The articles are in English and German."
