from __future__ import annotations

import json

import pytest

from retrieval.text.analyzer import terms
from retrieval.text.language import detect, stop_words
from tests.support.paths import DATA

PROSE = {
    "en": "The council met on Tuesday and voted to close the old bridge for the repairs that it had been promised for years.",
    "de": "Der Rat hat am Dienstag getagt und beschlossen, die alte Brücke für die seit Jahren versprochene Reparatur zu schließen.",
    "fr": "Le conseil s'est réuni mardi et a décidé de fermer le vieux pont pour les travaux qui étaient promis depuis des années.",
    "es": "El consejo se reunió el martes y decidió cerrar el viejo puente para las obras que había prometido desde hace años.",
    "ru": "Совет собрался во вторник и решил закрыть старый мост на ремонт, который он обещал жителям города уже много лет подряд.",
    "uk": "Рада зібралася у вівторок і вирішила закрити старий міст на ремонт, який вона обіцяла мешканцям міста вже багато років поспіль.",
    "zh": "议会星期二开会，决定关闭旧桥进行维修。",
    "ja": "議会は火曜日に開かれ、古い橋を閉鎖することを決めた。",
    "ar": "اجتمع المجلس يوم الثلاثاء وقرر إغلاق الجسر القديم للإصلاحات التي وعد بها منذ سنوات.",
    "el": "Το συμβούλιο συνεδρίασε την Τρίτη και αποφάσισε να κλείσει την παλιά γέφυρα.",
}  # fmt: skip


@pytest.mark.parametrize("language", PROSE)
def test_prose_is_in_the_language_it_is_in(language: str) -> None:
    assert detect(PROSE[language]) == language


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


def test_each_language_has_its_own_stop_words() -> None:
    assert "die" in stop_words("de")
    assert "die" not in stop_words("en")
    assert stop_words("xx") == frozenset()


@pytest.mark.parametrize(
    ("language", "question", "left"),
    [
        ("es", "¿Cuándo y dónde?", []),
        ("ru", "Какую реку он назвал?", ["рек", "назва"]),
        ("ar", "كم متى أين؟", []),
        ("de", "Welche Brücke und wofür?", ["bruck"]),
        ("fr", "Quelle rivière et pourquoi ?", ["rivi"]),
    ],
)
def test_what_only_asks_is_no_term(language: str, question: str, left: list[str]) -> None:
    assert terms(question, language) == left
