"""German."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row
from tests.support.quotations import spoken

STORY = "„Die alte Brücke ist sicher“, sagte Ada Park, Ingenieurin der Stadt. Der Hafen schließt am Dienstag."

TABLE: list[Row] = [
    (
        "language",
        "Der Rat hat am Dienstag getagt und beschlossen, die alte Brücke für die seit Jahren versprochene Reparatur zu schließen.",
        "de",
    ),
    ("terms", "Welche Brücke und wofür?", "bruck"),
    ("stems", "Häuser Hauses", "haus"),
    ("speaker", "„Sie hält“, sagte Ministerin Ada Park.", "Ada Park"),
    ("speaker", "Ada Park erklärte: „Sie hält.“", "Ada Park"),
    ("speaker", "»Sie hält«, sagte Ada Park.", "Ada Park"),
    ("speaker", "„Sie hält“, so Ada Park.", "Ada Park"),
    ("speaker", "Die Historikerin Ada Park schrieb: „Sie hält.“", "Ada Park"),
    ("speaker", "Ada Park kam. Im Mai sagte sie: „Sie hält.“", "Ada Park"),
    ("reported", "Laut WHO wird der Winter mild.", "WHO: wird der Winter mild"),
    ("reported", "Laut Ada Park, einer Ingenieurin, hält sie lange.", "Ada Park: hält sie lange"),
    ("reported", "Nach Angaben der WHO wird der Winter mild.", "WHO: wird der Winter mild"),
    ("reported", "Ada Park zufolge hält die Brücke lange.", "Ada Park: hält die Brücke lange"),
    ("reported", "Ada Park sagte, die Brücke halte.", "Ada Park: die Brücke halte"),
    ("reported", "Ada Park sagte am Montag, dass die Brücke hält.", "Ada Park: die Brücke hält"),
    ("speakers", "Medienberichten zufolge war der Winter mild.", "nobody"),
    ("speakers", "Laut der Volkszählung von 1901 waren es 20, davon 10 alte.", "nobody"),
    ("speakers", "Der Winter war mild, so die Angaben von Ada Park.", "nobody"),
    ("speakers", "Ada Park sagte, als sie ging, nichts.", "nobody"),
    ("speakers", "In seinem Werk erklärte er, dass es regnet.", "nobody"),
    ("speech", "Wie Ada Park so „schön sicher“ war, weiß niemand.", "none"),
    ("speech", "In seinem Artikel „Iron War“, der 1937 erschien, sagte Jonas Wirth:", "none"),
    (
        "reported",
        "Ada Park kam. Der Stahl der Brücke halte.",
        "Ada Park: Der Stahl der Brücke halte",
    ),
    ("reported", "Ada Park nannte die Brücke sicher.", "Ada Park: die Brücke sicher"),
    ("reported", "Ada Park lehnte die Brücke ab.", "Ada Park: die Brücke ab"),
    ("reported", "Ada Park lehnte an der Brücke.", ""),
    ("speaker", "„Sie hält“, gab Ingenieurin Ada Park zu bedenken.", "Ada Park"),
    ("speech", "Ada Park gab ihm „das alte Boot aus Holz“ zurück.", "das alte Boot aus Holz"),
    ("reported", "Die Brücke halte, teilte Ada Park mit.", "Ada Park: Die Brücke halte"),
    ("reported", "Die Brücke halte, ließ Ada Park wissen.", "Ada Park: Die Brücke halte"),
    ("reported", "Die Brücke hält, ließ Ada Park los.", ""),
    ("reported", "Ada Park wies darauf hin, dass sie hält.", "Ada Park: sie hält"),
    (
        "reported",
        "Ada Park kam. Die Brücke halte, meinte die 63-Jährige, das Ufer sei fest.",
        "Ada Park: Die Brücke halte; Ada Park: das Ufer sei fest",
    ),
    (
        "reported",
        "Die Brücke halte, sagte Ada Park. Niemand werde sie sperren.",
        "Ada Park: Die Brücke halte; Ada Park: Niemand werde sie sperren",
    ),
    (
        "reported",
        "Der Winter war mild. Niemand werde sie sperren.",
        "None: Niemand werde sie sperren",
    ),
    ("reported", "Ada Park kam. Ich sei müde, denkt man.", ""),
    (
        "reported",
        "In Altena fehlte nach Angaben der WHO ein Drittel der Kinder.",
        "WHO: In Altena fehlte; WHO: ein Drittel der Kinder",
    ),
    ("answer", f"{STORY} | Was hat Ada Park über die Brücke gesagt?", "yes"),
    ("answer", f"{STORY} | Was sagt Ada Park?", "yes"),
    ("answer", f"{STORY} | Was hat Jonas Wirth über die Brücke gesagt?", "unknown words"),
    ("reported", "Die Brücke sei sicher, beteuerte Ada Park.", "Ada Park: Die Brücke sei sicher"),
    ("reported", "Die Brücke sei sicher, orakelt Ada Park.", "Ada Park: Die Brücke sei sicher"),
    (
        "reported",
        "Die Brücke sei sicher, unter Vorbehalt.",
        "None: Die Brücke sei sicher, unter Vorbehalt",
    ),
    ("speaker", "„Sie hält“, sagte Altena-Geschäftsführer Jonas Wirth.", "Jonas Wirth"),
    ("speaker", "„Sie hält“, sagte Ada Park von der Bürgerliste.", "Ada Park"),
    ("speaker", "Spöttisch fragte Ada Park: „Hält sie?“", "Ada Park"),
    ("request", "Was sagte Ada Park nach dem Spiel?", "Ada Park"),
    (
        "request",
        "Was sagte Ada Park über die Brücke nach dem Spiel?",
        "Ada Park: die Brücke nach dem Spiel",
    ),
    ("speaker", "Jonas Wirth kam. Ada Park zögerte: „Sie hält“, sagte sie.", "Ada Park"),
    ("intent", "Wie alt ist die Brücke?", "how-old"),
    ("intent", "Wie viele Menschen kamen?", "how-many"),
    ("intent", "Wann schließt der Hafen?", "when"),
    ("intent", "Wo liegt Altena?", "where"),
    ("intent", "Wer leitet den Hafen?", "who"),
    ("intent", "Was sagte Ada Park über die Brücke?", "said"),
    ("weak words", "How many people cross the Brücke?", "people"),
    (
        "follow-up",
        "Was sagte die WHO über den Winter? | und über Strom?",
        "Was sagte die WHO über Strom?",
    ),
    (
        "follow-up",
        "Was sagte die WHO über den Winter? | warum sagt sie das?",
        "Was sagte die WHO über den Winter? warum sagt sie das?",
    ),
    ("question", "Wer leitet Ukrenergo?", "complete"),
    ("depends", "Er sagte nein.", "yes"),
    ("depends", "Erde ist nass.", "no"),
    ("dates", "am 9. November 2022", "2022-11-9"),
    (
        "quantities",
        "rund 85.000 Menschen, 2,5 Millionen Euro und drei Tote",
        "85.000 = 85000, 2,5 Millionen = 2.5e+06, drei = 3",
    ),
    ("intent", "Warum ist die Brücke gesperrt?", "why"),
    ("intent", "Aus welchem Grund schließt der Hafen?", "why"),
    ("intent", "Wie teuer ist die Brücke?", "how-much"),
    ("intent", "Wie viel kostet die Brücke?", "how-much"),
    ("intent", "Wie lange dauert das?", "how-long"),
    ("intent", "Wie hoch ist die Brücke?", "how-big"),
    ("intent", "Ist die Brücke sicher?", "yes-no"),
    ("intent", "Was macht der Hafen?", "what"),
    ("intent", "War on the bridge", "None"),
    ("request", "Was hat Ada Park zum Hafen gesagt?", "Ada Park: Hafen"),
    ("request", "Wie hat sich Ada Park zum Hafen geäußert?", "Ada Park: Hafen"),
    ("request", "Hat sich Ada Park zum Hafen geäußert?", "Ada Park: Hafen"),
    ("request", "Alles, was Ada Park gesagt hat", "Ada Park"),
    ("request", "Zitiere Ada Park zur Brücke", "Ada Park: Brücke"),
    ("request", "Warum sagte Ada Park, dass die Brücke hält?", "Ada Park: die Brücke hält"),
    ("request", "Ada Park über Brücken", "Ada Park: Brücken"),
    ("request", "Wer sagt, dass die Brücke hält?", "who said: die Brücke hält"),
    ("request", "Wann schließt der Hafen?", "no"),
    ("asked", "Sag mir bitte, wie hoch ist die Brücke?", "Brücke"),
    ("asked", "Faktencheck: Brücke", "Brücke"),
]


# Short news, with the speaker of each quotation and the first words of it
NEWS: list[tuple[str, list[str]]] = [
    (
        "Die Feuerwehr Lindach hat am Samstag einen Brand in der alten Ziegelei gelöscht. „Das Dach war nicht "
        "mehr zu retten“, sagte Kommandantin Verena Aumüller am Abend. Verletzt worden sei niemand. Der "
        "Schaden liege bei rund 400.000 Euro, so Aumüller. Die Polizei geht von einem technischen Defekt aus. "
        "Hinweise auf Brandstiftung gebe es nicht, teilte ein Sprecher mit.",
        [
            "Verena Aumüller: Das Dach war nicht",
            "Verena Aumüller: Verletzt worden sei niemand",
            "Verena Aumüller: Der Schaden liege bei",
            "None: Hinweise auf Brandstiftung gebe",
        ],
    ),
    (
        "Der Gemeinderat von Oberwies will das Freibad erhalten. Bürgermeister Till Rosskopf kündigte an, "
        "dass die Eintrittspreise steigen. „Wir können nicht jedes Jahr 90.000 Euro zuschießen“, betonte er. "
        "Die Grünen-Fraktion lehnt die Erhöhung ab. Familien würden bestraft, kritisierte Stadträtin Paula "
        "Henneberg. Rosskopf wies das zurück: „Eine Jahreskarte kostet weniger als ein Monat im "
        "Fitnessstudio.“",
        [
            "Till Rosskopf: die Eintrittspreise steigen",
            "Till Rosskopf: Wir können nicht jedes",
            "Grünen-Fraktion: die Erhöhung ab",
            "Paula Henneberg: Familien würden bestraft",
            "Till Rosskopf: Eine Jahreskarte kostet weniger",
        ],
    ),
    (
        "Forscher der Universität Brennstedt haben im Waldsee eine seltene Schnecke entdeckt. „Wir dachten "
        "zuerst an einen Kieselstein“, erzählt die Biologin Marta Kühnel. Nach Angaben des Umweltamts ist die "
        "Art seit 1931 verschollen. Kühnel zufolge leben dort höchstens 200 Tiere. Ob der See gesperrt wird, "
        "ist offen. Man prüfe alle Möglichkeiten, erklärte das Amt.",
        [
            "Marta Kühnel: Wir dachten zuerst an",
            "Marta Kühnel: leben dort höchstens 200",
            "None: Man prüfe alle Möglichkeiten",
        ],
    ),
    (
        "Der SV Ahlbrück hat das Pokalfinale verloren. „So darf man nicht verteidigen“, schimpfte Trainer "
        "Olaf Dinter nach dem 0:3. Kapitän Emre Yildirim nahm die Schuld auf sich. Er habe vor dem zweiten "
        "Tor geschlafen, gab der 31-Jährige zu. Torwart Nils Bachmeier verwies auf die Verletzten. „Uns "
        "fehlten fünf Stammspieler“, sagte er, „das steckt keine Mannschaft weg.“",
        [
            "Olaf Dinter: So darf man nicht",
            "Emre Yildirim: Er habe vor dem",
            "Nils Bachmeier: Uns fehlten fünf Stammspieler",
            "Nils Bachmeier: das steckt keine Mannschaft",
        ],
    ),
    (
        "Die Bahn schließt den Bahnhof Kaltental für zwei Monate. Laut Sprecherin Anja Metz werden Gleise und "
        "Weichen erneuert. „Die Ersatzbusse fahren im Zehn-Minuten-Takt“, verspricht Metz. Fahrgastverbände "
        "sind skeptisch. Der Verband Pro Schiene warnte vor überfüllten Bussen. Wer zur Arbeit müsse, solle "
        "eine halbe Stunde mehr einplanen, riet Vorstand Uli Kranz.",
        [
            "Anja Metz: werden Gleise und Weichen",
            "Anja Metz: Die Ersatzbusse fahren im",
            "Uli Kranz: Wer zur Arbeit müsse,",
        ],
    ),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_german(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_german_news_is_attributed(text: str, expected: list[str]) -> None:
    found = [(words.split()[:4], name) for _, words, name in spoken(text, "de")]
    assert [f"{name}: {' '.join(words)}" for words, name in found] == expected
