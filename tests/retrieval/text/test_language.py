from __future__ import annotations

import json

import pytest

from retrieval.text.language import asked_in, detect, stop_words
from tests.support.paths import DATA


@pytest.mark.parametrize("text", ["", "123 456", "?!", "😀"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert detect(text) is None


def test_a_question_is_in_one_of_the_collections_languages() -> None:
    assert detect("Warum wurde die Brücke geschlossen?", frozenset({"de", "en", "ru"})) == "de"
    assert detect("Why was the bridge closed?", frozenset({"de", "en", "ru"})) == "en"
    assert detect("Brücke", frozenset({"en"})) == "en"


def test_a_sample_of_real_questions_is_told_apart() -> None:
    rows = (DATA / "xquad-en" / "queries.jsonl").read_text().splitlines()
    questions = [json.loads(row)["text"] for row in rows]
    found = [detect(question, frozenset({"en", "de", "es", "fr"})) for question in questions]
    assert found.count("en") >= 0.95 * len(found)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Was sagte Ada Park zu Altena?", "de"),
        ("wie alt ist die bridge", "de"),
        ("¿Qué dijo Ada Park sobre Altena?", "es"),
        ("Що сказала Ада Парк про Altena?", "uk"),
        ("מה אמר Park?", "he"),
        ("What did Ada Park say?", None),
        ("pre-war drones", None),
        ("Ada Park", None),
        ("", None),
    ],
)
def test_a_question_is_plainly_in_another_language_than_the_articles(
    question: str, language: str | None
) -> None:
    assert asked_in(question, "en") == language


def test_a_question_in_the_language_of_the_articles_is_in_no_other() -> None:
    assert asked_in("Was sagte Ada Park zu Altena?", "de") is None


def test_each_language_has_its_own_stop_words() -> None:
    assert "die" in stop_words("de")
    assert "die" not in stop_words("en")
    assert stop_words("xx") == frozenset()
