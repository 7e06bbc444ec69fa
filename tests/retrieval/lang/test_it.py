"""Italian."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "«Il vecchio ponte è sicuro», ha detto Ada Park, ingegnera della città. Il porto chiude martedì."

TABLE: list[Row] = [
    ("speaker", "«Il ponte tiene», ha detto Ada Park.", "Ada Park"),
    ("speaker", "«Il ponte tiene», ha spiegato la sindaca di Altena, Ada Park.", "Ada Park"),
    ("speaker", "“Il ponte tiene”, afferma Ada Park dell’OMS.", "Ada Park"),
    ("speaker", "Ada Park ha dichiarato: «Il ponte tiene».", "Ada Park"),
    ("reported", "Ada Park ha detto che il ponte tiene.", "Ada Park: il ponte tiene"),
    ("reported", "Secondo Ada Park, il ponte tiene da anni.", "Ada Park: il ponte tiene da anni"),
    ("reported", "Secondo l’OMS, l’inverno è mite.", "OMS: l’inverno è mite"),
    ("speech", "È stato detto che il ponte è vecchio.", "none"),
    ("speech", "Secondo i piani, il ponte è chiuso da anni.", "none"),
    ("answer", f"{STORY} | Che cosa dice Ada Park?", "yes"),
    ("answer", f"{STORY} | Che cosa dice Jonas Wirth?", "unknown words"),
    ("depends", "Questo ponte è vecchio.", "yes"),
]


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_italian(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "it") == expected
