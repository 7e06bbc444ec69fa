"""French."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "« Le vieux pont est sûr », a dit Ada Park, ingénieure de la ville. Le port ferme mardi."

TABLE: list[Row] = [
    (
        "language",
        "Le conseil s'est réuni mardi et a décidé de fermer le vieux pont pour les travaux qui étaient promis depuis des années.",
        "fr",
    ),
    ("terms", "Quelle rivière et pourquoi ?", "rivi"),
    ("speaker", "« Le pont tient », a déclaré Ada Park.", "Ada Park"),
    ("speaker", "« Le pont tient », affirme la maire d’Altena, Ada Park.", "Ada Park"),
    ("speaker", "« Le pont tient », a dit l’ingénieure Ada Park.", "Ada Park"),
    ("speaker", "Ada Park est venue. « Le pont tient », a-t-elle affirmé.", "Ada Park"),
    ("speaker", "Ada Park est venue. « Le pont tient », dit-elle.", "Ada Park"),
    ("speaker", "Le pont est « solide », assure l’OMS.", "OMS"),
    ("speaker", "Ada Park est venue et a dit : « Le pont tient. »", "Ada Park"),
    ("reported", "Ada Park a ajouté que le pont tenait.", "Ada Park: le pont tenait"),
    ("reported", "Ada Park a assuré qu’il tenait.", "Ada Park: il tenait"),
    ("reported", "L’OMS avertit que l’hiver est doux.", "OMS: l’hiver est doux"),
    ("reported", "Selon l’OMS, l’hiver est doux.", "OMS: l’hiver est doux"),
    ("reported", "D’après Ada Park, le pont tient.", "Ada Park: le pont tient"),
    ("reported", "L’hiver est doux, selon l’OMS.", "OMS: L’hiver est doux"),
    ("speakers", "Selon les jours, le pont est ouvert ou non.", "nobody"),
    ("speakers", "Après Ada Park, le pont est ouvert.", "nobody"),
    ("speakers", "Mme Park est venue. « Le pont tient », a-t-il affirmé.", "nobody"),
    ("answer", f"{STORY} | Que dit Ada Park ?", "yes"),
    ("answer", f"{STORY} | Qu'est-ce qu'Ada Park a dit sur le pont ?", "yes"),
    ("answer", f"{STORY} | Que dit Jonas Wirth ?", "unknown words"),
    ("intent", "Quel âge a le pont ?", "how-old"),
    ("intent", "Combien de gens sont venus ?", "how-many"),
    ("intent", "Quand ferme le port ?", "when"),
    ("intent", "Où est Altena ?", "where"),
    ("intent", "Qui dirige le port ?", "who"),
    ("intent", "Que dit Ada Park sur le pont ?", "said"),
    ("depends", "Elle a dit non.", "yes"),
    ("quantities", "1 200 personnes, deux millions", "1 200 = 1200, deux millions = 2e+06"),
    ("intent", "Pourquoi le pont est-il fermé ?", "why"),
    ("intent", "Combien coûte le pont ?", "how-much"),
    ("request", "Qu'a dit Ada Park sur le pont ?", "Ada Park: le pont"),
    ("request", "Qui a dit que le pont tient ?", "who said: le pont tient"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_french(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "fr") == expected
