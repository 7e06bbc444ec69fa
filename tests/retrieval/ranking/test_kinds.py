"""How well sentences hold the kind of thing that a question asks for."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.query.intent import Intent
from retrieval.ranking.kinds import has_kind
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata


def kind_of(text: str, question: str) -> float:
    article = make_article("a", f"{text}\n\nWe met Ada Park and Jonas Wirth in Altena.", Metadata())
    return Library.of([article]).rank(question).groups[0].hit.evidence.kind


@pytest.mark.parametrize(
    ("text", "question", "kind"),
    [
        ("They gave out 260 blankets.", "How many blankets were given out?", 1.0),
        ("Blankets went to some 120 people.", "How many blankets were given out?", 0.5),
        ("Blankets were given out.", "How many blankets were given out?", 0.0),
        ("The prize went to Ada Park.", "Who got the prize?", 1.0),
        ("The prize was given away.", "Who got the prize?", 0.0),
        ("They moved because of the flood.", "Why did they move?", 1.0),
        ("They moved.", "Why did they move?", 0.0),
        ("Zinc rose from 310 to 640.", "zinc levels before and after the flood", 1.0),
        ("Zinc rose to 640.", "zinc levels before and after the flood", 0.0),
    ],
)
def test_a_number_has_to_count_what_is_asked_and_a_name_to_be_new(
    text: str, question: str, kind: float
) -> None:
    assert kind_of(text, question) == kind


@pytest.mark.parametrize(
    ("kind", "sentence", "has"),
    [
        ("when", "The war ended in 1945.", True),
        ("when", "It ended on 8 May.", True),
        ("when", "It stopped last night.", True),
        ("when", "It began two weeks ago.", True),
        ("when", "They serve for one year.", False),
        ("when", "All men aged 18-30 serve.", False),
        ("when", "It cost 1,945 pounds.", False),
        ("how-old", "Ada Park, 61, lives there.", True),
        ("how-old", "The 61-year-old lives there.", True),
        ("how-old", "All men aged 18-30 serve.", True),
        ("how-old", "Residents young and old came.", False),
        ("how-old", "61 people came.", False),
        ("how-many", "61 people came.", True),
        ("how-many", "People came.", False),
        ("said", "“We saw it,” she said.", True),
        ("said", "She said they saw it.", False),
        ("where", "It rained.", True),
    ],
)
def test_a_sentence_has_the_kind_of_thing_asked_for(kind: Intent, sentence: str, has: bool) -> None:
    assert has_kind(sentence, 0, len(sentence), kind) is has


@pytest.mark.parametrize(
    ("language", "kind", "sentence", "has"),
    [
        ("de", "when", "Er endete am 8. Mai.", True),
        ("de", "when", "Die Brücke bleibt bis Samstagmittag zu.", True),
        ("de", "when", "Die Brücke bleibt zu.", False),
        ("de", "why", "Der Zug fuhr nicht, weil das Gleis unterspült war.", True),
        ("de", "why", "Der Zug fuhr um acht.", False),
        ("de", "how-many", "Vierzehn Forschende arbeiteten daran.", True),
        ("de", "how-many", "Einzig der Rat arbeitete daran.", False),
        ("de", "how-much", "Der Eintritt ist kostenlos.", True),
        ("es", "when", "La obra empieza en septiembre.", True),
        ("es", "when", "La obra no empieza.", False),
        ("es", "why", "Cerró porque no había dinero.", True),
        ("es", "why", "Cerró sin dinero.", False),
        ("es", "how-many", "Once concejales votaron a favor.", True),
        ("en", "how-many", "They met once.", False),
        ("es", "how-much", "La entrada es gratuita.", True),
        ("ru", "when", "Она закончилась 9 мая.", True),
        ("ru", "when", "Мост откроют в следующую среду.", True),
        ("ru", "when", "Мост откроют.", False),
        ("ru", "why", "Паром не ходит из-за тумана.", True),
        ("ru", "why", "Паром не ходит.", False),
        ("ru", "how-many", "Погибли двадцать два человека.", True),
        ("ru", "how-many", "Люди погибли.", False),
        ("ru", "how-much", "Вход бесплатный.", True),
        ("uk", "when", "Міст відкриють у наступну п’ятницю.", True),
        ("uk", "when", "Міст відкриють.", False),
        ("uk", "why", "Пором не ходить, бо на річці туман.", True),
        ("uk", "why", "Пором не ходить.", False),
        ("uk", "how-many", "Прийшли дев’ятнадцять людей.", True),
        ("uk", "how-many", "Люди прийшли.", False),
        ("uk", "how-much", "Вхід безкоштовний.", True),
        ("fr", "why", "Il est parti.", False),
    ],
)
def test_each_language_has_words_of_its_own_for_a_kind_of_thing(
    language: str, kind: Intent, sentence: str, has: bool
) -> None:
    assert has_kind(sentence, 0, len(sentence), kind, language) is has


def test_a_price_in_words_is_an_answer_to_how_much() -> None:
    article = make_article("a", "The ferry costs nothing.", Metadata(language="en"))
    hit = Library.of([article]).rank("How much does the ferry cost?").groups[0].hit
    assert hit.evidence.kind == 1.0
    assert not hit.fails
