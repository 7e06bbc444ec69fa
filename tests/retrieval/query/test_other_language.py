"""Whether a question is in a language of the articles."""

from __future__ import annotations

import pytest

from retrieval.index.vocabulary import Vocabulary
from retrieval.query.other_language import find_other_language

ENGLISH = Vocabulary.of(
    [
        "The mayor of Altena was asked to die another day. What did Scholz say in the war?",
        "Der Spiegel and La Stampa report that the band has a hit. It was in Kharkiv.",
    ],
    "en",
)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Was sagte Scholz zu den Panzern?", "de"),
        ("Was sagte Scholz?", "de"),
        ("Wie alt ist Scholz?", "de"),
        ("Wer gewann?", "de"),
        ("¿Qué dijo Scholz sobre la paz?", "es"),
        ("¿Quién ganó?", "es"),
        ("Que dit Scholz de la paix ?", "fr"),
        ("Что сказал Шольц о зиме?", "ru"),
        ("Хто такий Шольц?", "uk"),
        ("ماذا قالت منظمة الصحة العالمية؟", "ar"),
        ("מה אמר פוטין על החורף?", "he"),
        ("푸틴은 겨울에 대해 뭐라고 말했나요?", "ko"),
    ],
)
def test_words_that_join_and_ask_tell_another_language(question: str, language: str) -> None:
    assert find_other_language(question, ENGLISH, frozenset({"en"})) == language


@pytest.mark.parametrize(
    "question",
    [
        "What did Scholz say?",
        "who won",
        "ser",
        "hat",
        "unheard of words",
        "die hard in berlin",
        "Der Spiegel",
        "der spiegel report",
        "Playa del Carmen",
        "what did Rue de la Paix say",
        "who is El Niño",
        "What type of firm is Van Gend en Loos?",
        "What was built by the firm in the 1980's?",
        "was the band in the war",
        "2024",
        "?",
        "",
    ],
)
def test_a_question_in_the_language_of_the_articles_has_names_of_any(question: str) -> None:
    assert find_other_language(question, ENGLISH, frozenset({"en"})) is None


def test_a_language_of_some_article_is_no_other() -> None:
    assert find_other_language("Wie alt ist Scholz?", ENGLISH, frozenset({"en", "de"})) is None
    assert find_other_language("Хто такий Шольц?", ENGLISH, frozenset({"en", "uk"})) is None
    assert find_other_language("Wie alt ist Scholz?", ENGLISH, frozenset()) is None


def test_a_related_language_is_no_other_if_it_shares_words_with_the_articles() -> None:
    ukrainian = Vocabulary.of(["Міст у Херсоні закрили взимку."], "uk")
    of_articles = frozenset({"uk"})
    assert find_other_language("Когда закрыли мост в Херсоне?", ukrainian, of_articles) is None
    assert find_other_language("Сколько стоит билет?", ukrainian, of_articles) == "ru"
