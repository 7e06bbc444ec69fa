"""German."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

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


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_german(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "de") == expected
