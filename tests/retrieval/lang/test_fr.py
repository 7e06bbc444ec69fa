"""French."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row
from tests.support.quotations import spoken

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


# Short news, with the speaker of each quotation and the first words of it
NEWS: list[tuple[str, list[str]]] = [
    (
        "Le maire de Vaubrun, Étienne Delorme, a annoncé que la piscine rouvrirait en mai. « Les travaux "
        "avancent bien », a-t-il assuré. Selon lui, le budget sera respecté. L'opposition dénonce un retard "
        "de deux ans. « On nous promène, déplore la conseillère Sylvie Martel, et personne ne répond ».",
        [
            "Étienne Delorme: la piscine rouvrirait en",
            "Étienne Delorme: Les travaux avancent bien",
            "opposition: un retard de deux",
            "Sylvie Martel: On nous promène",
            "Sylvie Martel: et personne ne répond",
        ],
    ),
    (
        "L'hôpital de Saint-Loup va fermer son service de nuit. « Nous manquons d'infirmières », a expliqué "
        "la directrice, Hélène Caron, lors d'une conférence de presse. Elle a précisé que 34 postes étaient "
        "vacants. D'après le syndicat FSM, la situation dure depuis trois ans. Le ministère a répondu qu'une "
        "enquête était en cours.",
        [
            "Hélène Caron: Nous manquons d'infirmières",
            "Hélène Caron: 34 postes étaient vacants",
            "FSM: la situation dure depuis",
            "None: une enquête était en",
        ],
    ),
    (
        "L'AS Morlac s'est imposée 2-1 dans les arrêts de jeu. « On a souffert jusqu'au bout », a reconnu "
        "l'entraîneur Paul Guérin. Le buteur, Yanis Benali, a dédié sa victoire à sa grand-mère. « Elle "
        "m'emmenait à l'entraînement en bus », raconte-t-il. Il ajoute qu'il ne partira pas.",
        [
            "Paul Guérin: On a souffert jusqu'au",
            "Yanis Benali: Elle m'emmenait à l'entraînement",
            "Yanis Benali: il ne partira pas",
        ],
    ),
    (
        "Un incendie a ravagé 300 hectares près de Peyrac. Selon la préfecture, le feu est parti d'une "
        "décharge. Le préfet Luc Ferrand a demandé aux habitants de ne pas rentrer chez eux. « Le vent peut "
        "tourner à tout moment », a-t-il averti. Deux personnes ont été blessées, ont indiqué les pompiers.",
        [
            "Luc Ferrand: Le vent peut tourner",
            "None: Deux personnes ont été",
        ],
    ),
    (
        "La biologiste Anne Vial a présenté son étude sur les abeilles. Elle affirme que les pesticides ont "
        "réduit les ruches de moitié. « Si rien ne change, dit-elle, il n'en restera aucune ». Pour le "
        "chercheur Marc Aubin, les chiffres sont exagérés. À son avis, il faut attendre.",
        [
            "Anne Vial: les pesticides ont réduit",
            "Anne Vial: Si rien ne change",
            "Anne Vial: il n'en restera aucune",
            "Marc Aubin: il faut attendre",
        ],
    ),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_french(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_french_news_is_attributed(text: str, expected: list[str]) -> None:
    found = [(words.split()[:4], name) for _, words, name in spoken(text, "fr")]
    assert [f"{name}: {' '.join(words)}" for words, name in found] == expected
